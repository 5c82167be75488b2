package kz.ortaq.server.command;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.link.LinkHarvest;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the documents that records point to, for several sources at once, beside the harvests: documents may take an
 * hour where records take seconds, and no library waits for another's. What is not fetched when this is closed stays
 * due in the store. Safe for use by many threads.
 */
final class DocumentFetching implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentFetching.class);

    private final LinkHarvest links;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("documents-", 0).factory());
    private final Map<String, Source> underWay = new ConcurrentHashMap<>();

    /** @param parallel for how many sources documents are fetched at once */
    DocumentFetching(LinkHarvest links, int parallel) {
        this.links = links;
        this.places = new Semaphore(parallel, true);
    }

    /** Fetches what is due of a source that was harvested, unless nothing of it was stored. */
    void after(HarvestReport report) {
        RunStatus status = report.run().status();
        if (status == RunStatus.COMPLETE || status == RunStatus.PARTIAL) {
            fetch(report.source());
        }
    }

    /** Fetches what is due of a source, in its turn; nothing more where that is under way. */
    void fetch(Source source) {
        if (underWay.putIfAbsent(source.id(), source) == null) {
            threads.execute(() -> inTurn(source));
        }
    }

    /** Waits until nothing is under way any more. */
    void await() {
        threads.close();
    }

    private void inTurn(Source source) {
        try {
            places.acquire();
            try {
                links.fetch(source, new LinkProgress(source));
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            LOG.debug("{}: the documents that are left come with the next harvest", source.id());
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("{}: the fetching of documents stopped: {}", source.id(), e.toString(), e);
        } finally {
            underWay.remove(source.id());
        }
    }

    /** Stops what is under way, and waits until it has. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
