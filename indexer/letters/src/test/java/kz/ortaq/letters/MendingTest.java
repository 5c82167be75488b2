package kz.ortaq.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MendingTest {

    private static final String KAZAKH =
            "Мектеп кітапханасында оқулықтар мен сирек кездесетін кітаптар сақталған, ғылым және өнер туралы.";
    private static final String RUSSIAN = "В школьной библиотеке хранятся учебники, редкие книги и журналы.";
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    @Test
    void readsAnewWhatWasReadAsWindows1251() {
        String read = new String(KAZAKH.getBytes(Kz1048.CHARSET), WINDOWS_1251);

        assertEquals(KAZAKH, Letters.mend(read));
        assertEquals(KAZAKH.toUpperCase(), Letters.mend(read.toUpperCase()));
    }

    @Test
    void findsTheChapterThatAloneWasMisread() {
        String read = new String(KAZAKH.getBytes(Kz1048.CHARSET), WINDOWS_1251);
        List<String> pages = new ArrayList<>(Collections.nCopies(900, RUSSIAN.repeat(10)));
        pages.addAll(300, Collections.nCopies(300, read.repeat(5)));

        Mending mending = Mending.of(pages);

        assertEquals(KAZAKH.repeat(5), mending.mend(pages.get(400)));
        assertEquals(RUSSIAN.repeat(10), mending.mend(pages.get(1_000)));
    }

    @Test
    void knowsTheFontsInWhichSignsStandForLetters() {
        assertEquals("жеке қосалқы шаруашылығын жүргізу үшін", Letters.mend("жеке ќосалќы шаруашылыѓын ж‰ргізу ‰шін"));
        assertEquals("өнер және Ұлттық кітапхана", Letters.mend("µнер жєне ¦лттыќ кітапхана"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1"})
    void readsAnewWhatWasReadAsLatin(String latin) {
        String russian = new String(RUSSIAN.getBytes(WINDOWS_1251), Charset.forName(latin));
        String kazakh = new String(KAZAKH.getBytes(Kz1048.CHARSET), StandardCharsets.ISO_8859_1);

        assertEquals(RUSSIAN, Letters.mend(russian));
        assertEquals(KAZAKH, Letters.mend(kazakh));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "ISO-8859-1"})
    void readsUtf8ThatWasReadAsEightBits(String wrong) {
        for (String text : List.of(KAZAKH, RUSSIAN, "Книга")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            String once = new String(bytes, Charset.forName(wrong));
            if (once.indexOf('\uFFFD') < 0) {
                assertEquals(text, Letters.mend(once));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "У шкільній бібліотеці зберігаються підручники та рідкісні книги її засновників. Київ, ґанок, є щастя",
                "Сви људи рађају се слободни и једнаки у достојанству и правима; она су обдарена разумом и свешћу",
                "Сите човечки суштества се раѓаат слободни и еднакви по достоинство и права. Ќе биде ѕвезда",
                "Усе людзі нараджаюцца свабоднымі і роўнымі ў сваёй годнасці і правах, яны надзелены розумам",
                "Қазақстанда серб жазушысы Милош Црњански мен украин ақыны Лесі Українка туралы кітап шықты",
                "Његош",
                "Љубљана",
                "Київ",
                "Олексій Їжакевич",
                "Ђорђе Јовановић",
                "École française à Paris, élève, général",
                "Überschrift für Männer größer",
                "Příliš žluťoučký kůň",
                "E = mc² ± 5‰, µm",
                "Ғылым және білім",
                "Ёлка",
                "Ünlü Türkçe öğretmenleri için öykü",
                ""
            })
    void leavesHonestTextsAlone(String text) {
        assertEquals(text, Letters.mend(text));
        assertFalse(Mending.of(List.of(text)).needed());
    }

    @ParameterizedTest
    @CsvSource({"Ќазаќстан, Қазақстан", "жјне, және", "тїсінік, түсінік", "ўлттыќ, ұлттық"})
    void mendsAWordThatCanBeNothingElse(String read, String meant) {
        assertEquals(meant, Letters.mend(read));
    }

    @Test
    void letsTheWholeDocumentDecideForItsParts() {
        String page = new String(KAZAKH.getBytes(Kz1048.CHARSET), WINDOWS_1251);
        Mending mending = Mending.of(List.of(page, "ґмір", "Ѕ"));

        assertEquals("өмір", mending.mend("ґмір"));
        assertEquals("kz1048", mending.name());
    }

    @Test
    void mendsNothingTwice() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String some = KAZAKH + RUSSIAN + "јєќѕґўїћЈЄЌЅЃѓљњџ±¤µ¦‡‰ÀÐàÿРСеіїabcdé ,.";
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(80); length > 0; length--) {
                text.append(random.nextInt(4) == 0 ? ' ' : some.charAt(random.nextInt(some.length())));
            }

            String once = Letters.mend(text.toString());

            assertEquals(once, Letters.mend(once), "seed " + seed + ": " + text);
        }
    }
}
