package kz.ortaq.engine.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.engine.crosswalk.Crosswalk;
import kz.ortaq.engine.quality.Criterion;
import kz.ortaq.engine.quality.RecordQuality;
import kz.ortaq.engine.values.Places;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.Stage;
import kz.ortaq.records.StoredDocument;
import kz.ortaq.records.store.Rereadings;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.TextStore;

/** Reads a stored record: mapped, with the texts of its documents, and with what is wrong with it. */
public final class RecordReading {

    private final Crosswalk crosswalk;
    private final Texts texts;
    private final Places places;

    public RecordReading(Crosswalk crosswalk, Texts texts) {
        this(crosswalk, texts, new Places());
    }

    /** @param places to which the places that records name are led */
    public RecordReading(Crosswalk crosswalk, Texts texts, Places places) {
        this.crosswalk = crosswalk;
        this.texts = texts;
        this.places = places;
    }

    /** To which the places that records name are led. */
    Places places() {
        return places;
    }

    /** Where the texts come from. */
    Texts texts() {
        return texts;
    }

    /** Changes when records have to be read anew, though the program is the same. */
    String fingerprint() {
        return crosswalk.fingerprint() + places.fingerprint();
    }

    /**
     * What a record says.
     *
     * @param record empty where it could not be mapped
     * @param texts the texts of its documents by their hashes
     */
    public record Read(
            StoredRecord stored, Optional<BibRecord> record, Map<String, FullText> texts, List<Problem> problems) {

        /** How good the record is, as mapped; whether its addresses open is not known here. */
        public RecordQuality quality(BibRecord mapped) {
            return RecordQuality.of(
                    mapped,
                    !stored.raw().documents().isEmpty(),
                    texts.values().stream().anyMatch(text -> text.characters() > 0));
        }

        /** What its documents say, for the store where they were read once more. */
        Rereadings.Rereading again() {
            int text = Criterion.TEXT.bit();
            return new Rereadings.Rereading(
                    stored.number(),
                    stored.version(),
                    stored.raw().id(),
                    problems.stream()
                            .filter(problem -> problem.stage() == Stage.TEXT)
                            .toList(),
                    text,
                    record.map(mapped -> quality(mapped).lacking() & text).orElse(0));
        }

        /** The same, for whoever needs no texts and has many records. */
        Read withoutTexts() {
            return new Read(stored, record, Map.of(), problems);
        }
    }

    /** Reads a record, taking the text of its documents where nobody has taken it. */
    public Read read(StoredRecord stored) throws IOException, InterruptedException {
        return read(stored, texts::of);
    }

    /** The same with the texts that were taken already: quick enough to do while a reader waits. */
    public Read glance(StoredRecord stored) throws IOException, InterruptedException {
        return read(stored, texts::known);
    }

    /** Where the text of a document comes from. */
    private interface TextSource {
        TextStore.Entry of(StoredDocument document) throws IOException, InterruptedException;
    }

    private Read read(StoredRecord stored, TextSource source) throws IOException, InterruptedException {
        List<Problem> problems = new ArrayList<>();
        Map<String, FullText> found = texts(stored, source, problems);
        try {
            List<FullText> all = List.copyOf(found.values());
            Crosswalk.Mapped mapped = map(stored.raw(), all);
            problems.addAll(mapped.problems());
            return new Read(stored, Optional.of(Languages.complete(mapped.record(), all)), found, problems);
        } catch (RecordRejected e) {
            problems.add(e.toProblem(Stage.CROSSWALK, stored.raw().id().identifier()));
            return new Read(stored, Optional.empty(), found, problems);
        }
    }

    /** Whatever a record does to its crosswalk, it costs that record alone. */
    private Crosswalk.Mapped map(RawRecord raw, List<FullText> ofRecord) throws RecordRejected {
        try {
            return crosswalk.map(raw, ofRecord);
        } catch (RuntimeException | StackOverflowError e) {
            throw new RecordRejected(Reason.RECORD_BROKEN, raw.place(), e.toString());
        }
    }

    private static Map<String, FullText> texts(StoredRecord stored, TextSource source, List<Problem> problems)
            throws IOException, InterruptedException {
        Map<String, FullText> found = new LinkedHashMap<>();
        for (StoredDocument document : stored.raw().documents()) {
            TextStore.Entry entry = source.of(document);
            found.put(document.hash(), entry.text());
            Problem problem = entry.problem();
            if (problem != null) {
                // The text may have been taken for another library, which calls the same file otherwise.
                problems.add(new Problem(
                        problem.reason(),
                        problem.severity(),
                        Stage.TEXT,
                        stored.raw().id().identifier(),
                        document.name(),
                        problem.value()));
            }
        }
        return found;
    }
}
