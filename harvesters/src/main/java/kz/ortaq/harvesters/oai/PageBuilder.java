package kz.ortaq.harvesters.oai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Bytes;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/** Gathers what a page holds, record by record, and turns away the records that cannot be taken. */
final class PageBuilder {

    /** How much of something rejected is kept. */
    private static final int MOST_KEPT = 1 << 20;

    /** How much the namespaces around the records may add to them, all in all: a root of 64 KB, a thousand times. */
    private static final long MOST_ADDED = 8 << 20;

    /** How many records of a page are named in which the same was mended; a server's habit would drown all else. */
    private static final int MOST_ALIKE = 20;

    /** A token goes into an address and into the checkpoint; servers take no address that is much longer than this. */
    static final int LONGEST_TOKEN = 4_000;

    private final String source;
    private final int longestRecord;
    private final String place;
    private final List<RawRecord> records = new ArrayList<>();
    private final List<HarvestPage.Rejected> rejected = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<OaiError> errors = new ArrayList<>();
    private final Map<String, Integer> mended = new LinkedHashMap<>();
    private String responseDate = "";
    private Optional<String> token = Optional.empty();
    private OptionalLong completeListSize = OptionalLong.empty();
    private boolean refusedToken;
    private String contentType = "";
    private long added;
    private int broken;

    PageBuilder(String source, int longestRecord, String place) {
        this.source = source;
        this.longestRecord = longestRecord;
        this.place = place;
    }

    /**
     * Takes a record, or turns it away with the reason.
     *
     * @param fragment the record as it stands on the page, of which {@code payload} was made
     */
    void add(RecordParts parts, String fragment, String payload) {
        addMended(parts, fragment, payload, Bytes.NONE, "", 0);
    }

    /**
     * Takes a record that was mended, or turns it away with the reason.
     *
     * @param original what was sent of it
     * @param what was mended in it; empty where the page says so for all its records
     * @param line on which it begins; 0 when nobody counted
     */
    void addMended(RecordParts parts, String fragment, String payload, Bytes original, String what, int line) {
        String recordPlace = nextPlace();
        try {
            added += payload.length() - fragment.length();
            if (added > MOST_ADDED) {
                throw new RecordRejected(Reason.RECORD_TOO_LARGE, recordPlace, Integer.toString(longestRecord));
            }
            records.add(checked(parts, payload, original));
        } catch (RecordRejected e) {
            reject(e, parts.identifier(), fragment);
            return;
        }
        if (!what.isEmpty() && mended.merge(what, 1, Integer::sum) <= MOST_ALIKE) {
            String value = line == 0 ? what : what + " (line " + line + ")";
            problems.add(new Problem(
                    Reason.RECORD_MENDED, Severity.WARNING, Stage.HARVEST, parts.identifier(), recordPlace, value));
        }
    }

    /** Turns away a record that could not be read. */
    void addBroken(String identifier, String why, String fragment) {
        broken++;
        reject(new RecordRejected(Reason.RECORD_BROKEN, nextPlace(), why), identifier, fragment);
    }

    /** Keeps what stood where the page was cut: the beginning of a record. */
    void addUnfinished(String identifier, Problem problem, String fragment) {
        Problem named = new Problem(
                problem.reason(), problem.severity(), problem.stage(), identifier, nextPlace(), problem.value());
        rejected.add(new HarvestPage.Rejected(named, kept(fragment), 1));
    }

    private RawRecord checked(RecordParts parts, String payload, Bytes original) throws RecordRejected {
        if (parts.identifier().isEmpty()) {
            throw new RecordRejected(Reason.NO_IDENTIFIER, nextPlace(), payload);
        }
        RecordId id = new RecordId(source, parts.identifier());
        if (parts.deleted()) {
            return RawRecord.deletion(id, parts.datestamp(), place);
        }
        if (!parts.described()) {
            throw new RecordRejected(Reason.NO_METADATA, nextPlace(), parts.identifier());
        }
        if (payload.length() > longestRecord) {
            throw new RecordRejected(Reason.RECORD_TOO_LARGE, nextPlace(), Integer.toString(longestRecord));
        }
        return new RawRecord(
                id, false, parts.format(), parts.datestamp(), parts.sets(), place, payload, List.of(), original);
    }

    private void reject(RecordRejected fault, String identifier, String payload) {
        rejected.add(new HarvestPage.Rejected(fault.toProblem(Stage.HARVEST, identifier), kept(payload), 1));
    }

    /** Where the next record stands, as a person counts: {@code page 2, record 5}. */
    private String nextPlace() {
        return place + ", record " + (records.size() + rejected.size() + 1);
    }

    /** The longest record that is taken, in characters. */
    int longestRecord() {
        return longestRecord;
    }

    /** Whether all that was wrong with the page is said of records, which are mended. */
    boolean isWholeByMending() {
        return !mended.isEmpty() && broken == 0;
    }

    /** Hears as what a list was sent that is no such thing; error pages are sent as anything. */
    void sentAs(String type) {
        contentType = type;
    }

    /** Hears what stands behind the end of the answer; what has no business there is told. */
    void behind(String text) {
        String junk = OaiDocument.outside(text);
        if (!junk.isEmpty()) {
            addProblem(Reason.PAGE_MENDED, Severity.WARNING, "</OAI-PMH> " + junk);
        }
    }

    void addProblem(Reason reason, Severity severity, String value) {
        problems.add(new Problem(reason, severity, Stage.HARVEST, "", place, XmlCharacters.whole(value)));
    }

    void addError(OaiError error) {
        errors.add(new OaiError(XmlCharacters.whole(error.code()), XmlCharacters.whole(error.text())));
    }

    void responseDate(String date) {
        responseDate = date;
    }

    /**
     * The text of a resumptionToken element; an empty one says that the list is complete (OAI-PMH 2.0, 3.5). With one
     * that is too long to send back, the page counts as cut: the list goes on, and nobody can say where.
     */
    void token(String text) {
        String stripped = XmlCharacters.whole(text.strip());
        refusedToken = stripped.length() > LONGEST_TOKEN;
        if (refusedToken) {
            addProblem(Reason.TOKEN_TOO_LONG, Severity.ERROR, Integer.toString(stripped.length()));
        }
        token = stripped.isEmpty() || refusedToken ? Optional.empty() : Optional.of(stripped);
    }

    /** What a token says of the size of the whole list; nonsense says nothing. */
    void completeListSize(String written) {
        try {
            long size = Long.parseLong(written.strip());
            completeListSize = size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
        } catch (NumberFormatException e) {
            completeListSize = OptionalLong.empty();
        }
    }

    boolean hasRecords() {
        return !records.isEmpty() || !rejected.isEmpty();
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    Page build(Page.Shape shape) {
        Twice.settle(records, problems);
        mended.forEach((what, times) -> {
            if (times > MOST_ALIKE) {
                addProblem(Reason.RECORD_MENDED, Severity.WARNING, what + " × " + (times - MOST_ALIKE));
            }
        });
        if (!contentType.isEmpty() && hasRecords()) {
            addProblem(Reason.PAGE_MENDED, Severity.WARNING, "Content-Type: " + contentType);
        }
        return new Page(
                refusedToken ? Page.Shape.CUT : shape,
                responseDate,
                records,
                rejected,
                problems,
                errors,
                token,
                completeListSize);
    }

    /** The beginning of {@code text}, as much of it as is kept of what was rejected. */
    static String kept(String text) {
        return XmlCharacters.whole(text.length() <= MOST_KEPT ? text : text.substring(0, MOST_KEPT));
    }
}
