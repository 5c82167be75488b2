package kz.ortaq.engine.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClassNumbersTest {

    private final ClassNumbers numbers = new ClassNumbers();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "udc | 512.1(075.3) | algebra",
                "bbk | 22.14я72 | algebra",
                "ddc | 512/.02 | algebra",
                "udc | 51:53 | mathematics physics",
                "udc | 94(574)(075.3) | history-of-kazakhstan",
                "bbk | 63.3(5Каз)я72 | history-of-kazakhstan",
                "bbk | 63.3 (5Қаз) | history-of-kazakhstan",
                "ddc | 958.45 | history-of-kazakhstan",
                "udc | 811.512.122'36 | kazakh-grammar",
                "bbk | 81.2Каз-2 | kazakh-grammar",
                "udc | 821.512.122-3 | kazakh-prose",
                "bbk | 84(5Каз)-44 | kazakh-childrens-literature childrens-literature",
                "bbk | 84(4Шве)-44 | literature childrens-literature",
                "udc | 821.113.6-93 | literature childrens-literature",
                "udc | 159.922.7 | child-psychology",
                "udc | 69:658.012(075.8) | construction entrepreneurship",
                "ddc | 598.7/1 | birds",
                "ddc | 005.13/3 | programming",
                "bbk | 88.4 | philosophy-and-psychology",
                "bbk | 65.31я73 | economics"
            })
    void numbersOfAllSchemesLeadToTheSameTopics(String scheme, String number, String topics) {
        List<String> found = numbers.topics(scheme, number);

        assertEquals(topics.equals("philosophy-and-psychology") ? "psychology" : topics, String.join(" ", found));
    }

    @ParameterizedTest
    @CsvSource({
        "алгебра,algebra",
        "Математика,mathematics",
        "Қазақ әдебиеті,kazakh-literature",
        "казак тили,kazakh-language",
        "Local history,local-history",
        "өлкетану,local-history",
        "ана тілі,kazakh-primer"
    })
    void wordsOfThreeLanguagesLeadToTopics(String word, String topic) {
        assertEquals(Optional.of(topic), numbers.topic(word));
    }

    @ParameterizedTest
    @CsvSource({"udc,New York", "udc,''", "bbk,rest", "ddc,[Fic]", "ddc,CD909", "oclc,510"})
    void whatIsNoNumberLeadsNowhere(String scheme, String text) {
        assertEquals(List.of(), numbers.topics(scheme, text));
        assertFalse(ClassNumbers.isNumber(scheme, text));
    }

    @ParameterizedTest
    @CsvSource({"38.1я73,bbk", "84(4Шве)-44,bbk", "63.3(5Каз)я72,bbk", "51(075.2),udc", "821.111-3,udc", "94(574),udc"})
    void recognisesBbkInThePlaceOfUdc(String number, String scheme) {
        assertEquals(scheme, ClassNumbers.schemeOf(number));
    }

    @Test
    void everyTopicHasThreeNamesAndAPlace() {
        List<String> all = numbers.all();

        assertTrue(all.stream().filter(topic -> numbers.parent(topic).isEmpty()).count() >= 20);
        assertTrue(
                all.stream().filter(topic -> numbers.parent(topic).isPresent()).count() >= 150);
        for (String topic : all) {
            for (String language : List.of("kk", "ru", "en")) {
                assertFalse(numbers.label(topic, language).equals("null"), topic);
            }
            numbers.parent(topic).ifPresent(parent -> assertTrue(all.contains(parent), topic));
        }
    }
}
