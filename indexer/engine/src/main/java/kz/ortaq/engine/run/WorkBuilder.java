package kz.ortaq.engine.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.index.IndexedWork;
import kz.ortaq.engine.values.Places;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Edition;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Holding;
import kz.ortaq.records.StoredDocument;
import kz.ortaq.records.Work;
import kz.ortaq.records.store.Rereadings;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.Stores;
import kz.ortaq.records.store.Works;

/** Makes works of those of their records that tell most. */
public final class WorkBuilder {

    private final Stores stores;
    private final RecordReading reading;

    public WorkBuilder(Stores stores, RecordReading reading) {
        this.stores = stores;
        this.reading = reading;
    }

    /** Reads the records. */
    RecordReading reading() {
        return reading;
    }

    /** To which the places that records name are led. */
    public Places places() {
        return reading.places();
    }

    /**
     * A work as built, and what the records say whose documents were read for it.
     *
     * @param work empty where it is no more
     */
    public record Built(Optional<IndexedWork> work, List<Rereadings.Rereading> read) {

        static final Built NONE = new Built(Optional.empty(), List.of());
    }

    /** Takes a work as it was built. */
    interface Sink {
        void accept(String id, Built built) throws IOException;
    }

    /**
     * Builds works, taking the text of documents where it must, in the order of their ids. Each is given out before the
     * next is begun, so that one work with its texts is in memory at a time.
     */
    void build(Collection<String> ids, Sink sink) throws IOException, InterruptedException {
        Map<String, Works.Standing> standing = stores.works().of(ids);
        Map<String, List<Works.Holder>> holders = stores.works().holders(ids);
        Map<Long, StoredRecord> records = records(standing.values());
        for (String id : ids) {
            Works.Standing work = standing.get(id);
            sink.accept(
                    id,
                    work == null
                            ? Built.NONE
                            : build(id, work, holders.getOrDefault(id, List.of()), records, reading::read));
        }
    }

    /**
     * A work with the texts that were taken already: quick enough to do while a reader waits, however many hold it. Of its
     * libraries and sources it names those of the records that it was made of.
     */
    public Optional<IndexedWork> glance(String id) throws IOException, InterruptedException {
        Works.Standing work = stores.works().of(List.of(id)).get(id);
        if (work == null) {
            return Optional.empty();
        }
        List<Works.Holder> told = work.telling().stream()
                .map(telling -> new Works.Holder(
                        telling.holding().library(), telling.holding().record().source()))
                .distinct()
                .toList();
        return build(id, work, told, records(List.of(work)), reading::glance).work();
    }

    /** A record alone, with the texts that were taken already. */
    public RecordReading.Read read(StoredRecord stored) throws IOException, InterruptedException {
        return reading.glance(stored);
    }

    /** The text of a document, where it was taken already. */
    public FullText text(StoredDocument document) throws IOException {
        return reading.texts().known(document).text();
    }

    /** How a record is read. */
    private interface Reader {
        RecordReading.Read read(StoredRecord stored) throws IOException, InterruptedException;
    }

    private Map<Long, StoredRecord> records(Collection<Works.Standing> works) {
        Set<Long> numbers = new LinkedHashSet<>();
        works.forEach(work -> work.telling().forEach(telling -> numbers.add(telling.record())));
        return stores.records().numbered(numbers).stream()
                .filter(record -> !record.raw().deleted())
                .collect(Collectors.toMap(StoredRecord::number, record -> record));
    }

    private static Built build(
            String id,
            Works.Standing standing,
            List<Works.Holder> holders,
            Map<Long, StoredRecord> records,
            Reader reader)
            throws IOException, InterruptedException {
        Map<String, List<Merging.Source>> byEdition = new HashMap<>();
        List<Rereadings.Rereading> reread = new ArrayList<>();
        Map<String, IndexedWork.NamedText> texts = new LinkedHashMap<>();
        Map<String, List<Holding>> holdings = new HashMap<>();
        for (Works.Telling telling : standing.telling()) {
            holdings.computeIfAbsent(telling.edition(), edition -> new ArrayList<>())
                    .add(telling.holding());
            StoredRecord stored = records.get(telling.record());
            // What was deleted a moment ago leaves its work with the next batch.
            if (stored == null) {
                continue;
            }
            RecordReading.Read read = reader.read(stored);
            if (!stored.raw().documents().isEmpty()) {
                reread.add(read.again());
            }
            read.record().ifPresent(record -> {
                byEdition
                        .computeIfAbsent(stored.edition(), edition -> new ArrayList<>())
                        .add(new Merging.Source(stored.raw().id(), record));
                addTexts(stored, record, read.texts(), texts);
            });
        }
        List<Edition> editions = new ArrayList<>();
        standing.editions().forEach((edition, held) -> {
            List<Merging.Source> told = byEdition.getOrDefault(edition, List.of());
            if (!told.isEmpty()) {
                Merging.Merged merged = Merging.merge(told);
                editions.add(new Edition(
                        edition, merged.record(), held, holdings.getOrDefault(edition, List.of()), merged.from()));
            }
        });
        if (editions.isEmpty()) {
            return new Built(Optional.empty(), reread);
        }
        Work work = new Work(id, editions);
        return new Built(
                Optional.of(new IndexedWork(
                        work,
                        List.copyOf(texts.values()),
                        holders.stream().map(Works.Holder::library).distinct().toList(),
                        holders.stream().map(Works.Holder::source).distinct().toList())),
                reread);
    }

    private static void addTexts(
            StoredRecord stored,
            BibRecord record,
            Map<String, FullText> ownTexts,
            Map<String, IndexedWork.NamedText> texts) {
        boolean open = Crosswalks.isOpen(stored.raw(), record);
        for (StoredDocument document : stored.raw().documents()) {
            FullText text = ownTexts.getOrDefault(document.hash(), FullText.NONE);
            texts.merge(
                    document.hash(),
                    new IndexedWork.NamedText(document.name(), document.hash(), open, text),
                    (before, now) -> before.open() ? before : now);
        }
    }
}
