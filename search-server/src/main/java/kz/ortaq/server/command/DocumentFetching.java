package kz.ortaq.server.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.link.LinkHarvest;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.LeaseRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the documents that records point to, for several sources at once, beside the harvests: documents may take an
 * hour where records take seconds, and no library waits for another's. What is not fetched when this is closed stays
 * due in the store. Safe for use by many threads.
 */
final class DocumentFetching implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentFetching.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final LinkHarvest links;
    private final Duration patience;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("documents-", 0).factory());
    private final Map<String, Source> wanted = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private boolean closed;

    /**
     * @param parallel for how many sources documents are fetched at once
     * @param patience how long to wait where another process fetches the documents of a source, before looking whether
     *     it left some or died; zero leaves them to it
     */
    DocumentFetching(LinkHarvest links, int parallel, Duration patience) {
        this.links = links;
        this.patience = patience;
        this.places = new Semaphore(parallel, true);
    }

    /** Fetches what is due of a source that was harvested, unless nothing of it was stored. */
    void after(HarvestReport report) {
        RunStatus status = report.run().status();
        if (status == RunStatus.COMPLETE || status == RunStatus.PARTIAL) {
            fetch(report.source());
        }
    }

    /**
     * Fetches what is due of a source, in its turn; once more where that is under way, for it may have looked already
     * where the records point. Nothing after this was closed.
     */
    synchronized void fetch(Source source) {
        if (closed) {
            return;
        }
        wanted.put(source.id(), source);
        if (underWay.add(source.id())) {
            threads.execute(() -> inTurn(source.id()));
        }
    }

    /** Waits until nothing is under way any more. */
    void await() {
        threads.close();
    }

    private void inTurn(String source) {
        for (Source next = next(source); next != null; next = next(source)) {
            try {
                if (!fetchNow(next)) {
                    want(next);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (RuntimeException e) {
                // A wait for the database that is interrupted ends like this too.
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
                LOG.error("{}: the fetching of documents stopped: {}", source, e.toString(), e);
            }
        }
        if (Thread.currentThread().isInterrupted()) {
            LOG.debug("{}: the documents that are left come with the next harvest", source);
            left(source);
        }
    }

    private synchronized void want(Source source) {
        wanted.putIfAbsent(source.id(), source);
    }

    private synchronized @Nullable Source next(String source) {
        Source next = wanted.remove(source);
        if (next == null) {
            underWay.remove(source);
        }
        return next;
    }

    private synchronized void left(String source) {
        underWay.remove(source);
    }

    /** False where there may be more to fetch. */
    private boolean fetchNow(Source source) throws InterruptedException {
        places.acquire();
        try {
            return !links.fetch(source, new LinkProgress(source)).more();
        } catch (LeaseRefused e) {
            LOG.debug("{}", e.getMessage());
        } finally {
            places.release();
        }
        if (patience.isZero()) {
            LOG.info("{}: another process is fetching its documents, and looks once more for these", source.id());
            return true;
        }
        Thread.sleep(patience);
        return false;
    }

    /** Tells what is under way to stop, and lets nothing more begin. */
    synchronized void stop() {
        closed = true;
        threads.shutdownNow();
    }

    /** Stops what is under way, and waits until it has, but not for ever. */
    @Override
    public void close() {
        stop();
        try {
            if (!threads.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("documents of {} were still being fetched when the program stopped", sources());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Set<String> sources() {
        return Set.copyOf(underWay);
    }
}
