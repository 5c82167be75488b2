package kz.ortaq.harvesters.marc;

import java.util.ArrayList;
import java.util.List;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.Seen;
import kz.ortaq.records.Bytes;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/**
 * Turns what readers find into records with identifiers, rejections and problems, until somebody takes them as a page.
 *
 * <p>A record is named by the number its library's system gave it. Where two records of a source share a number, the
 * second is named by number and content; where there is none, by content alone. So an export may be sorted anew, and
 * each record is found again.
 */
final class Intake {

    private static final int LONGEST_NUMBER = 200;
    private static final int SUFFIX = 12;
    private static final int MINTED = 20;
    private static final int PAGE = 200;
    private static final long PAGE_BYTES = 8 << 20;

    private final String source;
    private final Seen identifiers = new Seen();
    private final Seen contents = new Seen();
    private final Unread unread = new Unread();
    private final List<RawRecord> records = new ArrayList<>();
    private final List<HarvestPage.Rejected> rejected = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private long bytes;

    Intake(String source) {
        this.source = source;
    }

    /** All identifiers that were given so far. */
    Seen identifiers() {
        return identifiers;
    }

    /** What could not be read so far. */
    Unread unread() {
        return unread;
    }

    /** @param name of the file, where there are several; else empty */
    void take(Item item, String name) {
        String place = name.isEmpty() ? item.place() : name + ", " + item.place();
        switch (item) {
            case Item.Read read -> take(read, place);
            case Item.Refused refused -> {
                unread.add(refused);
                Problem problem =
                        new Problem(refused.reason(), Severity.ERROR, Stage.HARVEST, "", place, refused.value());
                rejected.add(new HarvestPage.Rejected(problem, Snippet.whole(refused.sent()), 1));
                bytes += refused.sent().length;
            }
            case Item.Remark remark ->
                problems.add(new Problem(remark.reason(), remark.severity(), Stage.HARVEST, "", place, remark.value()));
        }
    }

    void tell(Problem problem) {
        problems.add(problem);
    }

    /** Whether what was gathered is a page's worth. */
    boolean full() {
        return records.size() + rejected.size() + problems.size() >= PAGE || bytes >= PAGE_BYTES;
    }

    /** What was gathered; gathering begins anew. */
    Gathered gathered() {
        Gathered gathered = new Gathered(records, rejected, problems);
        records.clear();
        rejected.clear();
        problems.clear();
        bytes = 0;
        return gathered;
    }

    /** What one page holds. */
    record Gathered(List<RawRecord> records, List<HarvestPage.Rejected> rejected, List<Problem> problems) {

        Gathered {
            records = List.copyOf(records);
            rejected = List.copyOf(rejected);
            problems = List.copyOf(problems);
        }

        boolean isEmpty() {
            return records.isEmpty() && rejected.isEmpty() && problems.isEmpty();
        }
    }

    private void take(Item.Read read, String place) {
        String content = RecordId.hash(read.format() + '\n' + read.payload());
        String number = read.number().isEmpty() || read.number().length() > LONGEST_NUMBER
                ? "content-" + content.substring(0, MINTED)
                : read.number();
        String identifier = number;
        if (contents.contains(number + '\n' + content)) {
            problems.add(problem(Reason.MARC_RECORD_REPEATED, Severity.INFO, identifier, place, number));
            return;
        }
        contents.add(number + '\n' + content);
        if (identifiers.contains(number)) {
            identifier = number + '~' + content.substring(0, SUFFIX);
            problems.add(problem(Reason.MARC_NUMBER_REPEATED, Severity.WARNING, identifier, place, number));
        }
        identifiers.add(identifier);
        for (Mend mend : read.mends()) {
            problems.add(problem(mend.reason(), Severity.WARNING, identifier, place, mend.value()));
        }
        RecordId id = new RecordId(source, identifier);
        if (read.deleted()) {
            records.add(RawRecord.deletion(id, "", place));
            return;
        }
        records.add(new RawRecord(
                id, false, read.format(), "", List.of(), place, read.payload(), List.of(), Bytes.of(read.sent())));
        bytes += 2L * read.payload().length() + read.sent().length;
    }

    private static Problem problem(Reason reason, Severity severity, String identifier, String place, String value) {
        return new Problem(reason, severity, Stage.HARVEST, identifier, place, value);
    }
}
