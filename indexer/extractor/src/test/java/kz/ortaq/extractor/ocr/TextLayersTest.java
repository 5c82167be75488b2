package kz.ortaq.extractor.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import kz.ortaq.letters.Letters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLayersTest {

    private static final PageContent SCAN = PageContent.PICTURE;
    private static final PageContent NO_PICTURE = new PageContent(0, 0);
    private static final String PROSE = """
            Қыс ұзақ болды, қар ерте түсіп, наурыздың ортасына дейін ерімей жатты. Өзеннің жағасындағы талдар бүршік
            жарғанда, құстар да жылы жақтан оралды. В школьной библиотеке хранятся учебники и редкие книги, а на полках
            у окна стоят словари. The library of our school is open to every reader, from Monday to Saturday.""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Барлық оқулықтар біздің сайтта: www.example.org",
                "Скачано с сайта example.org – все учебники",
                "Scanned with a free trial version",
                "Бұл көшірме тек жеке пайдалануға арналған, сатуға болмайды. Оны таратпаңыз.",
            })
    void takesALineOnEveryPageForNoTextOfTheirOwn(String watermark) {
        List<String> pages = IntStream.rangeClosed(1, 20)
                .mapToObj(page -> watermark + "\n" + page)
                .toList();

        for (TextLayer layer : judge(pages)) {
            assertEquals(0, layer.letters());
            assertTrue(layer.repeated());
            assertTrue(layer.isWanting(SCAN));
            assertFalse(layer.isWanting(NO_PICTURE));
        }
    }

    @Test
    void leavesAWatermarkOverAFewPagesOfABookAloneWhereTheyHaveTextToo() {
        List<String> pages = new ArrayList<>();
        for (int page = 0; page < 60; page++) {
            String watermark = "www.example.org – бәрі тегін";
            pages.add(page < 50 ? prose(page) + "\n" + watermark : watermark);
        }

        List<TextLayer> layers = judge(pages);

        assertFalse(layers.getFirst().isWanting(SCAN));
        assertTrue(layers.getLast().isWanting(SCAN));
    }

    @Test
    void keepsPagesUnderARunningHeader() {
        List<String> pages = IntStream.rangeClosed(1, 30)
                .mapToObj(page -> "Әдебиеттік оқу. 4-сынып   " + page + "\n" + prose(page))
                .toList();

        for (TextLayer layer : judge(pages)) {
            assertTrue(layer.isGood());
            assertFalse(layer.isWanting(SCAN));
        }
    }

    @Test
    void takesPagesThatAreAlikeForTextAllTheSame() {
        for (TextLayer layer : judge(Collections.nCopies(12, prose(0) + prose(1) + prose(2)))) {
            assertTrue(layer.isGood());
        }
    }

    @Test
    void wantsAScanReadWhoseOnlyLineStandsOnNoOtherPage() {
        TextLayer layer = judge(List.of("Downloaded from www.example.org")).getFirst();

        assertFalse(layer.repeated());
        assertTrue(layer.isWanting(SCAN));
        assertFalse(layer.isWanting(new PageContent(0.2, 10)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Kazakh in windows-1251, read as ISO-8859-5, KOI8-R and the like.
                "зЩШбФгвЬЭШЭ аЬгвЬт ЬЬкЫФеФЭ гЭаФйгЬУРС ЬКЙТ ЦЩъ ШкЫцЭ ЮТТщШ ФЪФЫ ХТЬФгЬ аФЭцЭ ШЩгЩ",
                "qwzx vbnpl kjhgf dsxzc wqrtp mnbvc xzlkj hgfds pqzxw vvbnk ltrpw qqzxs wrtpl kjzxv",
                "\uE001\uE010\uE003\uE004 \uE005\uE006\uE007 \uE008\uE009\uE00A\uE00B \uE001\uE010\uE003\uE004\uE005\uE006\uE007\uE008\uE009\uE00A\uE00B\uE00C\uE00D\uE00E\uE00F",
            })
    void wantsNonsenseReadOffThePageWhateverThePageShows(String nonsense) {
        TextLayer layer = TextLayers.judge(
                        List.of((nonsense + " ").repeat(4)),
                        text -> text.codePoints().anyMatch(mark -> mark >= 0xE000) ? 0 : Letters.readable(text))
                .getFirst();

        assertTrue(layer.isWanting(NO_PICTURE), () -> "readable: " + layer.readable());
        assertFalse(layer.repeated());
    }

    @Test
    void readsAnEmptyPageOnlyWhereItShowsSomething() {
        TextLayer layer = judge(List.of("")).getFirst();

        assertTrue(layer.isWanting(SCAN));
        assertTrue(layer.isWanting(new PageContent(0, 1_000)));
        assertFalse(layer.isWanting(NO_PICTURE));
    }

    /** The same words on each page, and one more in each line that is the page's own. */
    private static String prose(int page) {
        List<String> words = new ArrayList<>(List.of(PROSE.split("\\s+")));
        String own = "" + (char) ('а' + page / 30) + (char) ('а' + page % 30);
        var lines = new StringBuilder();
        for (int at = 0; at < words.size(); at++) {
            lines.append(words.get(at)).append(at % 9 == 8 ? " " + own + "\n" : " ");
        }
        return lines.toString();
    }

    private static List<TextLayer> judge(List<String> pages) {
        return TextLayers.judge(pages, Letters::readable);
    }
}
