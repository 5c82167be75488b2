package kz.ortaq.engine.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.index.IndexFolder;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.records.store.Stores;
import org.jspecify.annotations.Nullable;

/** The indexes of a data folder: brought up to date, rebuilt beside the live one, opened for searching. */
public final class Indexes {

    private final Stores stores;
    private final Cataloguing cataloguing;
    private final WorkBuilder builder;
    private final IndexFolder folder;
    private final HelpingPrograms programs;
    private final Path buildLock;
    private final Settings settings;
    private final Clock clock;

    public Indexes(DataFolder data, Stores stores, WorkBuilder builder, Settings settings, Clock clock) {
        this.stores = stores;
        this.cataloguing = new Cataloguing(stores, builder.reading());
        this.builder = builder;
        this.folder = new IndexFolder(data.indexes());
        this.programs = new HelpingPrograms(
                data.indexes().resolve("programs"), builder.reading().texts());
        this.buildLock = data.indexes().resolve("build.lock");
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How far a run is.
     *
     * @param placed records that changed and stand in their works now
     * @param works works that were put into the index or taken out
     */
    public record Progress(long placed, long works) {}

    /**
     * Indexes all changes, once.
     *
     * @return how many works were put or taken out; empty where a server runs on the same data folder, which does that itself
     */
    public Optional<Long> bringUpToDate(Consumer<Progress> progress) throws IOException, InterruptedException {
        try (SearchIndex index = open(folder.current())) {
            if (fits(index)) {
                return Optional.of(catchUp(index, progress));
            }
        } catch (SearchIndex.Busy e) {
            return Optional.empty();
        }
        return rebuild(progress);
    }

    /**
     * Builds a new index from the store beside the live one, and swaps.
     *
     * @return how many works it was built from; empty while another process is building one
     */
    public Optional<Long> rebuild(Consumer<Progress> progress) throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(buildLock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (lock == null) {
                return Optional.empty();
            }
            Path old = folder.current();
            Path next = folder.next();
            long done;
            try (SearchIndex index = open(next)) {
                done = catchUp(index, progress);
                index.commit();
                programs.write();
            } catch (SearchIndex.Busy e) {
                return Optional.empty();
            }
            folder.swap(next);
            deleteUnlessServing(old);
            return Optional.of(done);
        }
    }

    /** A server that still writes the old index removes it itself, once it has turned to the new one. */
    private void deleteUnlessServing(Path old) throws IOException {
        try {
            // Closed before it goes: an index looks at its folder once more when it is closed.
            open(old).close();
        } catch (SearchIndex.Busy e) {
            return;
        }
        folder.deleteOld();
    }

    /** Says so where records are not placed here, because another program does it in another way; and what to do then. */
    public Optional<String> madeByAnother() {
        return cataloguing.madeByAnother();
    }

    /** What is committed of the live index, for searching; empty where nothing was ever indexed. */
    public Optional<SearchIndex> openForReading() throws IOException {
        return SearchIndex.openForReading(folder.current(), settings.search());
    }

    /**
     * Whether an index can go on from its cursor: built by this program and these tables, from this store, no further than it is, and
     * with no fewer programs that help to take texts.
     */
    boolean fits(SearchIndex index) throws IOException {
        return canFollow(index) && !readsMore();
    }

    /** Whether an index can go on from its cursor, though some texts in it may be fewer than can be had now. */
    boolean canFollow(SearchIndex index) throws IOException {
        // Sources may have been given other tables while the index was open.
        index.mapWith(builder.reading().fingerprint(), builder.places());
        return index.matchesProgram()
                && index.follows(stores.records().id())
                && index.cursor() <= stores.works().latestVersion();
    }

    /** Whether a program that helps to take texts is there that was not when the indexes were built. */
    boolean readsMore() throws IOException {
        return !programs.areNoMore();
    }

    Path current() throws IOException {
        return folder.current();
    }

    SearchIndex open(Path path) throws IOException, SearchIndex.Busy {
        SearchIndex index = SearchIndex.open(path, settings.index(), settings.search());
        index.mapWith(builder.reading().fingerprint(), builder.places());
        return index;
    }

    long catchUp(SearchIndex index, Consumer<Progress> progress) throws IOException, InterruptedException {
        return new IndexingRun(stores, cataloguing, builder, index, settings, clock).catchUp(progress);
    }

    void deleteOld() throws IOException {
        folder.deleteOld();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
