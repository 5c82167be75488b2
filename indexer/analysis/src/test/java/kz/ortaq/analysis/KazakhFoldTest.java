package kz.ortaq.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KazakhFoldTest {

    @Test
    void bringsTheSpellingsOfAWordTogether() {
        together("Қазақстан", "қазақстан", "казакстан", "Qazaqstan", "kazakstan", "قازاقستان", "QAZAQSTAN");
        together("мектебіміз", "мектебимиз", "mektebimiz", "mektebımız", "مەكتەبىمىز");
        together("жылдың", "jyldyñ", "zhyldyng", "jyldyn", "žyldyn", "çьldьꞑ", "jyldyn'", "jyldyń", "جىلدىڭ");
        together("шаруашылық", "şaruaşylyq", "sharuashylyk", "s'ary'as'ylyq", "sharýashylyq", "şarwaşılıq");
        together("әңгіме", "angime", "äñgıme", "a'n'gime", "áńgime", "әңгиме", "əꞑgime");
        together("өмір", "omir", "ömır", "o'mir", "ómir", "ɵmir", "ٴومىر");
        together("қала", "qala", "kala", "қaлa");
        together("химиялық", "himiialyq", "himiyalyk", "khimiialyq", "himııalyq", "химиялык");
        together("Әуезов", "Auezov", "Ауэзов", "Äuezov", "A'y'ezov", "Áýezov", "Avezov");
        together("ғылым", "gylym", "ghylym", "ğylym", "g'ylym", "ǵylym", "ƣьlьm");
        together("жүрегіңізді", "jüregıñızdı", "zhuregingizdi", "çyregiꞑizdi", "ju'regin'izdi");
        together("тұрғын", "тӯрғын", "turgyn", "tūrğyn");
    }

    @Test
    void keepsTheLettersOfOtherWordsApart() {
        apart("қала", "бала");
        apart("мектеп", "мекен");
        apart("жол", "шол");
        apart("кітап", "қытай");
        apart("school", "history");
    }

    @Test
    void readsTheSameLatinLetterInSeveralWays() {
        assertEquals(
                List.of("janga", "jana"), List.copyOf(KazakhFold.keys("janga").subList(0, 2)));
        together("жаңа", "janga", "zhanga", "jaña", "çaꞑa");
        together("алынған", "alynghan", "alyngan", "alynğan", "alyn'g'an".replace("n'", "n"));
        together("қоян", "qojan", "qoian", "qoyan");
        together("конгресс", "kongress");
        together("маркетинг", "marketing", "маркетиң");
    }

    @Test
    void mendsLettersOfTheWrongAlphabetBeforeItFolds() {
        assertEquals(KazakhFold.keys("ғасыр"), KazakhFold.keys("FACЫP"));
        assertEquals(KazakhFold.keys("НҰР"), KazakhFold.keys("HҰP"));
        assertEquals(KazakhFold.keys("біздің"), KazakhFold.keys("бiздiң"));
        assertEquals(KazakhFold.keys("PDF"), KazakhFold.keys("РDF"));
        assertEquals(List.of("pdfti"), KazakhFold.keys("PDFті"));
    }

    @Test
    void leavesEnglishAndRussianWordsFindable() {
        for (String word : List.of("history", "school", "why", "language's", "физика", "подъезд", "щётка", "год")) {
            assertEquals(KazakhFold.keys(word), KazakhFold.keys(word.toUpperCase(java.util.Locale.ROOT)));
        }
        together("ёлка", "елка");
        together("объект", "обьект", "ob'ekt");
        together("Николаевич", "Nikolayevich", "Nikolaevich");
    }

    @Test
    void readsALetterAndItsMarkAsOneLetter() {
        together("й", "и\u0306");
        together("s\u0327ag\u0306ym", "şağym");
        together("n\u0361gal", "ñal");
    }

    @Test
    void givesAnyTextKeysOfBoundedLength() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String letters = "абвгқңғжшщйиіяюьыʼ'nngghsyjcçşğıöüɵƣꞑعٴڭوzkht0 \u0301\u0361";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder word = new StringBuilder();
            for (int i = random.nextInt(1, 30); i > 0; i--) {
                word.append(
                        random.nextInt(10) == 0
                                ? (char) random.nextInt(0xFFFF)
                                : letters.charAt(random.nextInt(letters.length())));
            }

            List<String> keys = KazakhFold.keys(word);

            assertFalse(keys.isEmpty(), word.toString());
            assertTrue(keys.size() <= KazakhFold.MAX_KEYS, word.toString());
            assertEquals(keys.size(), keys.stream().distinct().count(), word.toString());
            for (String key : keys) {
                assertTrue(!key.isEmpty() && key.length() <= 2 * word.length(), word + " gives " + key);
            }
        }
    }

    private static void together(String word, String... spellings) {
        for (String spelling : spellings) {
            assertFalse(
                    Collections.disjoint(KazakhFold.keys(word), KazakhFold.keys(spelling)),
                    word + " " + KazakhFold.keys(word) + ", " + spelling + " " + KazakhFold.keys(spelling));
        }
    }

    private static void apart(String word, String other) {
        assertTrue(Collections.disjoint(KazakhFold.keys(word), KazakhFold.keys(other)), word + ", " + other);
    }
}
