package kz.ortaq.engine.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a child's standard error to its end, so that the child never waits to be read, and keeps the last of it. */
final class LastWords implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);
    private static final int KEPT = 1_000;

    private final InputStream error;
    private final StringBuilder kept = new StringBuilder();

    LastWords(InputStream error) {
        this.error = error;
    }

    @Override
    public void run() {
        char[] some = new char[KEPT];
        try (Reader reader = new InputStreamReader(error, StandardCharsets.UTF_8)) {
            for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
                keep(new String(some, 0, read));
            }
        } catch (IOException e) {
            LOG.debug("The extractor's standard error ended: {}", e.getMessage());
        }
    }

    /** The last thousand characters so far, on one line. */
    synchronized String text() {
        return kept.toString().strip().replaceAll("\\s+", " ");
    }

    private synchronized void keep(String some) {
        LOG.debug("The extractor says: {}", some);
        kept.append(some);
        if (kept.length() > KEPT) {
            kept.delete(0, kept.length() - KEPT);
        }
    }
}
