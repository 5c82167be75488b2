package kz.ortaq.harvesters.marc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.probe.Finding;
import kz.ortaq.records.RawRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Catalogues' exports as they were found in the world. */
@Tag("real")
final class RealMarcTest {

    private static final int RECORD_END = 0x1D;
    // A title in a payload of each format, behind the subfields that may stand before it.
    private static final String BEHIND =
            "[^>]*>\\s*(?:<subfield code=\"[^a]\">[^<]*</subfield>\\s*)*<subfield code=\"a\">([^<]*)";
    private static final Map<String, Pattern> TITLES = Map.of(
            MarcRecord.MARC21, Pattern.compile("tag=\"245\"" + BEHIND),
            MarcRecord.UNIMARC, Pattern.compile("tag=\"200\"" + BEHIND),
            IrbisRecord.FORMAT, Pattern.compile("#200: [^\n]*\\^A([^\\^\n]*)"));

    @TempDir
    private Path temporary;

    private static Path inputs() {
        Path inputs = Path.of(System.getProperty("ortaq.root", ".")).resolve("../shared/inputs/marc");
        assumeTrue(Files.isDirectory(inputs), () -> "real inputs are not there: " + inputs.normalize());
        return inputs;
    }

    @Test
    void everyRecordOfEveryFileIsReadOrRejected() throws Exception {
        List<Executable> checks = new ArrayList<>();
        StringBuilder table =
                new StringBuilder(row("file", "format", "charset", "read", "salvaged", "rejected", "title"));
        for (Path file : files()) {
            String name = String.valueOf(file.getFileName());
            Finding found = probe(file);
            if (found == null) {
                table.append(row(name, "–", "", "", "", "", ""));
                checks.add(() -> assertTrue(name.matches(".*(test_marc8|test_utf8).txt|.*XRF"), name));
                continue;
            }
            table.append(row(
                    name,
                    found.format(),
                    found.charset(),
                    String.valueOf(found.read()),
                    String.valueOf(found.salvaged()),
                    String.valueOf(found.rejected()),
                    found.records().isEmpty() ? "" : title(found.records().getFirst())));
            if (found.format().endsWith("(ISO 2709)")) {
                long ends = terminators(Files.readAllBytes(file));
                checks.add(() -> assertEquals(ends, found.read() + found.rejected(), name));
            }
        }
        System.out.print(table);
        assertAll(checks);
    }

    /** Counted with yaz-marcdump, or by hand where that stops at damage. */
    @Test
    void readsAsManyRecordsAsOtherToolsAndMoreWhereTheyGiveUp() throws Exception {
        Map<String, List<Long>> counts = Map.ofEntries(
                Map.entry("Catmandu-MARC__bu_bibs.mrc", List.of(100L, 16L, 0L)),
                Map.entry("MARC-Record__badldr.usmarc", List.of(6L, 0L, 0L)),
                Map.entry("ManagedIrbis__KZD.MST", List.of(31L, 0L, 0L)),
                Map.entry("ManagedIrbis__broken_records.irbis.txt", List.of(3L, 2L, 0L)),
                Map.entry("ManagedIrbis__records.irbis.txt", List.of(3L, 0L, 0L)),
                Map.entry("marc4j__bad_too_long_plus_2.mrc", List.of(3L, 1L, 0L)),
                Map.entry("marc4j__pride-and-prejudice-with-many-errors.mrc", List.of(383L, 16L, 0L)),
                Map.entry("pymarc__1251.dat", List.of(6L, 0L, 0L)),
                Map.entry("pymarc__bad_records.mrc", List.of(7L, 5L, 1L)),
                Map.entry("pymarc__bad_tag.xml", List.of(1L, 1L, 0L)),
                Map.entry("qa-catalogue__000-line-seperated.mrc", List.of(20L, 0L, 0L)),
                Map.entry("rusmarc__TEST1.ISO", List.of(81L, 0L, 0L)),
                Map.entry("solrmarc__specTestRecs.mrc", List.of(76L, 0L, 0L)),
                Map.entry("traject__test_data.utf8.marc.xml", List.of(30L, 0L, 0L)),
                Map.entry("yaz__marccol1.u8.marc", List.of(19L, 0L, 0L)));
        Map<String, List<Long>> read = new TreeMap<>();

        for (String name : counts.keySet()) {
            Finding found = probe(inputs().resolve(name));
            read.put(name, found == null ? List.of() : List.of(found.read(), found.salvaged(), found.rejected()));
        }

        assertEquals(new TreeMap<>(counts), read);
    }

    @Test
    void russianTitlesAreReadableRussian() throws Exception {
        Path inputs = inputs();
        Pattern russian = Pattern.compile("[^\\uFFFD]*[А-Яа-яЁё][^\\uFFFD]*");
        // In the calendar, 13 of 31 entries are about persons and conferences, and have no title.
        for (Map.Entry<String, Integer> file : Map.of(
                        "rusmarc__TEST1.ISO", 81, "pymarc__1251.dat", 6, "ManagedIrbis__KZD.MST", 18)
                .entrySet()) {
            List<String> titles = read(inputs.resolve(file.getKey())).stream()
                    .map(item -> title(item.format(), item.payload()))
                    .filter(title -> !title.isEmpty())
                    .toList();

            assertEquals(file.getValue(), titles.size(), file.getKey());
            for (String title : titles) {
                assertTrue(russian.matcher(title).matches() || title.matches("[\\x20-\\x7E]+"), title);
            }
        }
        Item.Read first = read(inputs.resolve("pymarc__1251.dat")).getFirst();
        assertEquals("Основы гидравлического расчета инженерных сетей", title(first.format(), first.payload()));
    }

    @Test
    void aFileInMarc8SaysTheSameAsItsTwinInUtf8() throws Exception {
        Path inputs = inputs();

        List<String> marc8 = fields(read(inputs.resolve("marc4j__brkrtest.mrc")));
        List<String> utf8 = fields(read(inputs.resolve("marc4j__brkrtest_UTF8.mrc")));

        assertEquals(utf8, marc8);
    }

    @Test
    void aFileInXmlSaysTheSameAsItsTwin() throws Exception {
        Path inputs = inputs();

        List<String> xml = fields(read(inputs.resolve("traject__test_data.utf8.marc.xml")));
        List<String> iso = fields(read(inputs.resolve("traject__test_data.utf8.mrc")));

        assertEquals(iso, xml);
    }

    @Test
    void everyLineInMarc8SaysTheSameAsItsTwin() throws Exception {
        Path inputs = inputs();
        List<String> marc8 = Files.readAllLines(inputs.resolve("pymarc__test_marc8.txt"), ISO_8859_1);
        List<String> utf8 = Files.readAllLines(inputs.resolve("pymarc__test_utf8.txt"), UTF_8);

        List<String> read = marc8.stream()
                .map(line -> Marc8.decode(line.getBytes(ISO_8859_1)).text())
                .toList();

        assertEquals(utf8.size(), read.size());
        // The last line has codes that are in none of the standard's tables.
        for (int i = 0; i < read.size() - 1; i++) {
            assertEquals(composed(utf8.get(i)), composed(read.get(i)), "line " + (i + 1));
        }
    }

    private @Nullable Finding probe(Path file) throws Exception {
        MarcProbe probe =
                new MarcProbe(temporary, LocalServer.settings(List.of()).harvest());
        return probe.look(file, String.valueOf(file.getFileName()), 1).orElse(null);
    }

    private static List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(inputs())) {
            return files.sorted().toList();
        }
    }

    private static List<Item.Read> read(Path file) throws Exception {
        MarcExport export =
                MarcExport.of(file, String.valueOf(file.getFileName()), 1 << 20).orElseThrow();
        return SampleMarc.read(SampleMarc.items(export.reader()));
    }

    /** The fields of all records; the leader differs between twins, which is what makes them so. */
    private static List<String> fields(List<Item.Read> records) {
        return records.stream()
                .map(record -> composed(record.payload().replaceFirst("<leader>[^<]*</leader>", "")))
                .toList();
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String title(RawRecord record) {
        return title(record.format(), record.payload());
    }

    private static String title(String format, String payload) {
        Pattern pattern = TITLES.get(format);
        Matcher matcher = pattern == null ? null : pattern.matcher(payload);
        return matcher != null && matcher.find() ? matcher.group(1) : "";
    }

    /** How many stretches with something in them end in a terminator: records, whatever their leaders say. */
    private static long terminators(byte[] file) {
        long count = 0;
        boolean something = false;
        for (byte b : file) {
            count += b == RECORD_END && something ? 1 : 0;
            something = b != RECORD_END && (something || b > ' ');
        }
        return count;
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-50.50s | %-24s | %-34s | %5s | %8s | %8s | %.60s%n", (Object[]) cells);
    }
}
