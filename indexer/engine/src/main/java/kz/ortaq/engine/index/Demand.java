package kz.ortaq.engine.index;

/**
 * Which of the words that were asked for a work must have.
 *
 * @param enough a bit for each set of words, by number of the set, that is enough
 */
record Demand(long enough) {

    /** Six words have as many sets as a long has bits. */
    static final int MOST_WORDS = 6;

    /** Whatever speaks for a work is enough. */
    static final Demand NONE = new Demand(-1);

    /** So many of the words, whichever. */
    static Demand of(int words, int needed) {
        long enough = 0;
        for (int set = 0; set < 1 << words; set++) {
            if (Integer.bitCount(set) >= needed) {
                enough |= 1L << set;
            }
        }
        return new Demand(enough);
    }

    /** Words that together weigh a part of what all do; at most {@value #MOST_WORDS} words. */
    static Demand of(double[] weights, double part) {
        double all = weight(weights, -1);
        long enough = 0;
        for (int set = 0; set < 1 << weights.length; set++) {
            if (weight(weights, set) >= part * all) {
                enough |= 1L << set;
            }
        }
        return new Demand(enough);
    }

    private static double weight(double[] weights, int set) {
        double weight = 0;
        for (int i = 0; i < weights.length; i++) {
            weight += (set >> i & 1) * weights[i];
        }
        return weight;
    }

    /** Whether a work with these words, bit by bit, has enough of them. */
    boolean isMet(int words) {
        return words < 0 || (enough >>> words & 1) != 0;
    }
}
