package kz.ortaq.harvesters.marc;

import static kz.ortaq.harvesters.marc.SampleMarc.read;
import static kz.ortaq.harvesters.marc.SampleMarc.reasons;
import static kz.ortaq.harvesters.marc.SampleMarc.refused;
import static kz.ortaq.harvesters.marc.SampleMarc.titles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Severity;
import org.junit.jupiter.api.Test;

/** MARC and IRBIS as lines of text. */
final class LineRecordReaderTest {

    @Test
    void readsTheFormOfMarcEdit() throws Exception {
        List<Item> items = marc("""
                =LDR  00000nam\\\\2200000\\i\\4500
                =001  7
                =008  970101s1997\\\\\\\\kz
                =245  10$aАбай жолы :$bроман
                =300  \\\\$a3 кітап ;$c21 см
                =541  \\\\$a{dollar}7.99 {lcub}сый{rcub}

                =LDR  00000nam  2200000 i 4500
                =245  10$aThe Nomads
                """);

        assertEquals(List.of("Абай жолы :", "The Nomads"), titles(items));
        assertEquals("7", read(items).getFirst().number());
        assertTrue(read(items).getFirst().payload().contains("<subfield code=\"a\">$7.99 {сый}</subfield>"));
        assertTrue(read(items).getFirst().payload().contains("tag=\"245\" ind1=\"1\" ind2=\"0\""));
        assertTrue(read(items).getFirst().payload().contains("<controlfield tag=\"008\">970101s1997    kz"));
    }

    @Test
    void readsTheFormOfYazWhereAPriceIsNoSubfield() throws Exception {
        List<Item> items = marc("""
                00000nam  2200000 i 4500
                001 11
                020    $a 9965135678 $c $7.99
                245 10 $a Меня зовут Кожа : $b повесть
                00000nam  2200000 i 4500
                001 12
                245 00 $a Қыз Жібек
                """);

        assertEquals(List.of("Меня зовут Кожа :", "Қыз Жібек"), titles(items));
        assertTrue(read(items).getFirst().payload().contains("<subfield code=\"c\">$7.99</subfield>"));
    }

    @Test
    void joinsALineThatWasBrokenAndSaysSo() throws Exception {
        List<Item> items = marc("""
                =LDR  00000nam  2200000 i 4500
                =245  10$aАбай
                жолы
                =300  \\\\$a3 кітап
                """);

        assertEquals(List.of("Абай жолы"), titles(items));
        assertEquals(List.of(Reason.MARC_LINE_MENDED), reasons(read(items).getFirst()));
    }

    @Test
    void readsTheTextExportOfIrbisAndMendsDamagedLines() throws Exception {
        List<Item> items = irbis("""
                #920: PAZK
                #200: ^AАбай жолы^EРоман-эпопея
                903: 84Қаз/Ә 82-1
                *****
                #920: ASP

                #200 ^AСтранные люди
                #331: Рассказы
                и повести
                *****
                """, StandardCharsets.UTF_8);

        assertEquals(2, items.size());
        assertEquals(
                "#920: PAZK\n#200: ^AАбай жолы^EРоман-эпопея\n#903: 84Қаз/Ә 82-1\n",
                read(items).getFirst().payload());
        assertEquals("84Қаз/Ә 82-1", read(items).getFirst().number());
        assertEquals(
                "#920: ASP\n#200: ^AСтранные люди\n#331: Рассказы и повести\n",
                read(items).get(1).payload());
        assertEquals(
                List.of(1, 2),
                read(items).stream().map(item -> item.mends().size()).toList());
        assertTrue(items.stream().allMatch(item -> item.place().startsWith("record ")));
    }

    @Test
    void readsIrbisInTheCharsetsOfWindowsAndDos() throws Exception {
        String export = "#920: PAZK\n#200: ^AМеня зовут Кожа^EПовесть\n#610: КАЗАХСКАЯ ЛИТЕРАТУРА\n*****\n";

        for (String charset : List.of("windows-1251", "IBM866")) {
            assertTrue(
                    read(irbis(export, Charset.forName(charset)))
                            .getFirst()
                            .payload()
                            .contains("^AМеня зовут Кожа"),
                    charset);
        }
    }

    @Test
    void textWithoutAnyFieldIsARemarkAndNoRecord() throws Exception {
        List<Item> items = irbis("Экспорт базы\n*****\n#200: ^AАбай\n*****\n", StandardCharsets.UTF_8);

        assertEquals(
                new Item.Remark("record 1, byte 0", Severity.WARNING, Reason.MARC_TEXT_BETWEEN, "Экспорт базы\n"),
                items.getFirst());
        assertEquals("record 1, byte 30", items.get(1).place());
    }

    @Test
    void rejectsAnOversizedRecordAndReadsTheNext() throws Exception {
        List<Item> items =
                irbis("#200: ^A" + "x".repeat(9_000) + "\n*****\n#200: ^AАбай\n*****\n", StandardCharsets.UTF_8);

        assertEquals(Reason.RECORD_TOO_LARGE, refused(items).getFirst().reason());
        assertEquals("#200: ^AАбай\n", read(items).getFirst().payload());
    }

    private static List<Item> marc(String text) throws IOException {
        return SampleMarc.items(new LineRecordReader(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                5_000,
                new MarcLines(),
                Majority.UNKNOWN));
    }

    private static List<Item> irbis(String text, Charset charset) throws IOException {
        return SampleMarc.items(new LineRecordReader(
                new ByteArrayInputStream(text.getBytes(charset)), 5_000, new IrbisLines(), Majority.UNKNOWN));
    }
}
