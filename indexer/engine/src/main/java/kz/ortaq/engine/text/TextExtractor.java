package kz.ortaq.engine.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text out of documents in child processes: a file that hangs, exhausts memory or brings its process down
 * costs that file alone. Thread-safe; as many files are read at once as the settings allow, the others wait in turn.
 */
public final class TextExtractor implements AutoCloseable {

    /** Names the extractor whose text a cache holds; changes whenever the text of some file would change. */
    public static final String VERSION = "tika-3.3.1/5";

    private static final int SECONDS_TO_START = 60;
    // One page is drawn and read when the time of a document ends, and looked at both ways up.
    private static final int MORE_PAGES = 4;
    // Parsers leak a little; a child is replaced before that shows. A new one reads slowly at first, and compiles the
    // last of what it needs after thousands of files.
    private static final int FILES_PER_PROCESS = 20_000;

    private final Path home;
    private final Path java;
    private final Path temporary;
    private final Settings.Extract settings;
    private final Limits limits;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<ExtractorProcess> idle = new ConcurrentLinkedDeque<>();
    private final Set<ExtractorProcess> processes = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("extract-", 0).factory());
    private final AtomicLong peak = new AtomicLong();
    private volatile boolean closed;

    /**
     * Starts nothing yet: a child is started when a file comes and none is idle.
     *
     * @param extractorHome the folder with the extractor's jars
     * @param javaExecutable the {@code java} that runs them
     * @param temporary where the children's folders are made; on the disk where the documents are, they need no copying
     */
    public TextExtractor(Path extractorHome, Path javaExecutable, Path temporary, Settings.Extract settings) {
        this.home = extractorHome.toAbsolutePath();
        this.java = javaExecutable;
        this.temporary = temporary.toAbsolutePath();
        this.settings = settings;
        this.limits = new Limits(settings);
        this.places = new Semaphore(settings.workers(), true);
    }

    /** The bounds under which texts are taken and the programs that help, as one word. */
    public String limits() {
        return limits.word();
    }

    /** Whether other bounds hold now than where that word was written. */
    public boolean isBoundOtherwiseThan(String word) {
        return limits.areOtherThan(word);
    }

    /** The programs that help, as the end of that word. */
    public String programs() {
        return limits.programs();
    }

    /** Whether programs help now that did not where that word, or its end, was written. */
    public boolean readsMoreThan(String word) {
        return limits.reachFurtherThan(word);
    }

    /** The most memory, in mebibytes, that any of its processes was seen to have had; 0 where the system does not tell. */
    public long peakMegabytes() {
        return peak.get();
    }

    /**
     * The text of a file, or why there is none; within the seconds that the settings allow, after waiting its turn.
     *
     * @param name what the file is called, as its library would look for it
     * @throws UncheckedIOException when no child can be started, which is no file's fault
     */
    public Extraction extract(Path file, String name) throws InterruptedException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return ExtractorAnswer.failed(Reason.FILE_UNREADABLE, name, file.toString());
        }
        places.acquire();
        try {
            long start = System.nanoTime();
            Extraction extraction = extractInTurn(file, name);
            return new Extraction(extraction.text(), extraction.problem(), (System.nanoTime() - start) / 1e9);
        } finally {
            places.release();
        }
    }

    private Extraction extractInTurn(Path file, String name) throws InterruptedException {
        ExtractorProcess used = alive();
        if (used != null) {
            try {
                return ask(used, file, name, new PartialAnswer(settings.characters()));
            } catch (ExtractorGone e) {
                // Perhaps for what earlier files left behind: a file is judged by a process of its own.
                stopIfClosed();
            }
        }
        var partial = new PartialAnswer(settings.characters());
        try {
            return ask(start(), file, name, partial);
        } catch (ExtractorGone e) {
            stopIfClosed();
            return e.outOfMemory()
                    ? given(partial, Reason.DOCUMENT_OUT_OF_MEMORY, name, Integer.toString(settings.memoryMegabytes()))
                    : given(partial, Reason.DOCUMENT_BROKEN, name, String.valueOf(e.getMessage()));
        }
    }

    /** What the child told before it ended; else no text. */
    private static Extraction given(PartialAnswer partial, Reason reason, String name, String value) {
        return partial.extraction(reason, name, value).orElseGet(() -> ExtractorAnswer.failed(reason, name, value));
    }

    private @Nullable ExtractorProcess alive() {
        for (ExtractorProcess process = idle.pollFirst(); process != null; process = idle.pollFirst()) {
            if (process.isAlive()) {
                return process;
            }
            processes.remove(process);
        }
        return null;
    }

    private Extraction ask(ExtractorProcess process, Path file, String name, PartialAnswer partial)
            throws ExtractorGone, InterruptedException {
        boolean answered = false;
        try {
            Callable<ExtractorAnswer> asking =
                    () -> process.ask(file, name, settings.characters(), limits.forPictures(), partial);
            ExtractorAnswer answer = within(settings.seconds(), asking, () -> secondsForPictures(partial));
            answered = true;
            OperatorNotices.missing(answer, limits.ocr());
            return answer.extraction(name);
        } catch (TimeoutException e) {
            return partial.extraction(Reason.DOCUMENT_OCR_UNFINISHED, name, settings.ocrSeconds() + " s")
                    .orElseGet(() -> ExtractorAnswer.failed(
                            Reason.DOCUMENT_TIMED_OUT, name, Integer.toString(settings.seconds())));
        } catch (ExtractorGone e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            putBack(process, answered);
        }
    }

    /** How long a child that has come to reading pictures may take to end by itself, and a little. */
    private int secondsForPictures(PartialAnswer partial) {
        return partial.isReadingPictures() ? settings.ocrSeconds() + MORE_PAGES * settings.ocrPageSeconds() : 0;
    }

    private void putBack(ExtractorProcess process, boolean answered) {
        peak.accumulateAndGet(process.peakMegabytes(), Math::max);
        if (!answered) {
            process.kill();
            processes.remove(process);
        } else if (closed || process.asked() >= FILES_PER_PROCESS) {
            process.end();
            processes.remove(process);
        } else {
            idle.addFirst(process);
        }
    }

    private ExtractorProcess start() throws InterruptedException {
        stopIfClosed();
        try {
            ExtractorProcess process =
                    ExtractorProcess.start(home, java, temporary, limits.ocr().folders(), settings.memoryMegabytes());
            processes.add(process);
            boolean ready = false;
            try {
                // Once more, now that close() would find this child.
                stopIfClosed();
                ExtractorPipe.Greeting greeting = within(SECONDS_TO_START, process::greeting, () -> 0);
                if (!greeting.version().equals(VERSION)) {
                    throw new IOException(
                            "it is " + greeting.version() + ", and " + VERSION + " is needed: build Ortaq again");
                }
                OperatorNotices.open(greeting);
                ready = true;
                return process;
            } finally {
                if (!ready) {
                    process.kill();
                    processes.remove(process);
                }
            }
        } catch (IOException | TimeoutException e) {
            stopIfClosed();
            throw new UncheckedIOException(
                    "The extractor in " + home + " does not start with " + java + ": " + e.getMessage(),
                    e instanceof IOException io ? io : new IOException(e));
        }
    }

    /**
     * The result of work that ends no later than that; the caller kills the child that the work waits for.
     *
     * @param more asked when the time is up: how many seconds more the work may have
     */
    private <T> T within(int seconds, Callable<T> work, IntSupplier more)
            throws IOException, InterruptedException, TimeoutException {
        Future<T> result = threads.submit(work);
        try {
            try {
                return result.get(seconds, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                return result.get(more.getAsInt(), TimeUnit.SECONDS);
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException runtime -> throw runtime;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private void stopIfClosed() {
        if (closed) {
            throw new IllegalStateException("The text extractor is closed");
        }
    }

    /** Ends every child: idle ones by themselves, busy ones by force. Files still being read fail. */
    @Override
    public void close() {
        closed = true;
        Set<ExtractorProcess> all = Set.copyOf(processes);
        Set<ExtractorProcess> unused = Set.copyOf(idle);
        for (ExtractorProcess process : all) {
            if (unused.contains(process)) {
                process.end();
            } else {
                process.kill();
            }
        }
        try {
            for (ExtractorProcess process : all) {
                process.awaitEnd();
            }
        } catch (InterruptedException e) {
            all.forEach(ExtractorProcess::kill);
            Thread.currentThread().interrupt();
        }
        threads.shutdown();
    }
}
