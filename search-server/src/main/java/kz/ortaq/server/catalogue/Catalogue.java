package kz.ortaq.server.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.index.IndexedWork;
import kz.ortaq.engine.query.SearchRequest;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.engine.run.Explaining;
import kz.ortaq.engine.run.WorkBuilder;
import kz.ortaq.engine.values.Places;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.Library;
import kz.ortaq.records.StoredDocument;
import kz.ortaq.records.store.CuratedLists;
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
    private final Places places;
    private final Readers readers;
    private final Registered registered;

    public Catalogue(Stores stores, WorkBuilder builder, Searcher searcher) {
        this.stores = stores;
        this.builder = builder;
        this.searcher = searcher;
        this.places = builder.places();
        this.readers = new Readers(places);
        this.registered = new Registered(stores.registry());
    }

    /** @throws IllegalArgumentException for a cursor that Ortaq did not give */
    public SearchResult search(SearchRequest request) throws IOException {
        return searcher.search(request);
    }

    /**
     * The work that an id leads to: itself, or the one that its record stands in now; empty where there is none with this
     * id, or no longer.
     */
    public Optional<String> leadsTo(String id) {
        return stores.works().leadsTo(id);
    }

    /** A work with its editions; empty where there is none that is called so now. */
    public Optional<IndexedWork> work(String id) throws IOException, InterruptedException {
        return builder.glance(id);
    }

    /** Why the records of a work stand together, and which like them do not; empty where there is no such work. */
    public Optional<Explaining.Explanation> explain(String id) {
        return new Explaining(stores).explain(id);
    }

    /** Why the records of a work stand in it. */
    public List<Explaining.Told> records(String work) {
        return new Explaining(stores).records(work);
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
        String now = leadsTo(work).orElse(work);
        List<StoredRecord> records = stores.records().numbered(stores.works().withDocument(now, hash));
        for (StoredRecord stored : records) {
            Optional<BibRecord> record = builder.read(stored).record();
            if (record.isEmpty() || !Crosswalks.isOpen(stored.raw(), record.get())) {
                continue;
            }
            for (StoredDocument document : stored.raw().documents()) {
                Optional<Path> file = stores.documents().find(hash);
                if (document.hash().equals(hash) && file.isPresent()) {
                    return Optional.of(new OpenDocument(
                            file.get(), document.name(), builder.text(document).mediaType()));
                }
            }
        }
        return Optional.empty();
    }

    /** The registered libraries by id. */
    public Map<String, Library> libraries() {
        return registered.now().libraries();
    }

    /** What libraries recommend. */
    public CuratedLists lists() {
        return stores.lists();
    }

    /** A list as it is today; empty where there is none with this id. */
    public Optional<CuratedList> list(String id) throws IOException, InterruptedException {
        return new ListedWorks(stores, builder).list(id);
    }

    /** The places of the country. */
    public Places places() {
        return places;
    }

    /** Reads where readers are. */
    public Readers readers() {
        return readers;
    }

    /** How near libraries are to a reader. */
    public Nearness near(Reader reader, Map<String, Library> libraries) {
        return new Nearness(reader, libraries, places);
    }

    /** Who holds works, those near to the reader first. */
    public Holders holders(Nearness near) {
        return new Holders(stores.holdings(), near.sources(registered.now().sources()));
    }

    /** Where readers ask for copies. */
    public RequestLinks requests() {
        return registered.now().requests();
    }
}
