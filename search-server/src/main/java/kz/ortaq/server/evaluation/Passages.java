package kz.ortaq.server.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.index.IndexedWork;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.engine.query.Evidence;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.BibRecord.Value;
import kz.ortaq.records.Edition;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Work;

/** Passages as works: each has the title, and a document of one page that is the text. */
public final class Passages {

    private static final Settings.Index SETTINGS = new Settings.Index(256, 500, 3_600);
    // A judgement does not hurry; what a reader waits for is measured elsewhere.
    private static final Settings.Search LIMITS = new Settings.Search(10_000, 100, 600_000);

    private final List<IndexedWork> works;

    private Passages(List<IndexedWork> works) {
        this.works = List.copyOf(works);
    }

    /** Reads a file of id, title (which may be empty) and text. */
    public static Passages read(Path file) throws IOException {
        return new Passages(Lines.of(file, 3).stream()
                .map(columns -> work(columns.get(0), columns.get(1), columns.get(2)))
                .toList());
    }

    /** The works, in the order of the file. */
    public List<IndexedWork> works() {
        return works;
    }

    /** An index of them in memory. */
    public SearchIndex index(Set<Evidence> evidence) throws IOException {
        SearchIndex index = SearchIndex.inMemory(SETTINGS, LIMITS, evidence);
        for (IndexedWork work : works) {
            index.put(work);
        }
        index.refresh();
        return index;
    }

    /** A work that is a passage. */
    public static IndexedWork work(String id, String title, String passage) {
        BibRecord record =
                BibRecord.titled(List.of(new Value(title, "", "title"))).build();
        FullText text = new FullText("text/plain", "", Map.of(), List.of(new FullText.Page(1, "text", 1, passage)));
        return new IndexedWork(
                new Work(id, List.of(new Edition("e-" + id, record, 0, List.of(), Map.of()))),
                List.of(new IndexedWork.NamedText(id, "", false, text)),
                List.of(),
                List.of());
    }
}
