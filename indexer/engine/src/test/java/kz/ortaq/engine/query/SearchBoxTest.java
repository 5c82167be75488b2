package kz.ortaq.engine.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import kz.ortaq.engine.query.Query.Everything;
import kz.ortaq.engine.query.Query.Most;
import kz.ortaq.engine.query.Query.Nothing;
import kz.ortaq.engine.query.Query.Phrase;
import kz.ortaq.engine.query.Query.Sentence;
import kz.ortaq.engine.query.Query.Term;
import kz.ortaq.engine.query.Query.Without;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchBoxTest {

    private static final int LONGEST = 500;

    private static Query parse(String typed) {
        return new SearchBox(LONGEST).parse(typed);
    }

    @Test
    void readsOneWordAsItIsTyped() {
        assertEquals(new Term("Қазақстан"), parse("  Қазақстан\t"));
    }

    @Test
    void readsWordsOfThreeLanguages() {
        Query query = parse("қазақ хандығы\u00A0история steppe-land 1465");

        assertEquals(
                new Most(List.of(
                        new Term("қазақ"),
                        new Term("хандығы\u00A0история"),
                        new Term("steppe-land"),
                        new Term("1465"))),
                query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Абай жолы\"", "«Абай жолы»", "“Абай жолы”", "„Абай жолы“", "\"Абай жолы", "«Абай жолы"})
    void readsAPhraseInTheQuotesThatPeopleType(String typed) {
        assertEquals(new Phrase("Абай жолы"), parse(typed));
    }

    @Test
    void readsPhrasesBesideWords() {
        Query query = parse("Әуезов \"Абай жолы\" «Путь Абая» 1978");

        assertEquals(
                new Most(List.of(
                        new Term("Әуезов"), new Phrase("Абай жолы"), new Phrase("Путь Абая"), new Term("1978"))),
                query);
    }

    @Test
    void leavesOutWhatAMinusStandsBefore() {
        Query query = parse("Абай -роман -\"қара сөздер\"");

        assertEquals(new Without(new Without(new Term("Абай"), new Term("роман")), new Phrase("қара сөздер")), query);
    }

    @Test
    void readsAnIsbnAsItIsPrintedAndNoSpanOfYearsAsOne() {
        assertEquals(new Term("9786010708235"), parse("ISBN 978-601-07-0823-5"));
        assertEquals(new Term("9786010708235"), parse("978 601 07 0823 5"));
        assertEquals(new Term("996513567X"), parse("9965-13-567-Х"));
        assertEquals(new Most(List.of(new Term("1941-1945"), new Term("жж"))), parse("1941-1945 жж"));
    }

    @Test
    void takesAMinusAloneForEverythingButThat() {
        assertEquals(new Without(new Everything(), new Term("роман")), parse("-роман"));
    }

    @Test
    void readsAHyphenWithinAWordAsPartOfIt() {
        assertEquals(new Term("роман-эпопея"), parse("роман-эпопея"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!", "- - -", "«»", "\"\"", "\" … \"", "-«»", "“„”", "()*~^:[]{}\\/"})
    void findsNothingWhereOnlySignsAreTyped(String typed) {
        assertEquals(typed.isBlank() ? new Everything() : new Nothing(), parse(typed));
    }

    @Test
    void readsSignsOfQueryLanguagesAsTheyStand() {
        Query query = parse("title:Абай* OR кітап~2");

        assertEquals(new Most(List.of(new Term("title:Абай*"), new Term("OR"), new Term("кітап~2"))), query);
    }

    @Test
    void readsOnlySoManyCharacters() {
        Query query = new SearchBox(10).parse("қазақ әдебиеті");

        assertEquals(new Most(List.of(new Term("қазақ"), new Term("әдеб"))), query);
    }

    @Test
    void readsOnlySoManyParts() {
        Query query = parse("а б ".repeat(40) + "-в");

        assertEquals(32, assertInstanceOf(Most.class, query).parts().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "«", "-\"", "\"«“", "-", "(a+)+$", "а\"", " ", "\uD83D", "\u0000", "“а„"})
    void hostileTextsEnd(String unit) {
        Query query = new SearchBox(10_000_000).parse(unit.repeat(100_000));

        assertTrue(query.toString().length() <= 100_000 * unit.length() + 2_000);
    }

    @Test
    void anyTextGivesAQuery() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String letters = "аәқ bZ9-\"«»“”„ \t\n\u00AD\uD83D\uDE00\u0301'";

        for (int round = 0; round < 5_000; round++) {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                typed.append(letters.charAt(random.nextInt(letters.length())));
            }

            Query query = parse(typed.toString());

            assertTrue(parts(query) <= 32, () -> "seed " + seed + ": " + typed);
        }
    }

    private static int parts(Query query) {
        return switch (query) {
            case Everything everything -> 0;
            case Nothing nothing -> 0;
            case Term term -> 1;
            case Phrase phrase -> 1;
            case Most most ->
                most.parts().stream().mapToInt(SearchBoxTest::parts).sum();
            case Sentence sentence ->
                sentence.parts().stream().mapToInt(SearchBoxTest::parts).sum();
            case Without without -> parts(without.wanted()) + parts(without.unwanted());
        };
    }
}
