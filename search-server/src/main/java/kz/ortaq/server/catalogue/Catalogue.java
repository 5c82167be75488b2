package kz.ortaq.server.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.engine.index.IndexedWork;
import kz.ortaq.engine.query.SearchRequest;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.engine.run.WorkBuilder;
import kz.ortaq.records.Library;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.Stores;

/** Answers what readers ask: searches from the index, single works from the store. Safe for use by many threads. */
public final class Catalogue {

    /** Answers searches. */
    public interface Searcher {
        SearchResult search(SearchRequest request) throws IOException;
    }

    private final Stores stores;
    private final WorkBuilder builder;
    private final Searcher searcher;

    public Catalogue(Stores stores, WorkBuilder builder, Searcher searcher) {
        this.stores = stores;
        this.builder = builder;
        this.searcher = searcher;
    }

    /** @throws IllegalArgumentException for a cursor that Ortaq did not give */
    public SearchResult search(SearchRequest request) throws IOException {
        return searcher.search(request);
    }

    /** A work with its editions and holdings; empty where there is none with this id, or no longer. */
    public Optional<IndexedWork> work(String id) throws IOException, InterruptedException {
        List<StoredRecord> records = stores.records().ofWork(id);
        return records.isEmpty()
                ? Optional.empty()
                : builder.glance(id, records).work();
    }

    /**
     * A document that everyone may read.
     *
     * @param name what its library calls it
     * @param mediaType what it is; empty when that is not known
     */
    public record OpenDocument(Path file, String name, String mediaType) {}

    /** The document with that hash, where it belongs to the work and a library gives it to everyone. */
    public Optional<OpenDocument> document(String work, String hash) throws IOException, InterruptedException {
        // The texts of other documents of the work need not be unpacked for this one.
        List<StoredRecord> records = stores.records().ofWork(work).stream()
                .filter(record -> record.raw().documents().stream()
                        .anyMatch(document -> document.hash().equals(hash)))
                .toList();
        Optional<IndexedWork> found = records.isEmpty()
                ? Optional.empty()
                : builder.glance(work, records).work();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        for (IndexedWork.NamedText named : found.get().texts()) {
            if (named.open() && named.hash().equals(hash)) {
                return stores.documents()
                        .find(hash)
                        .map(file -> new OpenDocument(
                                file, named.name(), named.text().mediaType()));
            }
        }
        return Optional.empty();
    }

    /** The registered libraries by id. */
    public Map<String, Library> libraries() {
        Map<String, Library> libraries = new LinkedHashMap<>();
        stores.registry().libraries().forEach(library -> libraries.put(library.id(), library));
        return libraries;
    }
}
