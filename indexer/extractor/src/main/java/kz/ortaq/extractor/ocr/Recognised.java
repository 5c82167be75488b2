package kz.ortaq.extractor.ocr;

/**
 * What was read off the picture of a page.
 *
 * @param confidence how sure Tesseract is of its letters, from 0 to 1
 * @param letters how many letters there are
 */
public record Recognised(String text, double confidence, int letters) {

    static final Recognised NOTHING = new Recognised("", 0, 0);
}
