package kz.ortaq.engine.cluster;

import java.util.List;

/**
 * Headings put together to works, by their ids.
 *
 * @param works of each its bundles, each of one heading, or of several that a librarian called one edition
 * @param ambiguous those that could belong to either of two works that are not one, and so joined neither
 * @param contradicted decisions "same" that other decisions forbid
 * @param divided by which trait a component was divided because it was too large, with how many it had
 */
public record Grouping(
        List<List<List<String>>> works,
        List<String> ambiguous,
        List<Decision> contradicted,
        List<Partition.Divided> divided) {

    public Grouping {
        works = List.copyOf(works);
        ambiguous = List.copyOf(ambiguous);
        contradicted = List.copyOf(contradicted);
        divided = List.copyOf(divided);
    }
}
