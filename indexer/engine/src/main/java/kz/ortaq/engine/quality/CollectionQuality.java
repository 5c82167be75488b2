package kz.ortaq.engine.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import kz.ortaq.config.Language;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.store.Qualities;

/**
 * How good the records of a library or a source are.
 *
 * @param records how many were judged: all that are live and could be mapped
 * @param score the mean of their scores, from 0 to 100
 * @param criteria what was judged, in the order of {@link Criterion}
 */
public record CollectionQuality(long records, double score, List<Judged> criteria) {

    // A change that would not lift the score by this much helps nobody.
    private static final double LEAST_GAIN = 0.5;

    /**
     * One criterion over all records.
     *
     * @param expected of how many records it was asked
     * @param lacking how many of them do not meet it
     * @param gain by how much the score would rise if all did
     */
    public record Judged(Criterion criterion, long expected, long lacking, double gain) {

        /** What is lacking, in a language. */
        public String message(Language language) {
            return criterion.reason().message(language, "", lacking + " / " + expected);
        }

        /** What would help, in a language. */
        public String remedy(Language language) {
            return criterion.reason().remedy(language, "", "");
        }

        /** Some of the records that do not meet it, the oldest first. */
        public List<RecordId> examples(Qualities store, Collection<String> sources, int most) {
            return criterion == Criterion.LINK
                    ? store.withBrokenLinks(sources, criterion.bit(), most)
                    : store.lacking(sources, criterion.bit(), most);
        }
    }

    public CollectionQuality {
        criteria = List.copyOf(criteria);
    }

    /** Judges the records of some sources, as the store knows them. */
    public static CollectionQuality of(Qualities store, Collection<String> sources) {
        Criterion[] all = Criterion.values();
        long[] expected = new long[all.length];
        long[] lacking = new long[all.length];
        double[] gains = new double[all.length];
        long records = 0;
        double scores = 0;
        for (Qualities.Alike alike : store.of(sources)) {
            RecordQuality quality = new RecordQuality(alike.expected(), alike.lacking());
            RecordQuality judged = alike.brokenLink() ? quality.withBrokenLink() : quality;
            records += alike.records();
            scores += judged.score() * alike.records();
            for (Criterion criterion : all) {
                int place = criterion.ordinal();
                expected[place] += criterion.in(judged.expected()) ? alike.records() : 0;
                lacking[place] += criterion.in(judged.lacking()) ? alike.records() : 0;
                gains[place] += judged.gain(criterion) * alike.records();
            }
        }
        List<Judged> criteria = new ArrayList<>();
        for (Criterion criterion : all) {
            int place = criterion.ordinal();
            if (expected[place] > 0) {
                criteria.add(new Judged(criterion, expected[place], lacking[place], gains[place] / records));
            }
        }
        return new CollectionQuality(records, records == 0 ? 0 : scores / records, criteria);
    }

    /** The changes that would help most, the best first. */
    public List<Judged> changes(int most) {
        return criteria.stream()
                .filter(judged -> judged.gain() >= LEAST_GAIN)
                .sorted(Comparator.comparingDouble((Judged judged) -> -judged.gain()))
                .limit(most)
                .toList();
    }
}
