package kz.ortaq.extractor;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * The extractor's process: answers one request after another until its standard input ends.
 *
 * <p>Ends with 0 when the input ends, 1 when a parser breaks it, 2 when the input is no conversation, 3 when memory runs out.
 */
public final class Main {

    /** Names what this extractor makes of a file; changes whenever the text of some file would change. */
    static final String VERSION = "tika-3.3.1/5";

    private Main() {}

    /** @param arguments {@code --prepare} to load what reading needs, and end */
    public static void main(String[] arguments) throws IOException {
        var answers = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        var requests = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
        // A parser that prints would break the frames.
        System.setOut(System.err);
        System.setProperty("java.awt.headless", "true");

        var documents = new DocumentReader();
        if (List.of(arguments).contains("--prepare")) {
            documents.prepare();
        } else {
            new Conversation(new Frames(requests, answers), documents).run();
        }
    }
}
