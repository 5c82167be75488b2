package kz.ortaq.engine.index;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChildSafeTest {

    private final ChildSafe safe = new ChildSafe(new WordForms());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "порнографияны", "О проституции", "сексуального воспитания", "жезөкшелер", "zhezokshe",
                "порнoграфия", "Sexual education", "Prostitutes of Paris", "PORN", "эротикалық"
            })
    void keepsListedWordsInTheirFormsAndAlphabets(String text) {
        assertFalse(safe.allows(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Сексен сегіз",
                "Сексенінші жылдар",
                "Сексеуіл",
                "Essex and Sussex",
                "Секста и септима",
                "Цех",
                "Анализ",
                "Команда",
                "Хуан и его лодка",
                "Оскорбление",
                "Көсем сөз",
                "Шит",
                "Сүт",
                "Sixty",
                "Shirt",
                "Интимидация",
                "Сигу Рос",
                "Бляха",
                "История Казахстана",
                "Қан мен тер",
                "СПИД и его профилактика"
            })
    void letsInnocentWordsPass(String text) {
        assertTrue(safe.allows(text), text);
    }

    @Test
    void knowsWhatIsForAdultsByTheRecord() {
        assertTrue(ChildSafe.isForAdults(
                new TestWork("a", "Роман (18+)").built().work().record()));
        assertTrue(ChildSafe.isForAdults(
                new TestWork("b", "Роман").described("21 +").built().work().record()));
        assertFalse(ChildSafe.isForAdults(
                new TestWork("c", "Роман, 12+, 1918+").built().work().record()));
    }
}
