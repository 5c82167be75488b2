package kz.ortaq.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KazakhCyrillicTest {

    @ParameterizedTest
    @CsvSource({
        "mektep, мектеп",
        "mektepterimizde, мектептерімізде",
        "qazaqstan, қазақстан",
        "qazaqstannyñ, қазақстанның",
        "kazakstan, қазақстан",
        "täuelsızdık, тәуелсіздік",
        "memlekettıgımızdıñ, мемлекеттігіміздің",
        "jūmysyna, жұмысына",
        "ádebıet, әдебиет",
        "bılım, білім",
        "oqýshylar, оқушылар",
        "zhyldyng, жылдың",
        "alynghan, алынған",
        "omir, өмір",
        "alem, әлем",
        "jumys, жұмыс",
        "uaqyt, уақыт",
        "oqu, оқу",
        "himiialyq, химиялық",
        "tarihy, тарихы",
        "qyzmet, қызмет",
        "balalarymyz, балаларымыз",
        "oʼmir, өмір",
        "tuʼs, түс",
        "oqyʼ, оқу",
        "sʼagʼyn, шағын",
        "ƣƅlƅm, ғылым",
        "çƅldƅꞑ, жылдың",
        "ɵmir, өмір",
        "қазақ, ''",
        "2021, ''",
        "ٴتىل, тіл",
        "مەكتەپ, мектеп",
        "قازاقستان, қазақстан",
        "كىتاپتارى, кітаптары",
        "ٴومىر, өмір",
        "ادەبيەت, әдебиет",
    })
    void guessesTheCyrillicSpelling(String word, String expected) {
        List<String> words = KazakhCyrillic.of(word).words();

        assertEquals(expected, words.isEmpty() ? "" : words.getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "history",
        "school",
        "the",
        "education",
        "library",
        "physics",
        "mathematics",
        "system",
        "chess",
        "published"
    })
    void leavesEnglishAlone(String word) {
        KazakhCyrillic.Readings readings = KazakhCyrillic.of(word);

        assertTrue(readings.words().isEmpty() || !readings.sure(), () -> word + " " + readings);
    }

    @Test
    void givesBothReadingsOfAWordThatDoesNotTell() {
        assertEquals(List.of("көк", "қоқ"), KazakhCyrillic.of("kok").words());
        assertEquals(List.of("күн", "құн"), KazakhCyrillic.of("kun").words());
    }

    @Test
    void standsAnyWord() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String letters = "abcdeghijklmnoqrstuyzşğıəɵƣʼ\u0361ʹٴاەكىيۋ" + "ыь1";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder word = new StringBuilder();
            random.ints(random.nextInt(1, 45), 0, letters.length()).forEach(i -> word.append(letters.charAt(i)));

            for (String reading : KazakhCyrillic.of(word).words()) {
                assertTrue(reading.length() <= 2 * word.length(), () -> word + " " + reading);
                assertTrue(reading.chars().noneMatch(Character::isUpperCase), () -> word + " " + reading);
            }
        }
    }
}
