package kz.ortaq.engine.crosswalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Reason;
import kz.ortaq.config.SettingsException;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RecordRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorTablesTest {

    private static final String RECORD = """
            <record><leader>00000nam0 2200000 i 450 </leader>
            <datafield tag="200"><subfield code="a">Шыңғыстау</subfield></datafield>
            <datafield tag="675"><subfield code="a">821.512.122</subfield></datafield>
            <datafield tag="999"><subfield code="s">84(5Каз) Ә 82</subfield></datafield></record>""";

    @TempDir
    private Path folder;

    private final Map<String, String> bySource = new HashMap<>();

    @Test
    void extendsATableForTheSourceThatNamesItAndForNoOther() throws Exception {
        write("ours", """
                extends: unimarc
                without: [call-number, held]
                rules:
                  - {to: call-number, from: 999s}
                """);
        bySource.put("village", "ours");
        Crosswalks crosswalks = new Crosswalks(OperatorTables.read(folder, () -> bySource));

        Crosswalk.Mapped own = crosswalks.map(raw("village"), List.of());
        Crosswalk.Mapped usual = crosswalks.map(raw("city"), List.of());

        assertEquals("Шыңғыстау", own.record().title());
        assertEquals("84(5Каз) Ә 82", own.record().callNumbers().getFirst().text());
        assertEquals(List.of(), usual.record().callNumbers());
        assertEquals(usual.record().identifiers(), own.record().identifiers());
    }

    @Test
    void tellsThatRecordsAreToBeMappedAnewWhenASourceIsGivenATable() throws Exception {
        write("ours", "{extends: unimarc, rules: [{to: call-number, from: 999s}]}");
        Crosswalks crosswalks = new Crosswalks(OperatorTables.read(folder, () -> bySource));
        String before = crosswalks.fingerprint();

        bySource.put("village", "ours");
        String after = crosswalks.fingerprint();

        assertEquals("", before);
        assertNotEquals(before, after);
        assertEquals(
                1,
                crosswalks.map(raw("village"), List.of()).record().callNumbers().size());
        write("ours", "{extends: unimarc, rules: [{to: keyword, from: 999s}]}");
        assertNotEquals(after, new Crosswalks(OperatorTables.read(folder, () -> bySource)).fingerprint());
    }

    @Test
    void keepsALibraryWhoseTableIsGoneAndSaysSo() throws Exception {
        bySource.put("village", "lost");
        Crosswalks crosswalks = new Crosswalks(OperatorTables.read(folder.resolve("none"), () -> bySource));

        Crosswalk.Mapped mapped = crosswalks.map(raw("village"), List.of());

        assertEquals("Шыңғыстау", mapped.record().title());
        assertEquals(Reason.CROSSWALK_MISSING, mapped.problems().getFirst().reason());
        assertEquals("lost", mapped.problems().getFirst().value());
        assertTrue(crosswalks.named("lost").isEmpty());
        assertTrue(crosswalks.named("irbis").isPresent());
    }

    @Test
    void saysWhatIsWrongWithATableAndWhere() throws IOException {
        refuses("extends: rusmarc", "extends: “rusmarc” is none of", "unimarc");
        refuses("reader: yaml", "reader: one of irbis, json, marc, xml");
        refuses("{reader: marc, rules: []}", "there are none");
        refuses("{reader: marc, rules: [{to: tittle, from: 245a}]}", "rule 1: to: “tittle” is none of", "title");
        refuses("{reader: marc, rules: [{to: title, from: 24}]}", "rule 1", "245ab", "“24”");
        refuses("{reader: marc, rules: [{to: title, form: 245a}]}", "rule 1: “form” is none of", "from");
        refuses(
                "{reader: irbis, rules: [{to: part-of, from: 463, parts: {name: c}}]}",
                "rule 1: parts: “name”",
                "title");
        refuses("{reader: xml, rules: [{to: title, from: dc:title}]}", "rule 1", "prefixes", "dc:");
        refuses("{reader: xml, rules: [{to: title, from: 'a[b'}]}", "rule 1", "titleInfo/title");
        refuses("{reader: marc, rules: [{to: title, from: 245a, match: '('}]}", "rule 1: match");
        refuses("{reader: marc, rules: [{to: title, from: 245a, when: '='}]}", "rule 1", "2=rubbk");
        refuses("rules: [", "line 1");
        refuses("- a list", "YAML mapping");
    }

    private void refuses(String table, String... words) throws IOException {
        write("wrong", table);

        SettingsException refused =
                assertThrows(SettingsException.class, () -> OperatorTables.read(folder, () -> bySource), table);

        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("wrong.yaml"), message);
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }

    private void write(String name, String table) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), table);
    }

    private static RawRecord raw(String source) throws RecordRejected {
        return new RawRecord(new RecordId(source, "1"), false, "unimarc", "", List.of(), "record 1", RECORD, List.of());
    }
}
