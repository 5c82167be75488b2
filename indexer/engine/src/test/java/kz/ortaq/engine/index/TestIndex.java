package kz.ortaq.engine.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.engine.query.SearchBox;
import kz.ortaq.engine.query.SearchRequest;
import kz.ortaq.engine.query.SearchResult;

/** An index that is asked as readers ask. */
final class TestIndex implements AutoCloseable {

    static final Settings.Index SMALL = new Settings.Index(16, 10, 1);
    static final Settings.Search PATIENT = new Settings.Search(500, 10, 60_000);

    private final SearchIndex index;

    TestIndex(Path folder) throws IOException, SearchIndex.Busy {
        this.index = SearchIndex.open(folder, SMALL, PATIENT);
    }

    SearchIndex index() {
        return index;
    }

    /** Puts works, and lets searches see them. */
    void put(TestWork... works) throws IOException {
        for (TestWork work : works) {
            index.put(work.built());
        }
        index.refresh();
    }

    static SearchRequest request(String typed) {
        return new SearchRequest(new SearchBox(500).parse(typed), Map.of(), 1, 10, "");
    }

    SearchResult search(String typed) throws IOException {
        return search(typed, Map.of());
    }

    SearchResult search(String typed, Map<Facet, List<String>> filters) throws IOException {
        return page(typed, filters, 50, "");
    }

    SearchResult page(String typed, Map<Facet, List<String>> filters, int size, String cursor) throws IOException {
        return index.search(new SearchRequest(new SearchBox(500).parse(typed), filters, 1, size, cursor));
    }

    /** The ids of what is found, the best first. */
    List<String> found(String typed) throws IOException {
        return ids(search(typed));
    }

    List<String> found(String typed, Facet facet, String... values) throws IOException {
        return ids(search(typed, Map.of(facet, List.of(values))));
    }

    static List<String> ids(SearchResult result) {
        return result.hits().stream().map(hit -> hit.work().id()).toList();
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
