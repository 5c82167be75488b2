package kz.ortaq.engine.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.engine.query.SearchRequest;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.engine.query.Suggestion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of a running server: answers searches, and follows the store and any rebuilt index by itself. Safe for use
 * by many threads.
 */
public final class ServingIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServingIndex.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration AFTER_OTHERS = Duration.ofMinutes(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final Indexes indexes;
    private final Thread follower;
    // Searches share the lock; changing the index waits for them, and they wait for it, for a moment.
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private CaughtUp caughtUp = version -> {};
    private volatile boolean failing;
    // Builds the next index while this one follows; the follower starts it, and whoever closes ends it.
    private volatile @Nullable Thread builder;
    private Path path;
    private SearchIndex index;

    /** @throws SearchIndex.Busy while another process writes the index */
    public ServingIndex(Indexes indexes) throws IOException, SearchIndex.Busy {
        this.indexes = indexes;
        this.path = indexes.current();
        this.index = indexes.open(path);
        this.follower = Thread.ofPlatform().daemon().name("index-follower").unstarted(this::follow);
    }

    /** Is told up to which version of the works searches know them, each time that the index has caught up. */
    public interface CaughtUp {
        void at(long version) throws IOException, InterruptedException;
    }

    /** Begins to follow the store. */
    public void start() {
        start(version -> {});
    }

    /** The same; {@code then} must not take long, for the index waits for it. */
    public void start(CaughtUp then) {
        caughtUp = then;
        follower.start();
    }

    public SearchResult search(SearchRequest request) throws IOException {
        lock.readLock().lock();
        try {
            return index.search(request);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** What completes what is being typed. */
    public List<Suggestion> suggest(String typed, String language, int most) throws IOException {
        lock.readLock().lock();
        try {
            return index.suggest(typed, language, most);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Whether the index could not follow the store the last time it tried. */
    public boolean failing() {
        return failing;
    }

    /** How many works can be found. */
    public long works() throws IOException {
        lock.readLock().lock();
        try {
            return index.works();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() throws IOException {
        follower.interrupt();
        try {
            // One that was never started has nothing to wait for.
            if (follower.getState() != Thread.State.NEW) {
                follower.join(LONGEST_STOP);
            }
            Thread building = builder;
            if (building != null) {
                building.interrupt();
                building.join(LONGEST_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lock.writeLock().lock();
        try {
            index.close();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void follow() {
        while (true) {
            try {
                look();
                failing = false;
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException | Error e) {
                // The store stays the truth: what failed now comes again at the next look.
                failing = true;
                LOG.error("indexing stopped, and is tried again: {}", e.toString(), e);
                if (!recover()) {
                    return;
                }
            }
        }
    }

    /** Opens the index anew, because Lucene closes one that could not be written; false when the server stops. */
    private boolean recover() {
        try {
            Thread.sleep(AFTER_FAILURE);
            lock.writeLock().lock();
            try {
                index.close();
                index = indexes.open(path);
            } finally {
                lock.writeLock().unlock();
            }
        } catch (InterruptedException e) {
            return false;
        } catch (IOException | RuntimeException | SearchIndex.Busy e) {
            LOG.error("the index in {} does not open, and is tried again: {}", path, e.toString());
        }
        return true;
    }

    private void look() throws IOException, InterruptedException {
        Path current = indexes.current();
        if (!current.equals(path)) {
            switchTo(current);
        }
        if (!indexes.canFollow(index)) {
            LOG.info("the index was built by another version or from another store; a new one is built beside it");
            Optional<Long> rebuilt = indexes.rebuild(done -> {});
            if (rebuilt.isPresent()) {
                switchTo(indexes.current());
            }
            return;
        }
        if (indexes.readsMore()) {
            buildBeside();
        }
        indexes.catchUp(index, done -> {});
        try {
            caughtUp.at(index.cursor());
        } catch (IOException | RuntimeException e) {
            LOG.error("what follows the index stopped, and is tried again: {}", e.toString(), e);
        }
    }

    /** Reading what could not be read before may take days, and new records do not wait for it. */
    private void buildBeside() {
        Thread before = builder;
        if (before == null || !before.isAlive()) {
            LOG.info("a program or model that helps to read documents is new; an index with their texts is built beside"
                    + " this one, which follows meanwhile");
            builder = Thread.ofPlatform().daemon().name("index-builder").start(this::build);
        }
    }

    private void build() {
        try {
            if (indexes.rebuild(done -> {}).isEmpty()) {
                // Another process builds one.
                Thread.sleep(AFTER_OTHERS);
            }
        } catch (InterruptedException e) {
            LOG.debug("the building of an index is stopped, and begins again with the next start");
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("the building of an index stopped, and is tried again: {}", e.toString(), e);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void switchTo(Path next) throws IOException {
        SearchIndex opened;
        try {
            opened = indexes.open(next);
        } catch (SearchIndex.Busy e) {
            // Whoever built it closes it in a moment.
            return;
        }
        lock.writeLock().lock();
        try {
            index.close();
            index = opened;
            path = next;
        } finally {
            lock.writeLock().unlock();
        }
        indexes.deleteOld();
        LOG.info("searching the index in {}", next);
    }
}
