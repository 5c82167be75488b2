package kz.ortaq.harvesters.site;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import kz.ortaq.harvesters.net.BodyText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real pages, and real files that are none, read as pages. */
@Tag("real")
final class RealPagesTest {

    @Test
    void readsEveryPageToItsEnd() throws Exception {
        Path inputs = Path.of(System.getProperty("ortaq.root", ".")).resolve("../shared/inputs/docs");
        assumeTrue(Files.isDirectory(inputs), () -> "real inputs are not there: " + inputs.normalize());
        StringBuilder table = new StringBuilder();
        try (Stream<Path> files = Files.walk(inputs)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(html?|xhtml|xml|json)"))
                    .sorted()
                    .toList()) {
                BodyText text = BodyText.of(Files.readAllBytes(file), "text/html");
                PageReading page =
                        PageReading.of(text.text(), "http://kitap.example/" + file.getFileName(), address -> true);
                table.append(String.format(
                        Locale.ROOT,
                        "%-50s %-14s links %4d records %d%n",
                        file.getFileName(),
                        text.charset(),
                        page.links().size(),
                        page.records().size()));
            }
        }
        System.out.println(table);
        assertTrue(table.toString().contains("kaz.html"), table::toString);
    }
}
