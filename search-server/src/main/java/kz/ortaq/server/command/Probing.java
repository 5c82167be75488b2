package kz.ortaq.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.probe.Prober;

/**
 * What a look before the registration needs, without any data folder.
 *
 * @param temporary a folder of its own, which goes when this is closed
 */
public record Probing(Prober prober, Crosswalks crosswalks, Net net, Path temporary) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        net.close();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(temporary)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
