package kz.ortaq.engine.crosswalk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VocabularyTest {

    private final Vocabulary vocabulary = new Vocabulary();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ашық",
                "открыт",
                "Ашық қолжетімді",
                "Открытый доступ",
                "info:eu-repo/semantics/openAccess",
                "https://creativecommons.org/licenses/by/4.0/",
                "Қоғамдық игілік"
            })
    void opensWhatIsSaidToBeOpen(String rights) {
        assertEquals("open", vocabulary.rights(List.of(rights)).access());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Доступ не открыт",
                "Ашық емес",
                "Not open access",
                "Embargoed until 2030-01-01, then open access",
                "© Открытый университет Казахстана, все права защищены",
                "© «Ашық кітап» баспасы",
                "Открытое акционерное общество «Мектеп»"
            })
    void opensNothingElse(String rights) {
        assertEquals("", vocabulary.rights(List.of(rights)).access());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Доступ открыт только в читальном зале",
                "Restricted: openAccess metadata only",
                "Ашық қолжетімді, бірақ тек кітапханада"
            })
    void takesTheNarrowerOfTwo(String rights) {
        assertEquals(
                "library", vocabulary.rights(List.of("Open access", rights)).access());
    }
}
