package kz.ortaq.records.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.ortaq.records.Holding;

/**
 * What a batch of changed records does to the works; {@link Works#apply} does all of it or nothing.
 *
 * @param state what it was made from
 * @param cursor the version of the last record in the batch
 * @param descriptions those that are new or were made anew
 * @param placed where each record of the batch stands now, by its number in the store
 * @param headings those that are new or have other keys
 * @param unlinked headings that lose their links, because they are gone or get others
 * @param gone those of them that no description stands under any more; they lose their keys too
 * @param inOrder whether keys that were given lately are put in order with all the others
 * @param links pairs of headings that may be of one work
 * @param works what descriptions each edition of each work has, for all works that may be divided otherwise now
 * @param beside descriptions that join the edition of another, by their numbers; of works that stay as they are
 */
public record WorkPlan(
        Works.State state,
        long cursor,
        List<Description> descriptions,
        List<Placed> placed,
        List<Heading> headings,
        Set<Long> unlinked,
        Set<Long> gone,
        boolean inOrder,
        List<Link> links,
        List<List<List<Long>>> works,
        Map<Long, Long> beside) {

    /**
     * What records say of the thing they describe.
     *
     * @param id the same wherever and whenever a record says this
     * @param own the number of the record that has it for itself, 0 where all that say the same share it
     * @param epoch by which program its traits were read
     * @param traits JSON
     * @param heading what it stands under
     * @param isNew whether the store does not have it yet
     */
    public record Description(
            long number, String id, long own, int epoch, String traits, long heading, boolean isNew) {}

    /**
     * What descriptions of one book have in common.
     *
     * @param keys what it shares with others that may be of one work
     */
    public record Heading(long number, String id, Set<Long> keys) {

        public Heading {
            keys = Set.copyOf(keys);
        }
    }

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

    /** Two headings that may be of one work; {@code one} is the smaller. */
    public record Link(long one, long other) {
        public static Link of(long some, long another) {
            return new Link(Math.min(some, another), Math.max(some, another));
        }
    }

    public WorkPlan {
        descriptions = List.copyOf(descriptions);
        placed = List.copyOf(placed);
        headings = List.copyOf(headings);
        unlinked = Set.copyOf(unlinked);
        gone = Set.copyOf(gone);
        links = List.copyOf(links);
        works = List.copyOf(works);
        beside = Map.copyOf(beside);
    }
}
