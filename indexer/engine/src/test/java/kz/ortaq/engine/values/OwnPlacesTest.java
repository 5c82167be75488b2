package kz.ortaq.engine.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.ortaq.config.Language;
import kz.ortaq.config.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places that an operator adds to those of the program. */
final class OwnPlacesTest {

    private static final String VILLAGES = """
            # ауылдар
            villages:
              "103230100": {kk: "Қарауыл", ru: "Карауыл", en: "Karauyl", former: [{years: "–1930", names: ["Шыңғыстау"]}]}
              "103630100": {kk: "Қарауыл", ru: "Карауыл"}
            names:
              "101000000": {also: ["Алаш-қала"], former: [{years: "1917–1920", names: ["Алаш"]}]}
            """;

    @TempDir
    private Path folder;

    private Places with(String table) throws Exception {
        return Places.with(Files.writeString(folder.resolve("places.yaml"), table));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Абай ауданы, Қарауыл ауылы                   | 103230100",
                "с. Карауыл Абайского района области Абай     | 100000000", // «с.» is many things
                "село Карауыл, Абайский район, область Абай   | 103230100",
                "Karauyl village, Abai District, Abai Region  | 103230100",
                "Шыңғыстау ауылы                              | 103230100",
                "Қарауыл ауылы                                | ", // there are two
                "Қарауыл                                      | ", // and it may be a guard
                "Алаш-қала                                    | 101000000",
                "город Алаш                                   | 101000000",
                "Семей                                        | 101000000",
            })
    void villagesAndNamesAreFoundBesideThoseOfTheProgram(String written, String code) throws Exception {
        assertEquals(
                code == null ? "" : code,
                with(VILLAGES).certain(written, 0).map(Place::code).orElse(""),
                written);
    }

    @Test
    void aVillageLiesInItsDistrictAndRegion() throws Exception {
        Places places = with(VILLAGES);
        Place village = places.of("103230100").orElseThrow();

        assertEquals("103200000", village.district());
        assertEquals("100000000", village.highest());
        assertEquals("Абай облысы, Абай ауданы, Қарауыл", places.path(village, Language.KK));
        assertTrue(places.under("100000000").stream().noneMatch(village::equals));
        assertTrue(new Places().of("103230100").orElseThrow().kind() == Place.Kind.DISTRICT);
        assertEquals("", new Places().fingerprint());
        assertTrue(!places.fingerprint().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auls: {}                                                         | 1 | write one of",
                "villages:\\n  \"10323\": {kk: \"А\", ru: \"А\"}                  | 2 | nine digits",
                "villages:\\n  \"103230100\": {kk: \"А\"}                         | 2 | names in kk and ru",
                "# x\\nvillages:\\n  \"993230100\": {kk: \"А\", ru: \"А\"}        | 3 | under no region",
                "towns:\\n  \"101000000\": {kk: \"Семей\", ru: \"Семей\"}         | 2 | under names",
                "names:\\n  \"103230100\": {also: [\"А\"]}                        | 2 | goes under villages",
                "names:\\n  \"101000000\": {also: \"Алаш\"}                       | 2 | also is a list",
                "names:\\n  \"101000000\": {kk: \"Алаш\"}                         | 2 | may have also, former",
                "names:\\n  \"101000000\": {former: [{years: \"1917\", names: [\"А\"]}]} | 2 | years are written",
                "names:\\n  \"101000000\": {former: [\"Алаш\"]}                   | 2 | former is a list",
                "names:\\n  \"101000000\": {also: [}                              | 2 | ",
            })
    void aMistakeIsToldWithItsLineAndWhatToDo(String table, int line, String what) {
        String said = String.valueOf(assertThrows(SettingsException.class, () -> with(table.replace("\\n", "\n")))
                .getMessage());

        assertTrue(said.contains("places.yaml") && said.contains("line " + line), said);
        assertTrue(what == null || said.contains(what), said);
    }

    @Test
    void aFileThatIsMissingOrNotInUnicode() throws Exception {
        assertEquals("", Places.with(folder.resolve("none.yaml")).fingerprint());
        Path file = Files.write(folder.resolve("p.yaml"), "villages: {}".getBytes(StandardCharsets.UTF_16));
        assertTrue(String.valueOf(assertThrows(SettingsException.class, () -> Places.with(file))
                        .getMessage())
                .contains("UTF-8"));
    }
}
