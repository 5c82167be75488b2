package kz.ortaq.engine.text;

import java.io.IOException;

/** A child process ended, or stopped making sense, instead of answering. */
final class ExtractorGone extends IOException {

    private static final long serialVersionUID = 1L;
    // What the JVM ends with under ExitOnOutOfMemoryError.
    private static final int OUT_OF_MEMORY = 3;

    private final int exitCode;

    /** A child that ended by itself, and what it said last. */
    ExtractorGone(int exitCode, String lastWords, IOException cause) {
        super(("the extractor ended with exit code " + exitCode + " " + lastWords).strip(), cause);
        this.exitCode = exitCode;
    }

    /** A child that had to be killed. */
    ExtractorGone(IOException cause) {
        super("the extractor answered nonsense: " + cause.getMessage(), cause);
        this.exitCode = -1;
    }

    boolean outOfMemory() {
        return exitCode == OUT_OF_MEMORY;
    }
}
