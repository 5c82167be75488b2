package kz.ortaq.records;

import java.util.List;

/**
 * One page of a harvest: what was had, what was wrong, and where to go on. It is stored whole or not at all.
 *
 * @param records the records of the page, deletions included, in the source's order
 * @param rejected bytes that did not become a record, kept so that nothing is lost
 * @param problems what the library should know of the page; each rejection brings its own
 * @param next where a harvest resumes once this page is stored
 */
public record HarvestPage(List<RawRecord> records, List<Rejected> rejected, List<Problem> problems, Checkpoint next) {

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

    /** A page that only says what went wrong, and leaves the checkpoint at {@code where}. */
    public static HarvestPage of(Problem problem, Checkpoint where) {
        return new HarvestPage(List.of(), List.of(), List.of(problem), where);
    }
}
