package kz.ortaq.harvesters.marc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.ortaq.harvesters.marc.SampleMarc.marc21;
import static kz.ortaq.harvesters.marc.SampleMarc.rusmarc;
import static kz.ortaq.harvesters.marc.SampleMarc.together;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.probe.Finding;
import kz.ortaq.records.Problem;
import kz.ortaq.records.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A look at files that may be catalogues' exports. */
final class MarcProbeTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhatAFileIsAndKeepsTheFirstRecords() throws Exception {
        byte[] title = rusmarc("2", "Повесть о школьнике").bytes(Charset.forName("IBM866"));
        byte[] cut = Arrays.copyOf(title, title.length - 9);

        Finding finding = look(
                        "export.dat",
                        together(title, rusmarc("3", "Степь и люди").bytes(Charset.forName("IBM866")), cut))
                .orElseThrow();

        assertEquals(SourceKind.MARC, finding.kind());
        assertEquals("RUSMARC (ISO 2709)", finding.format());
        assertEquals("cp866", finding.charset());
        assertEquals(List.of(2L, 0L, 1L), List.of(finding.read(), finding.salvaged(), finding.rejected()));
        assertEquals(1, finding.records().size());
        assertEquals(Reason.MARC_RECORD_CUT, finding.problems().getFirst().reason());
    }

    @Test
    void recognisesEachFormByItsContentWhateverItsName() throws Exception {
        new SampleDatabase().add("#200: ^AАбай").write(folder);

        assertEquals("MARC 21 (ISO 2709)", format(marc21("1", "Абай").utf8().bytes()));
        assertEquals("MARC 21 (MARCXML)", format("""
                        <record><leader>     nam a22     3i 4500</leader>
                        <datafield tag="245"><subfield code="a">Абай</subfield></datafield></record>
                        """.getBytes(UTF_8)));
        assertEquals(
                "MARC 21 (MARC lines)",
                format("=LDR  00000nam  2200000 i 4500\n=245  10$aАбай\n=300  \\\\$a1\n".getBytes(UTF_8)));
        assertEquals("IRBIS64 text", format("#920: PAZK\n#200: ^AАбай\n*****\n".getBytes(UTF_8)));
        assertEquals("IRBIS64 MST", format(Files.readAllBytes(folder.resolve("IBIS.MST"))));
    }

    @Test
    void leavesFilesOfOtherKindsToOthers() throws Exception {
        for (String other : List.of(
                "",
                "title;author\nАбай жолы;М. Әуезов\n",
                "<rss><channel><item/></channel></rss>",
                "PK\u0003\u0004 and nothing else",
                "\u001F\u008B\u0008 no gzip",
                "1998 год. 245 страниц.\n")) {
            assertTrue(look("file", together(other)).isEmpty(), other);
        }
    }

    @Test
    void saysWhatIsWrongInEveryLanguage() throws Exception {
        byte[] record = marc21("1", "Абай жолы").utf8().bytes();
        byte[] wrong = SampleMarc.replaced(record, "245", "24\u0000");

        for (Problem problem :
                look("export", together("text\n", wrong, record)).orElseThrow().problems()) {
            for (Language language : Language.values()) {
                assertTrue(!problem.message(language).contains("{")
                        && !problem.remedy(language).contains("{"));
            }
        }
    }

    private String format(byte[] content) throws Exception {
        return look("file", content).orElseThrow().format();
    }

    private Optional<Finding> look(String name, byte[] content) throws Exception {
        Path file = Files.write(folder.resolve(name), content);
        return new MarcProbe(folder, LocalServer.settings(List.of()).harvest()).look(file, name, 1);
    }
}
