package kz.ortaq.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyphensTest {

    @ParameterizedTest
    @CsvSource({
        "оқу-|лық туралы, оқулық туралы",
        "при его использо-||вании, при его использовании",
        "the demo-|cracy of, the democracy of",
        "по-|нятие, понятие",
        "какой-|то человек, какой-то человек",
        "сделал по-|русски, сделал по-русски",
        "Алматы-|Астана жолы, Алматы-Астана жолы",
        "КІТАП-|ХАНА, КІТАПХАНА",
        "ISO-|2709, ISO-|2709",
        "Нұр-Сұл-|тан қаласы, Нұр-Сұлтан қаласы",
        "(1а-|нық)-|сөз, (1анық)-|сөз",
        "тыи\u0306-|ым, тыи\u0306ым",
        "\u0306а-|б, \u0306а-|б",
        "бір -|екі, бір -|екі"
    })
    void joinsWhatALineEndDivided(String given, String expected) {
        assertEquals(lines(expected), mended(lines(given)));
    }

    @Test
    void keepsTheHyphenOfAWordThatHasItElsewhere() {
        String elsewhere = "Ағылшын-қазақ сөздігі. ";

        assertEquals(elsewhere + "жаңа ағылшын-қазақ сөздігі", mended(elsewhere + "жаңа ағылшын-\nқазақ сөздігі"));
    }

    @Test
    void joinsTheParticleLookalikeThatStandsWholeElsewhere() {
        assertEquals("понято. Это понято", mended("понято. Это поня-\nто"));
    }

    @Test
    void keepsTheHyphenBetweenTwoWordsOfTheText() {
        String words = "серверов и зеркал, серверов да зеркал: ";

        assertEquals(words + "серверов-зеркал", mended(words + "серверов-\nзеркал"));
    }

    @Test
    void knowsTheWordsOfOtherPages() {
        List<Answer.Page> pages = Hyphens.mend(List.of(page("қазақ-орыс сөздігі"), page("бұл қазақ-\nорыс сөздігі")));

        assertEquals("бұл қазақ-орыс сөздігі", pages.getLast().text());
    }

    @Test
    void outlivesAChainOfHyphens() {
        String chain = "а-".repeat(200_000);

        assertEquals(chain.length(), mended(chain + "\nб").length());
    }

    private static String lines(String text) {
        return text.replace('|', '\n');
    }

    private static String mended(String text) {
        return Hyphens.mend(List.of(page(text))).getFirst().text();
    }

    private static Answer.Page page(String text) {
        return new Answer.Page(1, "text", 1, text);
    }
}
