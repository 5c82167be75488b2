package kz.ortaq.extractor;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Answers requests one after another, and ends when the input ends, even in the middle of a document.
 *
 * <p>One thread reads, another parses: the reader notices at once when the other side has gone, so that no parser that
 * hangs outlives the process that waited for it.
 */
final class Conversation {

    /** What the JVM itself ends with under ExitOnOutOfMemoryError. */
    static final int OUT_OF_MEMORY = 3;

    private static final int BROKEN = 1;
    private static final int NOT_UNDERSTOOD = 2;
    // Documents nest; a stack that is larger than the default lets the honest ones through.
    private static final long STACK_BYTES = 8L << 20;

    private final Frames frames;
    private final DocumentReader documents;
    private final SynchronousQueue<Request> waiting = new SynchronousQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    Conversation(Frames frames, DocumentReader documents) {
        this.frames = frames;
        this.documents = documents;
    }

    void run() throws IOException {
        var parsing = new Thread(null, this::answerAll, "parsing", STACK_BYTES);
        parsing.setDaemon(true);
        String confined = System.getProperty(Confined.PROPERTY, "");
        frames.greet(Main.VERSION, confined.isEmpty() ? List.of() : List.of(confined.split("\\+")));
        parsing.start();
        try {
            for (Optional<Request> request = frames.next(); request.isPresent(); request = frames.next()) {
                busy.set(true);
                waiting.put(request.get());
            }
        } catch (IOException e) {
            System.err.println("Not a conversation: " + e.getMessage());
            Runtime.getRuntime().halt(NOT_UNDERSTOOD);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (busy.get()) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void answerAll() {
        try {
            while (true) {
                Answer answer = documents.read(waiting.take(), frames);
                // Before the answer, since the next request may come as soon as it is written.
                busy.set(false);
                frames.answer(answer);
                if (documents.isSpent()) {
                    Runtime.getRuntime().halt(0);
                }
            }
        } catch (OutOfMemoryError e) {
            // One that a library throws itself, which the JVM does not see.
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        } catch (IOException e) {
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            // Without this thread the process would answer nobody, and be waited for until the file's time is up.
            e.printStackTrace();
            Runtime.getRuntime().halt(BROKEN);
        }
    }
}
