package kz.ortaq.engine.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.query.Evidence;
import kz.ortaq.engine.query.Query;
import kz.ortaq.engine.query.SearchRequest;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.engine.query.Suggestion;
import kz.ortaq.engine.values.Places;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Works, searchable as soon as they are put, and safe on disk with the cursor once they are committed. Safe for use by
 * many threads.
 */
public final class SearchIndex implements AutoCloseable {

    private static final String CURSOR = "cursor";
    private static final String FINGERPRINT = "fingerprint";
    private static final String STORE = "store";
    private static final double SECONDS_KEPT = 300; // whoever turns the page within it walks through the first list

    private final Directory directory;
    private final @Nullable IndexWriter writer;
    private final SearcherManager searchers;
    private final SearcherLifetimeManager snapshots = new SearcherLifetimeManager();
    private final IndexSearch search;
    private final Captions captions = new Captions();
    private final WorkDocuments documents;
    private volatile long cursor;
    private volatile String store;
    private volatile String tables = "";

    private SearchIndex(
            Directory directory, @Nullable IndexWriter writer, Settings.Search limits, Set<Evidence> evidence)
            throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = writer == null ? new SearcherManager(directory, null) : new SearcherManager(writer, null);
        WordForms forms = new WordForms();
        this.documents = new WorkDocuments(forms, captions);
        this.search = new IndexSearch(limits.milliseconds(), forms, evidence);
        this.cursor = Long.parseLong(committed().getOrDefault(CURSOR, "0"));
        this.store = committed().getOrDefault(STORE, "");
    }

    /** An index that another process is writing. */
    public static final class Busy extends Exception {
        Busy(Path folder) {
            super("the index in " + folder + " is being written by another process");
        }
    }

    /**
     * Opens an index for writing, creating it where there is none.
     *
     * @throws Busy while another process writes it
     */
    public static SearchIndex open(Path folder, Settings.Index settings, Settings.Search limits)
            throws IOException, Busy {
        return open(FSDirectory.open(folder), folder, settings, limits, Evidence.all());
    }

    /** An index that is gone with the process, for judging how well searches find. */
    public static SearchIndex inMemory(Settings.Index settings, Settings.Search limits, Set<Evidence> evidence)
            throws IOException {
        try {
            return open(new ByteBuffersDirectory(), Path.of(""), settings, limits, evidence);
        } catch (Busy e) {
            throw new IllegalStateException("nobody else has this index", e);
        }
    }

    private static SearchIndex open(
            Directory directory, Path folder, Settings.Index settings, Settings.Search limits, Set<Evidence> evidence)
            throws IOException, Busy {
        IndexWriterConfig config = new IndexWriterConfig(IndexFields.analyzer());
        config.setSimilarity(IndexFields.similarity());
        config.setRAMBufferSizeMB(settings.bufferMegabytes());
        // What was put and not committed comes again from the store; committing half of it would move no cursor.
        config.setCommitOnClose(false);
        try {
            return new SearchIndex(directory, new IndexWriter(directory, config), limits, evidence);
        } catch (LockObtainFailedException e) {
            directory.close();
            throw new Busy(folder);
        }
    }

    /** Opens what is committed of an index, for searching alone; empty where there is no index yet. */
    public static Optional<SearchIndex> openForReading(Path folder, Settings.Search limits) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            return Optional.of(new SearchIndex(directory, null, limits, Evidence.all()));
        } catch (IndexNotFoundException e) {
            directory.close();
            return Optional.empty();
        }
    }

    /** Whether the index has the fields and the analysis of this program; an empty one has. */
    public boolean matchesProgram() throws IOException {
        return committed().getOrDefault(FINGERPRINT, fingerprint()).equals(fingerprint());
    }

    /** Puts a work in place of what the index had under its id. */
    public void put(IndexedWork work) throws IOException {
        writer().updateDocuments(new Term(IndexFields.ID, work.work().id()), documents.block(work));
    }

    /** Takes a work out. */
    public void remove(String work) throws IOException {
        writer().deleteDocuments(new Term(IndexFields.ID, work));
    }

    /** The version of the last change in the store that the index has seen. */
    public long cursor() {
        return cursor;
    }

    /** Says that all changes up to {@code version} were put. */
    public void advance(long version) {
        cursor = version;
    }

    /** Names the store that the cursor belongs to. */
    public void follow(String id) {
        store = id;
    }

    /** Whether the cursor belongs to this store; one that never followed any does. */
    public boolean follows(String id) {
        return store.isEmpty() || store.equals(id);
    }

    /** Says by which tables of the operator records are mapped, and which places there are, beside those of the program. */
    public void mapWith(String operatorsTables, Places places) {
        tables = operatorsTables;
        captions.knowing(places);
    }

    private String fingerprint() {
        return tables.isEmpty() ? IndexFields.FINGERPRINT : IndexFields.FINGERPRINT + ";" + tables;
    }

    /** Makes what was put safe on disk, together with the cursor. */
    public void commit() throws IOException {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(CURSOR, String.valueOf(cursor));
        data.put(FINGERPRINT, fingerprint());
        data.put(STORE, store);
        IndexWriter open = writer();
        open.setLiveCommitData(data.entrySet());
        open.commit();
    }

    /** Lets searches see what was put, or what another process committed. */
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
        snapshots.prune(new SearcherLifetimeManager.PruneByAge(SECONDS_KEPT));
    }

    /**
     * Searches. A cursor leads on through the index as it was when the cursor was given; where that is minutes ago,
     * through the index as it is now, at the nearest place.
     *
     * @throws IllegalArgumentException for a cursor that Ortaq did not give
     */
    public SearchResult search(SearchRequest request) throws IOException {
        Cursor cursor = request.cursor().isEmpty()
                ? null
                : Cursor.read(request.cursor())
                        .orElseThrow(() -> new IllegalArgumentException("the cursor is none that Ortaq gave"));
        IndexSearcher kept = cursor == null ? null : snapshots.acquire(cursor.snapshot());
        if (kept != null) {
            try {
                return search.search((DirectoryReader) kept.getIndexReader(), request, cursor);
            } finally {
                snapshots.release(kept);
            }
        }
        IndexSearcher searcher = searchers.acquire();
        try {
            SearchResult result = search.search((DirectoryReader) searcher.getIndexReader(), request, cursor);
            if (!result.next().isEmpty()) {
                snapshots.record(searcher);
            }
            return result;
        } finally {
            searchers.release(searcher);
        }
    }

    /** The best works for a query and their scores, without what a page of results says of them. */
    public List<Ranked> ranked(Query query, int most) throws IOException {
        return ask(reader -> search.ranked(reader, query, most));
    }

    /**
     * Titles and names of authors that complete what is being typed, the best first; each is found by a search.
     *
     * @param language of the works that come first among equals; may be empty
     */
    public List<Suggestion> suggest(String typed, String language, int most) throws IOException {
        return ask(reader -> search.suggestions(reader, typed, language, most));
    }

    /** A work by its id, and how well it fits. */
    public record Ranked(String work, float score) {}

    /** How many works there are. */
    public long works() throws IOException {
        return count(new Term(IndexFields.TYPE, IndexFields.TYPE_WORK));
    }

    /** How many works have text that can be searched. */
    public long worksWithText() throws IOException {
        return count(new Term(IndexFields.HAS_TEXT, "true"));
    }

    /** Gives the stored fields of every work by its id, pages included, for comparing two indexes. */
    public void forEachStored(BiConsumer<String, String> consumer) throws IOException {
        ask(reader -> {
            for (LeafReaderContext leaf : reader.leaves()) {
                WorkDocuments.forEachStored(leaf.reader(), consumer);
            }
            return reader;
        });
    }

    /** Closes the index; what was put since the last commit is left out, and put again by the next one who opens it. */
    @Override
    public void close() throws IOException {
        snapshots.close();
        searchers.close();
        if (writer != null) {
            writer.close();
        }
        directory.close();
    }

    private long count(Term term) throws IOException {
        return ask(reader -> new IndexSearcher(reader).count(new TermQuery(term)));
    }

    /** Asks one snapshot. */
    private interface Asking<T> {
        T of(DirectoryReader reader) throws IOException;
    }

    private <T> T ask(Asking<T> asking) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return asking.of((DirectoryReader) searcher.getIndexReader());
        } finally {
            searchers.release(searcher);
        }
    }

    private IndexWriter writer() {
        if (writer == null) {
            throw new IllegalStateException("this index was opened for reading");
        }
        return writer;
    }

    private Map<String, String> committed() throws IOException {
        if (writer != null) {
            Map<String, String> data = new LinkedHashMap<>();
            Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
            if (live != null) {
                live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
            }
            return data;
        }
        return ask(reader -> reader.getIndexCommit().getUserData());
    }
}
