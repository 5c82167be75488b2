package kz.ortaq.engine.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.config.Reason;
import kz.ortaq.engine.crosswalk.Crosswalk;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.index.IndexedWork;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Edition;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Holding;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.Stage;
import kz.ortaq.records.StoredDocument;
import kz.ortaq.records.Work;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.TextStore;

/** Makes a work of its stored records: each mapped, with its texts, under its edition. */
public final class WorkBuilder {

    private final Crosswalk crosswalk;
    private final Texts texts;

    public WorkBuilder(Crosswalk crosswalk, Texts texts) {
        this.crosswalk = crosswalk;
        this.texts = texts;
    }

    /** Where the texts come from. */
    Texts texts() {
        return texts;
    }

    /** A work as built, empty where no record could be mapped, and what is wrong with each of its records. */
    public record Built(Optional<IndexedWork> work, Map<RecordId, List<Problem>> problems) {}

    /** Builds the work {@code id} of its live records, the oldest first, taking the text of documents where it must. */
    public Built build(String id, List<StoredRecord> records) throws IOException, InterruptedException {
        return build(id, records, texts::of);
    }

    /** The same with the texts that were taken already: quick enough to do while a reader waits. */
    public Built glance(String id, List<StoredRecord> records) throws IOException, InterruptedException {
        return build(id, records, texts::known);
    }

    /** Where the text of a document comes from. */
    private interface TextSource {
        TextStore.Entry of(StoredDocument document) throws IOException, InterruptedException;
    }

    private Built build(String id, List<StoredRecord> records, TextSource source)
            throws IOException, InterruptedException {
        Map<RecordId, List<Problem>> problems = new LinkedHashMap<>();
        Map<String, List<Mapped>> editions = new LinkedHashMap<>();
        Map<String, IndexedWork.NamedText> byHash = new LinkedHashMap<>();
        Set<String> libraries = new LinkedHashSet<>();
        Set<String> sources = new LinkedHashSet<>();
        for (StoredRecord stored : records) {
            List<Problem> found = problems.computeIfAbsent(stored.raw().id(), record -> new ArrayList<>());
            Map<String, FullText> ownTexts = texts(stored, source, found);
            try {
                List<FullText> ofRecord = List.copyOf(ownTexts.values());
                Crosswalk.Mapped mapped = map(stored.raw(), ofRecord);
                found.addAll(mapped.problems());
                BibRecord record = Languages.complete(mapped.record(), ofRecord);
                editions.computeIfAbsent(stored.edition(), edition -> new ArrayList<>())
                        .add(new Mapped(stored, record));
                boolean open =
                        Crosswalks.isOwnFile(stored.raw()) && record.access().equals("open");
                for (StoredDocument document : stored.raw().documents()) {
                    FullText text = ownTexts.getOrDefault(document.hash(), FullText.NONE);
                    byHash.merge(
                            document.hash(),
                            new IndexedWork.NamedText(document.name(), document.hash(), open, text),
                            (before, now) -> before.open() ? before : now);
                }
                libraries.add(stored.library());
                sources.add(stored.raw().id().source());
            } catch (RecordRejected e) {
                found.add(e.toProblem(Stage.CROSSWALK, stored.raw().id().identifier()));
            }
        }
        if (editions.isEmpty()) {
            return new Built(Optional.empty(), problems);
        }
        List<Edition> built = new ArrayList<>();
        editions.forEach((edition, mapped) -> built.add(edition(edition, mapped)));
        IndexedWork work = new IndexedWork(
                new Work(id, built), List.copyOf(byHash.values()), List.copyOf(libraries), List.copyOf(sources));
        return new Built(Optional.of(work), problems);
    }

    /** Whatever a record does to its crosswalk, it costs that record alone. */
    private Crosswalk.Mapped map(RawRecord raw, List<FullText> ofRecord) throws RecordRejected {
        try {
            return crosswalk.map(raw, ofRecord);
        } catch (RuntimeException | StackOverflowError e) {
            throw new RecordRejected(Reason.RECORD_BROKEN, raw.place(), e.toString());
        }
    }

    private record Mapped(StoredRecord stored, BibRecord record) {}

    private Map<String, FullText> texts(StoredRecord stored, TextSource source, List<Problem> problems)
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

    private static Edition edition(String id, List<Mapped> records) {
        List<Holding> holdings = records.stream()
                .map(mapped -> new Holding(
                        mapped.stored().library(),
                        mapped.stored().raw().id(),
                        mapped.record().callNumbers().stream()
                                .map(BibRecord.Value::text)
                                .findFirst()
                                .orElse(""),
                        mapped.record().links().stream().findFirst().orElse(""),
                        mapped.record().access()))
                .toList();
        return new Edition(id, records.getFirst().record(), holdings);
    }
}
