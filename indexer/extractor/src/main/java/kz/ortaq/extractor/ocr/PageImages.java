package kz.ortaq.extractor.ocr;

import java.io.IOException;
import java.util.Optional;
import kz.ortaq.extractor.program.OutsideProgram;

/** The pages of a document as pictures, made one at a time. */
interface PageImages extends AutoCloseable {

    /** How much of a page is pictures; told without making its picture. */
    PageContent content(int number) throws IOException;

    /**
     * The picture of a page, near {@link Tesseract#DOTS_PER_INCH}.
     *
     * @param number from 1
     * @param withText whether what the text layer shows is drawn too
     */
    GreyPicture picture(int number, boolean withText) throws IOException, InterruptedException;

    /** The largest picture of a page as the document holds it, where we cannot decode it and Tesseract may. */
    default Optional<OutsideProgram.Input> undecoded(int number) throws IOException {
        return Optional.empty();
    }

    @Override
    void close() throws IOException;
}
