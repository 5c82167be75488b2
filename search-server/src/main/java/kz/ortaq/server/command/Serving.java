package kz.ortaq.server.command;

import java.util.List;
import kz.ortaq.engine.run.ServingIndex;
import kz.ortaq.server.api.Documents;
import kz.ortaq.server.api.Health;
import kz.ortaq.server.api.LibraryApi;
import kz.ortaq.server.api.SearchApi;
import kz.ortaq.server.api.SuggestApi;
import kz.ortaq.server.catalogue.Catalogue;
import kz.ortaq.server.catalogue.SearchParameters;
import kz.ortaq.server.http.WebServer;
import kz.ortaq.server.web.Pages;

/** A running server: the index that follows the store, and the endpoints in front of it. */
final class Serving implements AutoCloseable {

    private final ServingIndex index;
    private final WebServer server;

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
        index.start();
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
