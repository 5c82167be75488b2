package kz.ortaq.harvesters.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.ortaq.config.SettingsReader;
import kz.ortaq.harvesters.probe.Finding;
import kz.ortaq.records.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sheets that real institutions published. */
@Tag("real")
final class RealSheetsTest {

    @Test
    void everySheetAmongTheInputsIsReadOrRefusedWithAReason() throws Exception {
        Path inputs = Path.of(System.getProperty("ortaq.root", ".")).resolve("../shared/inputs");
        assumeTrue(Files.isDirectory(inputs), () -> "real inputs are not there: " + inputs.normalize());
        SheetProbe probe = new SheetProbe(
                SettingsReader.read(inputs.resolve("none.yaml"), List.of()).harvest());
        StringBuilder table = new StringBuilder();
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("bulk", "docs")) {
            try (Stream<Path> walk = Files.walk(inputs.resolve(folder))) {
                walk.filter(file -> file.toString().matches(".*\\.(tsv|csv|xlsx?|ods)"))
                        .sorted()
                        .forEach(files::add);
            }
        }

        for (Path file : files) {
            Finding found = probe.look(file, file.getFileName().toString(), 3).orElseThrow();
            table.append(row(inputs.relativize(file).toString(), found));

            assertTrue(found.read() > 0 || !found.problems().isEmpty(), file.toString());
            assertEquals(found.read() > found.rejected(), !found.records().isEmpty(), file.toString());
            found.records().forEach(record -> assertFalse(record.payload().contains("\uFFFD"), record.payload()));
        }

        System.out.println(table);
    }

    private static String row(String name, Finding found) {
        String problems = found.problems().stream()
                .collect(Collectors.groupingBy(Problem::reason, Collectors.counting()))
                .toString();
        String sample = found.records().isEmpty()
                ? ""
                : found.records().getFirst().place() + " "
                        + found.records().getFirst().payload();
        return String.format(
                Locale.ROOT,
                "%-48s %-5s %-12s read %6d mended %4d rejected %5d %s%n    %s%n",
                name,
                found.format(),
                found.charset(),
                found.read(),
                found.salvaged(),
                found.rejected(),
                problems,
                sample.substring(0, Math.min(400, sample.length())));
    }
}
