package kz.ortaq.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.ortaq.server.command.TestProgram.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What libraries are and where they stand, on the command line, in processes of their own. */
final class LibrariesTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls begin first
    private TestProgram program;

    @BeforeEach
    void begin() {
        program = new TestProgram(folder.resolve("data"));
    }

    private String add(String name, String... options) throws Exception {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "library";
        arguments[1] = "add";
        arguments[2] = name;
        System.arraycopy(options, 0, arguments, 3, options.length);
        return program.done(arguments).object().path("library").asText();
    }

    private void assertRefused(String says, String... arguments) throws Exception {
        Run run = program.run(arguments);

        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains(says), run.err());
    }

    @Test
    void aLibraryIsDescribedWhenItIsAddedAndLater() throws Exception {
        String parent = add("Абай облыстық кітапханасы", "--kind", "regional", "--place", "г. Семипалатинск");
        String id = add(
                "Қарауыл мектебі",
                "--kind",
                "school",
                "--place",
                "Абай облысы, Абай ауданы",
                "--bin",
                "9401 4000 0385");
        JsonNode set = program.done(
                        "library",
                        "set",
                        id,
                        "--parent",
                        parent,
                        "--subordination",
                        "education",
                        "--system",
                        "ирбис 64")
                .object();
        JsonNode taken = program.done("library", "set", id, "--parent=", "--name-en", "Karauyl school")
                .object();
        List<JsonNode> listed = program.done("library", "list").objects();

        assertEquals("103200000", set.path("place").path("code").asText());
        assertEquals("Абайский район", set.path("place").path("name-ru").asText());
        assertEquals(parent, set.path("parent").asText());
        assertEquals("940140000385", set.path("bin").asText());
        assertEquals("IRBIS64", set.path("system").asText());
        assertTrue(taken.path("parent").isNull());
        assertEquals("school", taken.path("kind").asText());
        assertEquals("Karauyl school", taken.path("name-en").asText());
        assertEquals("101000000", listed.getFirst().path("place").path("code").asText());
    }

    @Test
    void whatCannotBeIsRefusedAndSaysWhatCan() throws Exception {
        String one = add("Бір");
        String two = add("Екі", "--parent", one);

        assertRefused("school, college", "library", "set", one, "--kind", "мектеп");
        assertRefused("551600000", "library", "set", one, "--place", "Ақсу");
        assertRefused("nine digits", "library", "set", one, "--place", "Париж");
        assertRefused("education, culture, other", "library", "set", one, "--subordination", "army");
        assertRefused("twelve digits", "library", "set", one, "--bin", "940140000386");
        assertRefused("itself a branch", "library", "set", one, "--parent", two);
        assertRefused("no library", "library", "set", one, "--parent", "none");
        assertRefused("no library", "library", "set", "none", "--kind", "school");
    }

    @Test
    void aSourceSaysWhereItsReadersAskForCopies() throws Exception {
        String id = add("Бір", "--source", "oai:https://example.org/oai");
        String koha = "request=https://example.org/opac-reserve.pl?biblionumber={id}";
        JsonNode set =
                program.done("source", "set", id + "-oai", "--option", koha).object();

        assertEquals(koha, "request=" + set.path("options").path("request").asText());
        assertRefused("none of {id}", "source", "set", id + "-oai", "--option", "request=https://example.org/{name}");
        assertRefused("would lead all", "source", "set", id + "-oai", "--option", "request=https://example.org/");
        assertRefused("no address", "source", "set", id + "-oai", "--option", "request=https://{id}.example.org/");
        assertRefused("no address", "source", "set", id + "-oai", "--option", "request=javascript:alert({id})");
    }

    @Test
    void aFileRegistersManyAndChangesNothingTheSecondTime() throws Exception {
        Path file = folder.resolve("libraries.yaml");
        Files.writeString(file, """
                libraries:
                  karauyl:
                    name-kk: Қарауыл мектебі
                    kind: school
                    place: Абай облысы, Абай ауданы
                    parent: abai
                    subordination: education
                    bin: 020240000555
                    sources:
                      - oai:https://example.org/oai
                      - address: oai:https://example.org/other
                        options: {set: "1", request: "https://example.org/{id}"}
                  abai: {name-kk: Абай облыстық кітапханасы, name-ru: Библиотека области Абай, kind: regional}
                """);

        JsonNode first = program.done("library", "load", file.toString()).object();
        List<JsonNode> listed = program.done("library", "list").objects();
        program.done("library", "load", file.toString());

        assertEquals(2, first.path("libraries").asInt());
        assertEquals(2, first.path("sources").asInt());
        assertEquals(listed, program.done("library", "list").objects());
        JsonNode karauyl = listed.get(1);
        assertEquals("abai", karauyl.path("parent").asText());
        assertEquals("020240000555", karauyl.path("bin").asText());
        assertEquals(
                "karauyl-oai", karauyl.path("sources").get(0).path("source").asText());
        assertEquals(
                "karauyl-oai-2", karauyl.path("sources").get(1).path("source").asText());
    }

    @Test
    void aFileWithAMistakeRegistersNothing() throws Exception {
        Path file = folder.resolve("libraries.yaml");
        Files.writeString(file, """
                libraries:
                  abai: {name-kk: Абай, kind: regional}
                  karauyl: {name-kk: Қарауыл, kidn: school}
                """);

        assertRefused("karauyl: “kidn” is not among", "library", "load", file.toString());
        assertEquals(List.of(), program.done("library", "list").objects());
    }
}
