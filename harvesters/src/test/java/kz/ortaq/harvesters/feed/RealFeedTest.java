package kz.ortaq.harvesters.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.probe.Finding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real files, most of them no feeds: what is one is read, what is none is passed by, and all of it ends. */
@Tag("real")
final class RealFeedTest {

    private final FeedProbe probe =
            new FeedProbe(LocalServer.settings(List.of()).harvest());

    @Test
    void looksAtEveryFileThatCouldBeAFeed() throws Exception {
        StringBuilder table = new StringBuilder();
        try (Stream<Path> files = Files.walk(inputs())) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*\\.(xml|html?|json|jsonl|rss|atom|fb2)"))
                    .sorted()
                    .toList()) {
                Optional<Finding> finding = probe.look(file, String.valueOf(file.getFileName()), 20);
                finding.ifPresent(found -> table.append(String.format(
                        Locale.ROOT,
                        "%-60s %-8s read %d salvaged %d rejected %d%n",
                        file.getFileName(),
                        found.format(),
                        found.read(),
                        found.salvaged(),
                        found.rejected())));
            }
        }
        System.out.println(table);
        assertTrue(table.toString().contains("standardebooks"), table::toString);
    }

    @Test
    void findsTheBookOfAnOpdsEntryWithItsFiles() throws Exception {
        Path file = inputs().resolve("oai/fixtures/ingestion3__standardebooks.xml");

        Finding finding = probe.look(file, "entry.xml", 20).orElseThrow();

        assertEquals(1, finding.read());
        String payload = finding.records().getFirst().payload();
        assertTrue(payload.contains("\"kind-hint\":[\"book\"]"), payload);
        assertTrue(payload.contains("\"title\":[\"Robbery Under Arms\"]"), payload);
        assertTrue(payload.contains("robbery-under-arms.epub"), payload);
    }

    private static Path inputs() {
        Path inputs = Path.of(System.getProperty("ortaq.root", ".")).resolve("../shared/inputs");
        assumeTrue(Files.isDirectory(inputs), () -> "real inputs are not there: " + inputs.normalize());
        return inputs;
    }
}
