package kz.ortaq.harvesters.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of old sites, whose charset is told wrongly or not at all. */
final class BodyTextTest {

    private static final String RUSSIAN = "<p>Библиотека школы открыта каждый день, кроме воскресенья.</p>";

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R", "IBM866"})
    void readsRussianInACharsetThatNobodyNamesOrThatIsNamedWrongly(String name) {
        byte[] bytes = RUSSIAN.getBytes(Charset.forName(name));

        assertEquals(RUSSIAN, BodyText.of(bytes, "").text());
        assertEquals(
                RUSSIAN, BodyText.of(bytes, "text/html; charset=iso-8859-1").text());
        assertTrue(BodyText.of(bytes, "").mended().endsWith(name), BodyText.of(bytes, "")::mended);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
    void readsSixteenBitsWithoutAMark(String name) {
        for (String text : List.of("\n" + RUSSIAN, "\n<p>Мектеп кітапханасы</p>", "\n<p>The school library</p>")) {
            BodyText read = BodyText.of(text.getBytes(Charset.forName(name)), "text/html; charset=UTF-16");

            assertEquals(text, read.text());
            assertEquals("", read.mended());
        }
    }

    @Test
    void leavesWesternTextsAsTheyAre() {
        String french = "<p>L'été dernier, les élèves ont lu Abaï à la bibliothèque.</p>";

        assertEquals(
                french,
                BodyText.of(french.getBytes(StandardCharsets.ISO_8859_1), "").text());
    }

    @Test
    void believesUtf8BeforeAnyDeclaration() {
        String kazakh = "<meta charset=windows-1251><p>Қазақ әдебиеті</p>";

        assertEquals(
                kazakh, BodyText.of(kazakh.getBytes(StandardCharsets.UTF_8), "").text());
    }
}
