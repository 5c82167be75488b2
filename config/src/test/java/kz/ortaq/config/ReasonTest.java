package kz.ortaq.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void everyReasonSpeaksThreeLanguagesAndTheTableKnowsNoOther() {
        Set<String> codes = Arrays.stream(Reason.values()).map(Reason::code).collect(Collectors.toSet());
        assertEquals(codes, Tables.read("/kz/ortaq/config/reasons.yaml").keySet());
        for (Reason reason : Reason.values()) {
            for (Language language : Language.values()) {
                assertFalse(reason.message(language, "", "").isBlank());
                assertFalse(reason.remedy(language, "", "").isBlank());
            }
        }
    }

    @Test
    void beginsWithWhatHappenedWhereNoPlaceIsNamed() {
        String russian = Reason.MARC_CHARSET_UNDECLARED.message(Language.RU, "", "UTF-8");
        String kazakh = Reason.MARC_CHARSET_UNDECLARED.message(Language.KK, "", "UTF-8");

        assertTrue(russian.startsWith("Записи неверно"), russian);
        assertTrue(kazakh.startsWith("Жазбалар"), kazakh);
    }

    @Test
    void fillsInPlaceAndValue() {
        String message = Reason.HTTP_STATUS.message(Language.KK, "https://example.org/oai", "503");

        assertTrue(message.contains("503") && message.contains("https://example.org/oai"), message);
    }
}
