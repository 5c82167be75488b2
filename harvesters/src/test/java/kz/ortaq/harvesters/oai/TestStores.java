package kz.ortaq.harvesters.oai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;
import kz.ortaq.config.DataFolder;
import kz.ortaq.records.store.Stores;

/** A store in which there is nothing, shared by the tests that store nothing. */
final class TestStores {

    private static final Stores EMPTY = open();

    private TestStores() {}

    static Stores empty() {
        return EMPTY;
    }

    private static Stores open() {
        try {
            Path folder = Files.createTempDirectory("ortaq-empty");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return Stores.open(DataFolder.open(folder), Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
