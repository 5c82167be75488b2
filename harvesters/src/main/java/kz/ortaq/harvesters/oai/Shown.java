package kz.ortaq.harvesters.oai;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/** Compares what an endpoint says of itself with what its records show, and tells each difference once. */
final class Shown {

    private static final int DAY_LENGTH = "2026-11-22".length();

    private final Identity identity;
    private final Optional<Instant> earliest;
    private final Set<Reason> told = EnumSet.noneOf(Reason.class);

    Shown(Identity identity) {
        this.identity = identity;
        this.earliest = Moments.read(identity.earliestDatestamp());
    }

    /** What can be told before the first record. */
    List<Problem> atFirst(Instant now) {
        List<Problem> problems = new ArrayList<>();
        if (!identity.said()) {
            return problems;
        }
        List<String> faults = identity.faults();
        if (!faults.isEmpty()) {
            problems.add(problem(Reason.IDENTIFY_INCOMPLETE, Severity.INFO, "Identify", String.join(", ", faults)));
        }
        String written = identity.earliestDatestamp();
        if (!written.isEmpty()
                && earliest.filter(moment -> !moment.isAfter(now)).isEmpty()) {
            problems.addAll(once(Reason.EARLIEST_DIFFERS, written));
        }
        return problems;
    }

    /** What the records of a page show that was not told before. */
    List<Problem> by(Page page) {
        List<Problem> problems = new ArrayList<>();
        if (!identity.said()) {
            return problems;
        }
        for (RawRecord record : page.records()) {
            String datestamp = record.datestamp();
            if (identity.granularity().length() == DAY_LENGTH && datestamp.length() > DAY_LENGTH) {
                problems.addAll(once(Reason.GRANULARITY_DIFFERS, identity.granularity() + " / " + datestamp));
            }
            if (record.deleted() && !identity.tellsDeletions()) {
                problems.addAll(once(Reason.DELETIONS_DIFFER, identity.deletedRecord()));
            }
            // A day carries no hour, so only what lies before the whole day is earlier.
            if (!told.contains(Reason.EARLIEST_DIFFERS) && earliest.isPresent() && earlier(datestamp)) {
                problems.addAll(once(Reason.EARLIEST_DIFFERS, identity.earliestDatestamp() + " / " + datestamp));
            }
        }
        return problems;
    }

    /** The server refused seconds, which it had announced. */
    List<Problem> refusesSeconds(String why) {
        return once(Reason.GRANULARITY_DIFFERS, identity.granularity() + " / " + why);
    }

    private boolean earlier(String datestamp) {
        return Moments.read(datestamp)
                .filter(moment -> moment.isBefore(earliest.orElseThrow().truncatedTo(ChronoUnit.DAYS)))
                .isPresent();
    }

    private List<Problem> once(Reason reason, String value) {
        return told.add(reason) ? List.of(problem(reason, Severity.WARNING, "Identify", value)) : List.of();
    }

    private static Problem problem(Reason reason, Severity severity, String place, String value) {
        return new Problem(reason, severity, Stage.HARVEST, "", place, value);
    }
}
