package kz.ortaq.harvesters.folder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.HarvestedLists;
import kz.ortaq.harvesters.Harvester;
import kz.ortaq.harvesters.Usual;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.Counts;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.Stage;
import kz.ortaq.records.StoredDocument;
import kz.ortaq.records.store.DocumentStore;
import kz.ortaq.records.store.KnownFile;
import kz.ortaq.records.store.Stores;

/**
 * Documents under a folder, each a record: recognised again by content when moved, gone when gone.
 *
 * <p>A record's payload is a JSON object with {@code path}, {@code bytes} and {@code sha256}, in the format
 * {@code file}, and {@code described} where a sheet beside the documents has a row for it; the document itself goes to the {@link DocumentStore}, so that it is there when the stick is not.
 */
public final class FolderHarvester implements Harvester {

    /** The format of a record that stands for a file. */
    public static final String FORMAT = "file";

    private static final String ACCESS = "access";
    private static final int PAGE = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stores stores;
    private final Settings.Harvest limits;

    public FolderHarvester(Stores stores, Settings.Harvest limits) {
        this.stores = stores;
        this.limits = limits;
    }

    @Override
    public Ending harvest(Source source, Checkpoint checkpoint, Consumer<HarvestPage> sink)
            throws InterruptedException {
        Path root;
        FolderListing listing;
        try {
            // A walk does not follow links, and a root that is one would look like a folder without files.
            root = Path.of(source.address()).toRealPath();
            if (!Files.isDirectory(root)) {
                throw new IOException("no folder");
            }
            listing = FolderListing.of(root, limits.folderFiles());
        } catch (IOException | InvalidPathException e) {
            sink.accept(HarvestPage.of(problem(Reason.FOLDER_MISSING, "", "", source.address()), checkpoint));
            return Ending.STOPPED;
        }

        Descriptions described = Descriptions.read(root, listing, limits.recordCharacters());
        List<HarvestPage.Rejected> rejected = new ArrayList<>(described.rejected());
        Set<String> unread = new HashSet<>();
        for (Path file : listing.unreadable()) {
            reject(Reason.FILE_UNREADABLE, ShownPath.of(root, file), "no access", rejected, unread);
        }
        // A name that is not UTF-8 cannot be turned back into its file, so each keeps its own.
        Map<FileMatcher.Found, Path> files = new LinkedHashMap<>();
        for (Path file : listing.files()) {
            stopIfInterrupted();
            if (described.isSheet(file) || ListFiles.isList(file)) {
                continue;
            }
            hash(root, file, rejected, unread).ifPresent(found -> files.put(found, file));
        }
        FileMatcher matcher = new FileMatcher(stores.records().files(source.id()), List.copyOf(files.keySet()));
        sendFiles(source, files, matcher, new Pages(checkpoint, sink, described, rejected, unread));
        Ending ending = sendDeletions(source, listing, matcher, unread, checkpoint, sink);
        HarvestedLists lists = new HarvestedLists(stores, source);
        ListFiles.read(root, listing, lists);
        return lists.end(ending, checkpoint, sink);
    }

    /** Where pages go, and what is noted on the way. */
    private record Pages(
            Checkpoint checkpoint,
            Consumer<HarvestPage> sink,
            Descriptions described,
            List<HarvestPage.Rejected> rejected,
            Set<String> unread) {

        void send(List<RawRecord> records) {
            sink.accept(new HarvestPage(records, rejected, described.problems(), checkpoint));
            described.problems().clear();
            records.clear();
            rejected.clear();
        }
    }

    private void sendFiles(Source source, Map<FileMatcher.Found, Path> files, FileMatcher matcher, Pages pages)
            throws InterruptedException {
        List<RawRecord> records = new ArrayList<>();
        for (Map.Entry<FileMatcher.Found, Path> entry : files.entrySet()) {
            stopIfInterrupted();
            FileMatcher.Found found = entry.getKey();
            Path file = entry.getValue();
            try {
                DocumentStore.Stored stored = store(file, found);
                records.add(record(source, matcher.identifier(found), found.path(), stored, file, pages.described()));
            } catch (IOException e) {
                rejectUnreadable(found.path(), e, pages.rejected(), pages.unread());
            }
            if (records.size() == PAGE) {
                pages.send(records);
            }
        }
        if (!records.isEmpty()
                || !pages.rejected().isEmpty()
                || !pages.described().problems().isEmpty()) {
            pages.send(records);
        }
    }

    private Ending sendDeletions(
            Source source,
            FolderListing listing,
            FileMatcher matcher,
            Set<String> unread,
            Checkpoint checkpoint,
            Consumer<HarvestPage> sink) {
        if (listing.cut()) {
            sink.accept(HarvestPage.of(
                    problem(Reason.FOLDER_TOO_LARGE, "", source.address(), String.valueOf(limits.folderFiles())),
                    checkpoint));
            return Ending.STOPPED;
        }
        List<KnownFile> gone = matcher.gone().stream()
                .filter(file -> unread.stream().noneMatch(path -> within(path, file.path())))
                .toList();
        if (gone.isEmpty()) {
            return Ending.COMPLETE;
        }
        Counts planned = new Counts(0, 0, 0, gone.size(), 0);
        Usual usual = Usual.of(stores, source.id());
        // An unplugged disk looks like an empty folder; nobody should lose a library by that.
        boolean emptied = listing.files().isEmpty() && !stores.registry().confirmed(source.id());
        if (emptied || !usual.allows(planned)) {
            sink.accept(HarvestPage.of(usual.held(planned), checkpoint));
            return Ending.HELD;
        }
        List<RawRecord> deletions = new ArrayList<>();
        for (KnownFile file : gone) {
            deletions.add(RawRecord.deletion(new RecordId(source.id(), file.identifier()), "", file.path()));
        }
        for (int from = 0; from < deletions.size(); from += PAGE) {
            sink.accept(new HarvestPage(
                    deletions.subList(from, Math.min(from + PAGE, deletions.size())),
                    List.of(),
                    List.of(),
                    checkpoint));
        }
        return Ending.COMPLETE;
    }

    private Optional<FileMatcher.Found> hash(
            Path root, Path file, List<HarvestPage.Rejected> rejected, Set<String> unread) {
        String path = ShownPath.of(root, file);
        try {
            if (Files.size(file) > limits.documentBytes()) {
                String limit = String.valueOf(limits.documentBytes());
                reject(Reason.DOCUMENT_TOO_LARGE, path, limit, rejected, unread);
                return Optional.empty();
            }
            return Optional.of(new FileMatcher.Found(path, DocumentStore.hash(file)));
        } catch (IOException e) {
            rejectUnreadable(path, e, rejected, unread);
            return Optional.empty();
        }
    }

    private DocumentStore.Stored store(Path file, FileMatcher.Found found) throws IOException {
        if (stores.documents().find(found.hash()).isPresent()) {
            return new DocumentStore.Stored(found.hash(), Files.size(file));
        }
        try (FileReading in = FileReading.of(file)) {
            return put(in);
        }
    }

    private DocumentStore.Stored put(FileReading in) throws IOException {
        try {
            return stores.documents().put(in, limits.documentBytes());
        } catch (DocumentStore.TooLarge e) {
            throw e;
        } catch (IOException e) {
            if (in.failed()) {
                throw e;
            }
            // A full disk of ours is no fault of the file; the run must stop, and not lose file after file.
            throw new UncheckedIOException("the document store cannot be written", e);
        }
    }

    private static RawRecord record(
            Source source,
            String identifier,
            String path,
            DocumentStore.Stored stored,
            Path file,
            Descriptions described)
            throws IOException {
        ObjectNode payload = JSON.createObjectNode()
                .put("path", path)
                .put("bytes", stored.bytes())
                .put("sha256", stored.hash());
        // What the library says of its whole folder; a sheet may say otherwise of single files.
        String access = source.options().getOrDefault(ACCESS, "");
        if (!access.isEmpty()) {
            payload.put(ACCESS, access);
        }
        String description = described.of(path);
        if (!description.isEmpty()) {
            payload.set("described", JSON.readTree(description));
        }
        return new RawRecord(
                new RecordId(source.id(), identifier),
                false,
                FORMAT,
                Files.getLastModifiedTime(file).toInstant().toString(),
                List.of(),
                path,
                payload.toString(),
                List.of(new StoredDocument(stored.hash(), path, stored.bytes())));
    }

    private static void rejectUnreadable(
            String path, IOException failure, List<HarvestPage.Rejected> rejected, Set<String> unread) {
        String why = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        reject(Reason.FILE_UNREADABLE, path, why, rejected, unread);
    }

    private static void reject(
            Reason reason, String path, String value, List<HarvestPage.Rejected> rejected, Set<String> unread) {
        // The place names the file. A path is no identifier: the problem would never find its record, and stand for
        // ever.
        rejected.add(new HarvestPage.Rejected(problem(reason, "", path, value), "", 1));
        unread.add(path);
    }

    private static Problem problem(Reason reason, String identifier, String place, String value) {
        return new Problem(reason, Severity.ERROR, Stage.HARVEST, identifier, place, value);
    }

    /** Whether {@code path} is {@code parent}, or lies under it: a folder that cannot be opened hides its files. */
    private static boolean within(String parent, String path) {
        return path.equals(parent) || path.startsWith(parent + "/");
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the harvest was stopped");
        }
    }
}
