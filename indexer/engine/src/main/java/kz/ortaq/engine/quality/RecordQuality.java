package kz.ortaq.engine.quality;

import java.util.Arrays;
import java.util.List;
import kz.ortaq.records.BibRecord;

/**
 * How good a record is: by which criteria it is judged, and which of them it lacks, each as bits of {@link Criterion}.
 */
public record RecordQuality(int expected, int lacking) {

    private static final int PERFECT = 100;

    /** Nothing is expected of a record that is gone. */
    public static final RecordQuality NONE = new RecordQuality(0, 0);

    /**
     * Judges a record.
     *
     * @param documents whether documents came with it or were fetched
     * @param text whether any of them gave text
     */
    public static RecordQuality of(BibRecord record, boolean documents, boolean text) {
        Criterion.Described described = new Criterion.Described(record, documents, text);
        int expected = 0;
        int lacking = 0;
        for (Criterion criterion : Criterion.values()) {
            if (criterion.isExpected(described)) {
                expected |= criterion.bit();
                lacking |= criterion.isMet(described) ? 0 : criterion.bit();
            }
        }
        return new RecordQuality(expected, lacking);
    }

    /** The same, where an address of the record does not open. */
    public RecordQuality withBrokenLink() {
        return new RecordQuality(expected, lacking | (expected & Criterion.LINK.bit()));
    }

    /** What it lacks, the weightiest first. */
    public List<Criterion> lacks() {
        return Arrays.stream(Criterion.values())
                .filter(criterion -> criterion.in(lacking))
                .sorted((one, other) -> Integer.compare(other.weight(), one.weight()))
                .toList();
    }

    /** From 0 to 100: the weight of what it tells in that of what was expected. */
    public double score() {
        int whole = weight(expected);
        return whole == 0 ? PERFECT : (double) PERFECT * (whole - weight(lacking)) / whole;
    }

    /** What the score would gain by this criterion; 0 where it is met or not asked. */
    double gain(Criterion criterion) {
        return criterion.in(lacking) ? (double) PERFECT * criterion.weight() / weight(expected) : 0;
    }

    private static int weight(int bits) {
        int weight = 0;
        for (Criterion criterion : Criterion.values()) {
            weight += criterion.in(bits) ? criterion.weight() : 0;
        }
        return weight;
    }
}
