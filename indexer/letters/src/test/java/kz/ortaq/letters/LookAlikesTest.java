package kz.ortaq.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FACЫP | ҒАСЫР
            ХХ FACЫP КIТАПХАНАСЫ | ХХ ҒАСЫР КІТАПХАНАСЫ
            Қaзaқстaн тapихы | Қазақстан тарихы
            кiтап жəне өнep | кітап және өнер
            ҚAЗAҚCTAH | ҚАЗАҚСТАН
            Шкoльнaя библиoтeкa | Школьная библиотека
            Windоws операциялық жүйесі | Windows операциялық жүйесі
            The schооl libraгy | The school libraгy
            """)
    void givesAWordOneAlphabet(String typed, String meant) {
        assertEquals(meant, Letters.mendLookAlikes(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Windows 11 операциялық жүйесі",
                "iPhone-ға арналған IT-курс",
                "SMSка жауап",
                "COVID және PISA туралы кітап",
                "Казахстан газеті мен журналы шықты",
                "The school library",
                "HTML, CSS, Java",
                "МР3",
                "Kazakh poet Abai",
                "Мектеп кітапханасында оқулықтар сақталған",
                "В школьной библиотеке",
                "Сви људи рађају се слободни"
            })
    void leavesWordsOfOneAlphabetAlone(String text) {
        assertEquals(text, Letters.mendLookAlikes(text));
        assertEquals(text, Letters.mendOcr(text));
    }

    @Test
    void looksAtSoManyWordsOfATextAndNoMore() {
        StringBuilder text = new StringBuilder("кiтап ");
        for (int number = 0; number < 60_000; number++) {
            // No two alike, each in two alphabets.
            text.append('ж');
            for (int rest = number + 64; rest > 0; rest /= 8) {
                text.append("aeoкpcмт".charAt(rest % 8));
            }
            text.append(' ');
        }
        text.append("кiтап кiтaп");

        String mended = Letters.mendLookAlikes(text.toString());

        assertTrue(mended.startsWith("кітап ж"));
        assertTrue(mended.endsWith(" кітап кiтaп"), mended.substring(mended.length() - 40));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            мектеп окушыларына арналган кітап | мектеп окушыларына арналған кітап
            TAPAC әдебиет кітабы қазақша | ТАРАС әдебиет кітабы қазақша
            """)
    void givesKazakhItsLettersBackAfterOcr(String read, String meant) {
        assertEquals(meant, Letters.mendOcr(read));
        assertEquals(meant, Letters.mendOcr(meant));
    }
}
