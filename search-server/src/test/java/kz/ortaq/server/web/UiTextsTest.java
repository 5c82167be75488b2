package kz.ortaq.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.ortaq.config.Language;
import kz.ortaq.config.Tables;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.records.ResourceKind;
import org.junit.jupiter.api.Test;

class UiTextsTest {

    private static final Pattern USED = Pattern.compile(
            "\"((?:site|search|front|results|filters|pager|empty|work|error|near|library|list)\\.(?!jte)[a-z0-9.-]+)\"");

    private final UiTexts texts = new UiTexts();

    @Test
    void saysEverythingInAllThreeLanguages() {
        assertFalse(texts.keys().isEmpty());
        for (String key : texts.keys()) {
            for (Language language : Language.values()) {
                for (long number : new long[] {0, 1, 2, 5, 11, 21, 104}) {
                    assertFalse(
                            texts.find(key, language).isEmpty()
                                    && texts.plural(key, language, number).isBlank(),
                            key);
                }
            }
        }
    }

    @Test
    void hasEveryTextThatPagesUseAndNoOther() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String root : new String[] {"src/main/jte", "src/main/java/kz/ortaq/server/web"}) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher key = USED.matcher(Files.readString(file));
                    while (key.find()) {
                        used.add(key.group(1));
                    }
                }
            }
        }

        Set<String> known = new TreeSet<>(texts.keys());
        known.removeIf(key -> key.matches("(facet|grade|kind|language|access|role|identifier)\\..*"));
        assertEquals(known, used);
    }

    @Test
    void namesAllKindsLanguagesAccessesAndFacets() {
        Map<String, Object> vocabulary = Tables.read("/kz/ortaq/config/vocabulary.yaml");

        for (Facet facet : Facet.values()) {
            assertNamed("facet." + facet.code());
        }
        for (ResourceKind kind : ResourceKind.values()) {
            assertNamed("kind." + kind.code());
        }
        for (String code : codes(vocabulary, "languages")) {
            assertNamed("language." + code);
        }
        for (String code : codes(vocabulary, "access")) {
            assertNamed("access." + code);
        }
    }

    @Test
    void countsAsEachLanguageDoes() {
        Words kk = new Words(texts, Language.KK);
        Words ru = new Words(texts, Language.RU);
        Words en = new Words(texts, Language.EN);

        assertEquals("1 нәтиже", kk.count("results.found", 1));
        assertEquals("5 нәтиже", kk.count("results.found", 5));
        assertEquals("1 результат", ru.count("results.found", 1));
        assertEquals("2 результата", ru.count("results.found", 2));
        assertEquals("11 результатов", ru.count("results.found", 11));
        assertEquals("14 результатов", ru.count("results.found", 14));
        assertEquals("21 результат", ru.count("results.found", 21));
        assertEquals("0 результатов", ru.count("results.found", 0));
        assertEquals("1 result", en.count("results.found", 1));
        assertEquals("1,234 results", en.count("results.found", 1_234));
        assertEquals("1\u00a0234 результата", ru.count("results.found", 1_234));
    }

    private void assertNamed(String key) {
        for (Language language : Language.values()) {
            assertTrue(texts.find(key, language).isPresent(), key + " " + language.code());
        }
    }

    private static Set<String> codes(Map<String, Object> vocabulary, String part) {
        Set<String> codes = new TreeSet<>();
        if (vocabulary.get(part) instanceof Map<?, ?> entries) {
            entries.keySet().forEach(code -> codes.add(String.valueOf(code)));
        }
        assertFalse(codes.isEmpty());
        return codes;
    }
}
