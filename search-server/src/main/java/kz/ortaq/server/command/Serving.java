package kz.ortaq.server.command;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import kz.ortaq.engine.run.ServingIndex;
import kz.ortaq.server.api.Documents;
import kz.ortaq.server.api.Health;
import kz.ortaq.server.api.LibraryApi;
import kz.ortaq.server.api.SearchApi;
import kz.ortaq.server.api.SuggestApi;
import kz.ortaq.server.catalogue.Catalogue;
import kz.ortaq.server.catalogue.ListMatching;
import kz.ortaq.server.catalogue.SearchParameters;
import kz.ortaq.server.catalogue.WorkFinding;
import kz.ortaq.server.http.WebServer;
import kz.ortaq.server.web.Pages;

/** A running server: the index that follows the store, and the endpoints in front of it. */
final class Serving implements AutoCloseable {

    private static final Duration BETWEEN_MATCHES = Duration.ofSeconds(5);

    private final ServingIndex index;
    private final WebServer server;
    // When lists are looked at next.
    private long matched = System.nanoTime();

    Serving(Ortaq ortaq) throws Exception {
        this.index = new ServingIndex(ortaq.indexes());
        Catalogue catalogue = new Catalogue(ortaq.stores(), ortaq.builder(), index::search);
        SearchParameters parameters = new SearchParameters(ortaq.settings().search(), catalogue::places);
        try {
            this.server = new WebServer(
                    ortaq.settings().server().host(),
                    ortaq.settings().server().port(),
                    List.of(
                            new Health(index::works, index::failing, ortaq.indexes()::madeByAnother),
                            new SearchApi(catalogue, parameters),
                            new LibraryApi(catalogue),
                            new SuggestApi(index::suggest),
                            new Documents(catalogue),
                            new Pages(catalogue, parameters, index::works)));
        } catch (Exception e) {
            index.close();
            throw e;
        }
        ListMatching lists =
                new ListMatching(ortaq.stores(), ortaq.builder(), new WorkFinding(index::search, parameters));
        index.start(version -> match(lists, version));
    }

    /** Looks for the works of harvested lists, a few at a time; called by the thread that follows the store. */
    private void match(ListMatching lists, long version) throws IOException, InterruptedException {
        if (System.nanoTime() - matched >= 0) {
            int open = lists.pass(version);
            matched = System.nanoTime() + (open > 0 ? 0 : BETWEEN_MATCHES.toNanos());
        }
    }

    /** Where it listens. */
    String address() {
        return server.address().toString();
    }

    /** Waits until the process is told to stop. */
    void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() throws Exception {
        server.close();
        index.close();
    }
}
