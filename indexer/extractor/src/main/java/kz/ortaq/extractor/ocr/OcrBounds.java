package kz.ortaq.extractor.ocr;

/**
 * With what pages are read that have no usable text, and how much of it one document gets.
 *
 * @param tesseract the program, by its path; empty where there is none
 * @param languages the models it has, joined by {@code +}: {@code kaz+rus+eng}, and {@code osd} where it can tell which
 *     way up a page is
 * @param ddjvu the program that draws pages of DjVu, by its path; empty where there is none
 * @param pages how many pages of a document are read at most
 * @param pageSeconds how long one page may take to be drawn, and to be read
 * @param seconds how long all of them may take
 */
public record OcrBounds(String tesseract, String languages, String ddjvu, int pages, int pageSeconds, int seconds) {

    /** Without Tesseract. */
    public static final OcrBounds NONE = new OcrBounds("", "", "", 0, 0, 0);

    /** Whether there is a Tesseract to read with. */
    public boolean canRead() {
        return !tesseract.isEmpty() && !languages.isEmpty();
    }
}
