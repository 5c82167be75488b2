package kz.ortaq.extractor.ocr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.ortaq.extractor.program.OutsideProgram;

/** The pages of one document as pictures that Tesseract reads, one after another. */
public final class Scans implements AutoCloseable {

    private static final String PDF = "application/pdf";
    private static final String DJVU = "image/vnd.djvu";
    private static final String PICTURE = "image/";

    // Text that was typed is better than the same text read, with a few stains for letters.
    private static final double CLEARLY = 1.25;

    private final PageImages images;
    private final Tesseract tesseract;
    private final OcrBounds bounds;
    private final ExecutorService painter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("painting").factory());
    private boolean hanging;

    private Scans(PageImages images, OcrBounds bounds) {
        this.images = images;
        this.bounds = bounds;
        this.tesseract = new Tesseract(bounds.tesseract(), bounds.languages());
    }

    /** Whether pages of that format have pictures. */
    public static boolean areIn(String mediaType) {
        return mediaType.equals(PDF) || mediaType.startsWith(PICTURE);
    }

    /** The pages of a file; empty where its format has no pictures of pages, or nothing here draws them. */
    public static Optional<Scans> of(Path file, String mediaType, OcrBounds bounds) throws IOException {
        return switch (mediaType) {
            case PDF -> Optional.of(new Scans(new PdfImages(file), bounds));
            case DJVU ->
                bounds.ddjvu().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Scans(new DjvuImages(bounds.ddjvu(), file, bounds.pageSeconds()), bounds));
            default ->
                mediaType.startsWith(PICTURE)
                        ? Optional.of(new Scans(new PictureImages(file), bounds))
                        : Optional.empty();
        };
    }

    /** Whether a page holds more than its text says. */
    public boolean isWanting(int number, TextLayer layer) throws IOException, InterruptedException {
        if (layer.isGood()) {
            return false;
        }
        return withinTime(() -> layer.isWanting(images.content(number))).orElse(false);
    }

    /**
     * What is read off the picture of a page; empty where that is less than its text layer says, or nothing.
     *
     * @throws IOException when the page cannot be drawn
     */
    public Optional<Recognised> read(int number, TextLayer layer) throws IOException, InterruptedException {
        // A watermark is drawn over the print; text that makes no sense may still look right.
        Optional<GreyPicture> picture = withinTime(() -> images.picture(number, !layer.repeated()));
        if (picture.isEmpty()) {
            return Optional.empty();
        }
        Recognised read = Recognised.NOTHING;
        if (!picture.get().isBlank()) {
            read = tesseract.read(Skew.straightened(picture.get()), bounds.pageSeconds());
        } else {
            Optional<OutsideProgram.Input> undecoded = images.undecoded(number);
            if (undecoded.isPresent()) {
                read = tesseract.read(undecoded.get(), bounds.pageSeconds());
            }
        }
        return Optional.of(read).filter(found -> found.confidence() * found.letters() > CLEARLY * layer.worth());
    }

    /** Whether a page could not be drawn within its time, and the thread that draws is lost. */
    public boolean isHanging() {
        return hanging;
    }

    private <T> Optional<T> withinTime(Callable<T> work) throws IOException, InterruptedException {
        if (hanging) {
            return Optional.empty();
        }
        Future<T> result = painter.submit(work);
        try {
            return Optional.of(result.get(bounds.pageSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            hanging = true;
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError error) {
                throw error;
            }
            throw new IOException(e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        painter.shutdownNow();
        if (!hanging) {
            images.close();
        }
    }
}
