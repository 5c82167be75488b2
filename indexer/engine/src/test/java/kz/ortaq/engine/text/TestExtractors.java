package kz.ortaq.engine.text;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import kz.ortaq.config.Settings;

/** Extractors as the build has laid them out, and the documents of this package's test resources. */
public final class TestExtractors {

    static final int SECONDS = 60;
    static final int MEGABYTES = 384;
    static final int CHARACTERS = 1_000_000;

    private TestExtractors() {}

    static TextExtractor generous(int workers) {
        return with(new Settings.Extract(workers, MEGABYTES, SECONDS, CHARACTERS));
    }

    public static TextExtractor with(Settings.Extract settings) {
        return new TextExtractor(home(), java(), Path.of(System.getProperty("java.io.tmpdir")), settings);
    }

    static Path home() {
        return Path.of(System.getProperty("ortaq.home"), "extractor");
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static Path document(String name) throws URISyntaxException {
        URL resource = TestExtractors.class.getResource(name);
        if (resource == null) {
            throw new IllegalArgumentException("No test document " + name);
        }
        return Path.of(resource.toURI());
    }
}
