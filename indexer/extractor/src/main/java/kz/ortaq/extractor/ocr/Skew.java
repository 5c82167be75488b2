package kz.ortaq.extractor.ocr;

/**
 * How far a page lies askew: the angle at which its lines of print, projected on its side, stand out best from the
 * blanks between them (Postl's method).
 */
final class Skew {

    private static final double WIDEST = 6;
    private static final double COARSE = 0.5;
    private static final double FINE = 0.05;
    // Tesseract itself follows lines that are less askew, and turning costs sharpness.
    private static final double LEAST = 0.25;
    // A picture or a formula stands out equally at many angles.
    private static final double CLEARLY = 1.05;
    // Enough to tell lines apart, and quick.
    private static final int MOST_POINTS = 60_000;
    private static final int DOTS_A_BIN = 3;

    private final int[] across;
    private final int[] down;
    private final int points;
    private final int height;

    private Skew(GreyPicture page) {
        int[][] ink = ink(page);
        this.across = ink[0];
        this.down = ink[1];
        this.points = ink[2][0];
        this.height = page.height();
    }

    /** The page set straight; itself where it is straight enough, or has no lines that tell. */
    static GreyPicture straightened(GreyPicture page) {
        double degrees = degrees(page);
        return degrees == 0 ? page : page.turned(-degrees);
    }

    /** By how many degrees the lines fall towards the right; 0 where that is too little to matter. */
    static double degrees(GreyPicture page) {
        var skew = new Skew(page);
        double best = skew.best(0, WIDEST, COARSE);
        best = skew.best(best, COARSE, FINE);
        return Math.abs(best) >= LEAST && skew.sharpness(best) > CLEARLY * skew.sharpness(0) ? best : 0;
    }

    private double best(double middle, double around, double step) {
        double best = middle;
        double sharpest = sharpness(middle);
        int steps = (int) Math.round(around / step);
        for (int at = -steps; at <= steps; at++) {
            double degrees = middle + at * step;
            double sharpness = sharpness(degrees);
            if (sharpness > sharpest) {
                sharpest = sharpness;
                best = degrees;
            }
        }
        return best;
    }

    /** The sum of squares of what falls into each row when the page is seen at that angle. */
    private double sharpness(double degrees) {
        double slope = Math.tan(Math.toRadians(degrees));
        int[] rows = new int[3 * height / DOTS_A_BIN + 1];
        for (int point = 0; point < points; point++) {
            double row = (down[point] - across[point] * slope + height) / DOTS_A_BIN;
            if (row >= 0 && row < rows.length) {
                rows[(int) row]++;
            }
        }
        double sum = 0;
        for (int count : rows) {
            sum += (double) count * count;
        }
        return sum;
    }

    /** A sample of the dots with ink: how far to the right, how far down, and how many there are. */
    private static int[][] ink(GreyPicture page) {
        int paper = page.paper();
        byte[] dots = page.dots();
        int[] across = new int[MOST_POINTS];
        int[] down = new int[MOST_POINTS];
        // About every eighth dot of a page of print is ink. An odd step does not always meet the same columns.
        int step = (int) (dots.length / (MOST_POINTS * 8L)) | 1;
        int found = 0;
        for (int at = 0; at < dots.length && found < MOST_POINTS; at += step) {
            if (GreyPicture.isInk(dots[at] & 0xFF, paper)) {
                across[found] = at % page.width();
                down[found] = at / page.width();
                found++;
            }
        }
        return new int[][] {across, down, {found}};
    }
}
