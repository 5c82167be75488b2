package kz.ortaq.records.store;

import java.util.List;
import java.util.Set;
import kz.ortaq.records.Holding;

/**
 * What a batch of changed records does to the works; {@link Works#apply} does all of it or nothing.
 *
 * @param state what it was made from
 * @param cursor the version of the last record in the batch
 * @param descriptions those that are new or were made anew
 * @param placed where each record of the batch stands now, by its number in the store
 * @param unlinked descriptions that lose their keys and links, because they are gone or get others
 * @param links pairs that may be of one work
 * @param works what descriptions each edition of each work has, for all works that may have changed
 */
public record WorkPlan(
        Works.State state,
        long cursor,
        List<Description> descriptions,
        List<Placed> placed,
        Set<Long> unlinked,
        List<Link> links,
        List<List<List<Long>>> works) {

    /**
     * What records say of the thing they describe.
     *
     * @param id the same wherever and whenever a record says this
     * @param own the number of the record that has it for itself, 0 where all that say the same share it
     * @param epoch by which program its traits were read
     * @param traits JSON
     * @param keys what it has in common with others that may be of one work
     */
    public record Description(long number, String id, long own, int epoch, String traits, Set<Long> keys) {}

    /**
     * A record and where it stands.
     *
     * @param description where it stands, or stood
     * @param live whether it still does
     * @param score how much it tells, for choosing the one that stands for an edition
     * @param expected bits of what it is judged by, and of what it lacks
     */
    public record Placed(
            long record,
            long description,
            boolean live,
            int score,
            int documents,
            int expected,
            int lacking,
            Holding holding) {}

    /** Two descriptions that may be of one work; {@code one} is the smaller. */
    public record Link(long one, long other) {
        public static Link of(long some, long another) {
            return new Link(Math.min(some, another), Math.max(some, another));
        }
    }

    public WorkPlan {
        descriptions = List.copyOf(descriptions);
        placed = List.copyOf(placed);
        unlinked = Set.copyOf(unlinked);
        links = List.copyOf(links);
        works = List.copyOf(works);
    }
}
