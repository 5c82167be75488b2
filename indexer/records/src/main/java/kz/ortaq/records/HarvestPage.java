package kz.ortaq.records;

import java.util.List;

/**
 * One page of a harvest: what was had, what was wrong, and where to go on. It is stored whole or not at all.
 *
 * @param records the records of the page, deletions included, in the source's order
 * @param rejected bytes that did not become a record, kept so that nothing is lost
 * @param problems what the library should know of the page; each rejection brings its own
 * @param next where a harvest resumes once this page is stored
 * @param compared whether its deletions were found by comparing lists, and not said by the source
 */
public record HarvestPage(
        List<RawRecord> records, List<Rejected> rejected, List<Problem> problems, Checkpoint next, boolean compared) {

    /**
     * What was sent and could not be taken: one record, or a whole page.
     *
     * @param records how many records were lost with it, as far as can be told; 0 for a page without any
     */
    public record Rejected(Problem problem, String payload, int records) {}

    public HarvestPage {
        records = List.copyOf(records);
        rejected = List.copyOf(rejected);
        problems = List.copyOf(problems);
    }

    /** A page as a source sent it. */
    public HarvestPage(List<RawRecord> records, List<Rejected> rejected, List<Problem> problems, Checkpoint next) {
        this(records, rejected, problems, next, false);
    }

    /** A page of deletions that were found by comparing what is stored with what the source lists. */
    public static HarvestPage reconciled(List<RawRecord> deletions, Checkpoint next) {
        return new HarvestPage(deletions, List.of(), List.of(), next, true);
    }

    /** A page that only says what went wrong, and leaves the checkpoint at {@code where}. */
    public static HarvestPage of(Problem problem, Checkpoint where) {
        return new HarvestPage(List.of(), List.of(), List.of(problem), where);
    }
}
