package kz.ortaq.harvesters.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.DocumentTypes;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;
import kz.ortaq.records.StoredDocument;
import kz.ortaq.records.store.DocumentStore;
import org.jspecify.annotations.Nullable;

/** The records of an exported Telegram channel, with the documents that lie beside the export. */
final class TelegramFile {

    private static final int MOST_PROBLEMS = 200;

    /** What reading came to. */
    record Outcome(long read, long skipped, boolean whole, List<Problem> problems) {}

    private final Settings.Harvest limits;
    private final @Nullable DocumentStore documents;
    private final List<Problem> problems = new ArrayList<>();
    private long read;
    private long skipped;

    /** @param documents where documents of the export are put; null where they are not wanted */
    TelegramFile(Settings.Harvest limits, @Nullable DocumentStore documents) {
        this.limits = limits;
        this.documents = documents;
    }

    /**
     * Reads {@code file} to its end.
     *
     * @param handle the channel's name in addresses; may be empty
     * @param records is given each record
     * @throws IOException when the file cannot be read
     */
    Outcome read(Path file, String source, String handle, Consumer<RawRecord> records) throws IOException {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        try (FileChannel channel = FileChannel.open(file);
                InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            TelegramExport export =
                    new TelegramExport((from, length) -> slice(channel, from, length), (chat, message, original) -> {
                        read++;
                        Optional<TelegramMessage> found = TelegramMessage.of(chat, message, handle);
                        if (found.isEmpty()) {
                            skipped++;
                            return;
                        }
                        TelegramMessage it = found.get();
                        List<StoredDocument> stored = document(folder, it);
                        records.accept(FeedRecords.record(
                                source,
                                it.identifier(),
                                it.date(),
                                file.getFileName() + " (" + message.path("id").asText() + ")",
                                it.fields().toJson(),
                                stored,
                                original));
                    });
            TelegramExport.Outcome outcome = export.read(in);
            if (!outcome.refused().isEmpty()) {
                Severity severity = outcome.channels() == 0 ? Severity.ERROR : Severity.INFO;
                tell(problem(Reason.NOT_A_CHANNEL, severity, String.valueOf(file), outcome.refused()));
            }
            if (!outcome.fault().isEmpty()) {
                tell(problem(Reason.TELEGRAM_BROKEN, Severity.ERROR, String.valueOf(file), outcome.fault()));
            }
            if (skipped > 0) {
                tell(problem(Reason.MESSAGES_SKIPPED, Severity.INFO, String.valueOf(file), String.valueOf(skipped)));
            }
            boolean whole = outcome.fault().isEmpty() && outcome.channels() > 0;
            return new Outcome(read, skipped, whole, List.copyOf(problems));
        }
    }

    private static byte[] slice(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // until all is there
        }
        return bytes.array();
    }

    private List<StoredDocument> document(Path folder, TelegramMessage message) {
        DocumentStore store = documents;
        if (store == null || message.file().isEmpty() || !DocumentTypes.isDocument(message.file(), "")) {
            return List.of();
        }
        Path file;
        String hash;
        long bytes;
        try {
            // The export names its files; none of them lies outside of it, whatever path is written there.
            file = folder.resolve(message.file()).toRealPath();
            bytes = Files.size(file);
            if (!file.startsWith(folder.toRealPath()) || !Files.isRegularFile(file)) {
                return List.of();
            }
            if (bytes > limits.documentBytes()) {
                tell(problem(
                        Reason.DOCUMENT_TOO_LARGE,
                        Severity.ERROR,
                        message.file(),
                        String.valueOf(limits.documentBytes())));
                return List.of();
            }
            hash = DocumentStore.hash(file);
        } catch (IOException | InvalidPathException e) {
            tell(problem(Reason.FILE_UNREADABLE, Severity.WARNING, message.file(), String.valueOf(e.getMessage())));
            return List.of();
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (store.find(hash).isEmpty()) {
                store.put(in, limits.documentBytes());
            }
        } catch (IOException e) {
            // It could be read a moment ago: what fails is our own disk, and the run must stop.
            throw new UncheckedIOException("the document store cannot be written", e);
        }
        return List.of(new StoredDocument(hash, message.file(), bytes));
    }

    private void tell(Problem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    private static Problem problem(Reason reason, Severity severity, String place, String value) {
        return new Problem(reason, severity, Stage.HARVEST, "", place, value);
    }
}
