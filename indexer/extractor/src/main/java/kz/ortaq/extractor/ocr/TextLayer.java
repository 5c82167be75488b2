package kz.ortaq.extractor.ocr;

/**
 * What the text that a document itself gives for a page is worth.
 *
 * @param letters how many letters are the page's own, and not of a line that stands on many pages
 * @param marks how many characters there are in all, blanks aside
 * @param repeated whether there is nothing but such lines: a watermark, a running header
 * @param readable how readable the text is, from 0 to 1
 */
public record TextLayer(int letters, int marks, boolean repeated, double readable) {

    // Names, formulas and other languages have that; letters of a wrong charset or font, 0.2 at most.
    private static final double SENSIBLE = 0.4;
    // A page of print has 1,000 to 3,000; a title page or a heading has fewer.
    private static final int FULL = 200;
    private static final int HARDLY_ANY = 25;
    private static final double THOUSANDS = 1_000;

    /** Whether the page should be read off its picture. */
    boolean isWanting(PageContent content) {
        if (marks >= HARDLY_ANY && readable < SENSIBLE) {
            return true;
        }
        return letters < FULL && (letters < HARDLY_ANY ? content.mayBeRead() : content.isPicture());
    }

    /** Whether it cannot be wanting, whatever the page shows. */
    public boolean isGood() {
        return letters >= FULL && readable >= SENSIBLE;
    }

    /** How much is lost when something else is taken instead. */
    double worth() {
        return letters * readable;
    }

    /** How good the text is for the text of a page that has more to say, from 0 to 1, to three decimal places. */
    public double qualityWhereMoreIsToBeRead() {
        return Math.round(THOUSANDS * readable * Math.min(1, (double) letters / FULL)) / THOUSANDS;
    }
}
