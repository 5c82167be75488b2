package kz.ortaq.engine.cluster;

import java.util.List;

/**
 * Descriptions put together to works and editions; everything sorted by id.
 *
 * @param ambiguous ids that could belong to either of two works that are not one, and so joined neither
 * @param contradicted decisions "same" that other decisions forbid
 * @param divided by which trait a component was divided because it was too large, with how many descriptions it had
 */
public record Partition(List<Work> works, List<String> ambiguous, List<Decision> contradicted, List<Divided> divided) {

    /** The editions of one work. */
    public record Work(List<Edition> editions) {

        public Work {
            editions = List.copyOf(editions);
        }
    }

    /** The ids of the descriptions of one edition. */
    public record Edition(List<String> ids) {

        public Edition {
            ids = List.copyOf(ids);
        }
    }

    /** A component that was too large to be compared whole. */
    public record Divided(String by, int descriptions) {}

    public Partition {
        works = List.copyOf(works);
        ambiguous = List.copyOf(ambiguous);
        contradicted = List.copyOf(contradicted);
        divided = List.copyOf(divided);
    }
}
