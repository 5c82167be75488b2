package kz.ortaq.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextQualityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "«Абай жолы», 2-том. Алматы: Жазушы, 1948. — 352 б.",
                "№ 5 (цена 100 ₸), стр. 12…",
                "E = mc² at 20 °C?"
            })
    void isWholeForOrdinaryText(String text) {
        assertEquals(1, TextQuality.of(text));
    }

    @Test
    void countsWhatABrokenFontLeavesBehindAsNoise() {
        assertEquals(0.5, TextQuality.of("ab\uFFFD\uE001"));
        assertTrue(TextQuality.of("бет \u0001\u0002\u0003■■■■■■") < 0.5);
    }

    @Test
    void isNothingWhereThereAreNoLetters() {
        assertEquals(0, TextQuality.of(""));
        assertEquals(0, TextQuality.of(" ... \n"));
    }
}
