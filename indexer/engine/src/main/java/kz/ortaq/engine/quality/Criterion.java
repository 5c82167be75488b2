package kz.ortaq.engine.quality;

import java.util.Set;
import java.util.function.Predicate;
import kz.ortaq.config.Reason;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.ResourceKind;

/**
 * What a good record tells, and how much that counts. What it says to a library stands in the table of reasons.
 *
 * <p>The store keeps a criterion by its place in this list, so a new one goes to the end.
 */
public enum Criterion {
    AUTHOR(
            Reason.LACKS_AUTHOR,
            15,
            it -> Kinds.WRITTEN.contains(it.kind()),
            it -> !it.record().contributors().isEmpty()),
    SUBJECT(
            Reason.LACKS_SUBJECT,
            15,
            it -> true,
            it -> !it.record().topics().isEmpty()
                    || !it.record().subjects().isEmpty()
                    || !it.record().keywords().isEmpty()),
    /** Told by the record, not found in its text: a catalogue is asked for languages too. */
    LANGUAGE(Reason.LACKS_LANGUAGE, 10, it -> true, it -> it.record().origins().containsKey("languages")),
    YEAR(
            Reason.LACKS_YEAR,
            10,
            it -> !Kinds.OF_THE_MOMENT.contains(it.kind()),
            it -> it.record().year() != 0),
    KIND(Reason.LACKS_KIND, 10, it -> true, it -> it.kind() != ResourceKind.OTHER),
    /** An ISBN or ISSN; of a volume or an article, its host has one. */
    NUMBER(
            Reason.LACKS_NUMBER,
            10,
            it -> Kinds.NUMBERED.contains(it.kind())
                    && it.recent()
                    && it.record().partOf().isEmpty(),
            it -> it.record().identifiers().stream()
                    .anyMatch(one -> one.scheme().equals("isbn") || one.scheme().equals("issn"))),
    PUBLISHER(
            Reason.LACKS_PUBLISHER,
            5,
            it -> Kinds.PUBLISHED.contains(it.kind()),
            it -> !it.record().publishers().isEmpty()),
    DESCRIPTION(
            Reason.LACKS_DESCRIPTION,
            5,
            it -> true,
            it -> !it.record().descriptions().isEmpty()),
    GRADE(
            Reason.LACKS_GRADE,
            15,
            it -> it.kind() == ResourceKind.TEXTBOOK
                    && Kinds.OF_SCHOOLS.contains(it.record().level()),
            it -> !it.record().grades().isEmpty()),
    HOST(
            Reason.LACKS_HOST,
            10,
            it -> it.kind() == ResourceKind.ARTICLE || it.kind() == ResourceKind.CHAPTER,
            it -> !it.record().partOf().isEmpty()),
    /** Where to go for it: a call number, an address, or the document itself. */
    WAY(
            Reason.LACKS_WAY,
            10,
            it -> !Kinds.TAKEN_PART_IN.contains(it.kind()),
            it -> it.documents()
                    || !it.record().callNumbers().isEmpty()
                    || !it.record().links().isEmpty()),
    TEXT(Reason.LACKS_TEXT, 10, Described::documents, Described::text),
    /** Whether addresses open is not in the record: the store knows what came of asking them. */
    LINK(Reason.LACKS_LINK, 10, it -> !it.record().links().isEmpty(), it -> true),
    /** Of what nobody takes from a shelf: where it is held, or an address where one registers. */
    TAKING_PART(
            Reason.LACKS_TAKING_PART,
            10,
            it -> Kinds.TAKEN_PART_IN.contains(it.kind()),
            it -> !it.record().participation().venues().isEmpty()
                    || !it.record().links().isEmpty());

    // Before it few books of the country carried a number.
    private static final int NUMBERED_SINCE = 1990;

    private final Reason reason;
    private final int weight;
    private final Predicate<Described> expected;
    private final Predicate<Described> met;

    Criterion(Reason reason, int weight, Predicate<Described> expected, Predicate<Described> met) {
        this.reason = reason;
        this.weight = weight;
        this.expected = expected;
        this.met = met;
    }

    /** A record, and what is there of its documents. */
    record Described(BibRecord record, boolean documents, boolean text) {

        ResourceKind kind() {
            return record.kind();
        }

        boolean recent() {
            return record.year() == 0 || record.year() >= NUMBERED_SINCE;
        }
    }

    /** Of which kinds what is asked. */
    private static final class Kinds {

        private static final Set<ResourceKind> WRITTEN = Set.of(
                ResourceKind.TEXTBOOK,
                ResourceKind.BOOK,
                ResourceKind.CHAPTER,
                ResourceKind.ARTICLE,
                ResourceKind.METHODICAL_WORK,
                ResourceKind.THESIS);
        private static final Set<ResourceKind> NUMBERED =
                Set.of(ResourceKind.TEXTBOOK, ResourceKind.BOOK, ResourceKind.PERIODICAL);
        private static final Set<ResourceKind> PUBLISHED =
                Set.of(ResourceKind.TEXTBOOK, ResourceKind.BOOK, ResourceKind.METHODICAL_WORK, ResourceKind.PERIODICAL);
        private static final Set<ResourceKind> OF_THE_MOMENT =
                Set.of(ResourceKind.COURSE, ResourceKind.EVENT, ResourceKind.CONTEST, ResourceKind.LOCAL_HISTORY_SITE);
        private static final Set<ResourceKind> TAKEN_PART_IN =
                Set.of(ResourceKind.COURSE, ResourceKind.EVENT, ResourceKind.CONTEST);
        private static final Set<String> OF_SCHOOLS = Set.of("", "school", "preschool");
    }

    /** What it says to a library: of how many records it is not so, and what to do. */
    public Reason reason() {
        return reason;
    }

    /** What it counts for beside the others. */
    public int weight() {
        return weight;
    }

    /** Its place in a set of criteria kept as bits. */
    public int bit() {
        return 1 << ordinal();
    }

    boolean in(int bits) {
        return (bits & bit()) != 0;
    }

    boolean isExpected(Described record) {
        return expected.test(record);
    }

    boolean isMet(Described record) {
        return met.test(record);
    }
}
