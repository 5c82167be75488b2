package kz.ortaq.extractor.ocr;

/**
 * What a page shows beside its text.
 *
 * @param pictures the share of the page that its pictures cover, from 0 to 1
 * @param shapes how many shapes are drawn on it: letters that were turned into outlines are many
 */
record PageContent(double pictures, int shapes) {

    /** A page that is one picture. */
    static final PageContent PICTURE = new PageContent(1, 0);

    private static final double SOME = 0.05;
    private static final double MOST = 0.5;
    // A page of a table or a drawing has fewer.
    private static final int MANY_SHAPES = 300;

    /** Whether something may stand on it that can be read and is not in its text. */
    boolean mayBeRead() {
        return pictures >= SOME || shapes >= MANY_SHAPES;
    }

    /** Whether it is a picture for the most part. */
    boolean isPicture() {
        return pictures >= MOST;
    }
}
