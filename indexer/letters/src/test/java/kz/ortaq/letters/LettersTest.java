package kz.ortaq.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

    private static final String KAZAKH = "Мектеп кітапханасында оқулықтар мен сирек кездесетін кітаптар сақталған.";
    private static final String RUSSIAN = "В школьной библиотеке хранятся учебники и редкие книги.";
    private static final String UKRAINIAN = "У шкільній бібліотеці зберігаються підручники її засновників";

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1251", "KZ-1048", "KOI8-R", "IBM866", "ISO-8859-5"})
    void recognisesEveryOldEncodingWithoutADeclaration(String name) {
        Charset charset = Charset.forName(name);
        for (String text : List.of(KAZAKH, RUSSIAN, RUSSIAN.toUpperCase(), "Книга", "Кітапхана", "КАЗАХСКИЙ ЯЗЫК")) {
            byte[] bytes = text.getBytes(charset);
            if (new String(bytes, charset).equals(text) && !(name.startsWith("ISO") && text.length() < 10)) {
                assertEquals(text, new String(bytes, Letters.charset(bytes, Optional.empty())), text + " in " + name);
            }
        }
    }

    @Test
    void readsUkrainianAsUkrainian() {
        byte[] bytes = UKRAINIAN.getBytes(Charset.forName("windows-1251"));

        assertEquals(Charset.forName("windows-1251"), Letters.charset(bytes, Optional.empty()));
    }

    @Test
    void believesADeclarationOnlyWhereTheTextBearsItOut() {
        Charset russian = Charset.forName("windows-1251");
        Charset koi = Charset.forName("KOI8-R");
        byte[] bytes = RUSSIAN.getBytes(russian);

        for (String wrong : List.of("UTF-8", "KOI8-R", "ISO-8859-1", "windows-1252", "IBM866", "UTF-16LE", "GBK")) {
            assertEquals(russian, Letters.charset(bytes, Optional.of(Charset.forName(wrong))), wrong);
        }
        assertEquals(koi, Letters.charset("Да".getBytes(koi), Optional.of(koi)));
        assertEquals(Kz1048.CHARSET, Letters.charset(RUSSIAN.getBytes(Kz1048.CHARSET), Optional.of(Kz1048.CHARSET)));
        assertEquals(Kz1048.CHARSET, Letters.charset(KAZAKH.getBytes(Kz1048.CHARSET), Optional.of(russian)));
        assertEquals(
                Charset.forName("GBK"),
                Letters.charset("图书馆里有很多书".getBytes(Charset.forName("GBK")), Optional.of(Charset.forName("GBK"))));
        assertEquals(
                StandardCharsets.ISO_8859_1,
                Letters.charset(
                        "École française".getBytes(StandardCharsets.ISO_8859_1),
                        Optional.of(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void leavesADeclaredCharsetOfAnotherLanguageThatReads() {
        for (String name : List.of("KOI8-U", "IBM855", "windows-1251")) {
            Charset charset = Charset.forName(name);
            byte[] bytes = "Історія України: підручник".getBytes(charset);

            assertEquals(charset, Letters.charset(bytes, Optional.of(charset)));
        }
        Charset koi = Charset.forName("KOI8-U");
        assertEquals(koi, Letters.charset("Історія України: підручник".getBytes(koi), Optional.empty()));
        assertEquals(
                Charset.forName("KOI8-R"),
                Letters.charset(RUSSIAN.getBytes(koi), Optional.of(Charset.forName("IBM855"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ѓорѓи", "Ѓорѓи Ќосев", "Историја на македонската книжевност: Ѓорѓи Ќосев", "Ђорђе"})
    void takesAShortTextForTheUsualCharset(String text) {
        byte[] bytes = text.getBytes(Charset.forName("windows-1251"));

        assertEquals(text, new String(bytes, Letters.charset(bytes, Optional.empty())));
    }

    @Test
    void recognisesTheCharsetOfAMacintoshByASentence() {
        Charset macintosh = Charset.forName("x-MacCyrillic");
        for (String text : List.of(RUSSIAN, UKRAINIAN)) {
            assertEquals(macintosh, Letters.charset(text.getBytes(macintosh), Optional.empty()), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ÆØÅ", "ÁÉÍÓÚ", "Þýðing", "Hääööpäivä"})
    void leavesLettersOfTheNorth(String text) {
        Charset western = Charset.forName("windows-1252");

        assertEquals(western, Letters.charset(text.getBytes(western), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ÄÖÜ", "ÀÉÈ", "äöü"})
    void leavesAFewAccentedLettersThatAreDeclared(String text) {
        Charset western = Charset.forName("windows-1252");

        assertEquals(western, Letters.charset(text.getBytes(western), Optional.of(western)));
        for (String word : List.of("Книга", "Абай", "Қазақ", "Бас")) {
            byte[] bytes = word.getBytes(Kz1048.CHARSET);
            assertEquals(word, new String(bytes, Letters.charset(bytes, Optional.of(western))));
        }
    }

    @Test
    void toleratesABeginningThatEndsWithinACharacter() {
        byte[] bytes = KAZAKH.getBytes(StandardCharsets.UTF_8);

        assertEquals(StandardCharsets.UTF_8, Letters.charset(Arrays.copyOf(bytes, 21), Optional.empty()));
    }

    @Test
    void answersForAnyBytes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);

            assertTrue(Letters.charset(bytes, Optional.empty()).canEncode(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kk | Мектеп кітапханасында оқулықтар мен сирек кездесетін кітаптар сақталған.
            kk | АҚТӨБЕ ОБЛЫСТЫҚ ӘМБЕБАП ҒЫЛЫМИ КІТАПХАНАСЫ
            ru | В школьной библиотеке хранятся учебники и редкие книги.
            en | The textbooks of the school are kept in the library and open to every reader.
            '' | У шкільній бібліотеці зберігаються підручники та рідкісні книги її засновників.
            '' | Сви људи рађају се слободни и једнаки у достојанству и правима.
            '' | Lehrbücher und seltene Bücher werden in unserer Bibliothek aufbewahrt.
            '' | Ртгпц йзшлк вуыфкщ ъэждл
            '' | 12345 67890
            '' | Да
            """)
    void tellsTheLanguageOfAText(String language, String text) {
        assertEquals(language, Letters.language(text));
    }

    @Test
    void tellsTextFromNonsense() {
        List<String> honest =
                List.of(KAZAKH, RUSSIAN, UKRAINIAN, "The textbooks of the school are kept in the library");
        for (String text : honest) {
            assertTrue(Letters.readable(text) > 0.9, text + " " + Letters.readable(text));
            assertTrue(Letters.readable(text.toUpperCase()) > 0.9, text);
        }
        byte[] bytes = RUSSIAN.getBytes(Charset.forName("KOI8-R"));
        for (String charset : List.of("windows-1251", "IBM866", "ISO-8859-1")) {
            String nonsense = new String(bytes, Charset.forName(charset));
            assertTrue(Letters.readable(nonsense) < 0.2, nonsense + " " + Letters.readable(nonsense));
        }
        // A font whose letters are numbered as they come.
        String shifted = KAZAKH.chars()
                .map(c -> c >= 'а' && c <= 'ю' ? 'а' + (c - 'а' + 7) % 32 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertTrue(Letters.readable(shifted) < 0.2, shifted + " " + Letters.readable(shifted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Biblioteka szkolna przechowuje podręczniki oraz rzadkie książki dla wszystkich uczniów.",
                "Školní knihovna uchovává učebnice a vzácné knihy pro všechny žáky, kteří je chtějí číst.",
                "Az iskolai könyvtárban tankönyveket és ritka könyveket őriznek minden diáknak.",
                "Koulun kirjastossa säilytetään oppikirjoja ja harvinaisia kirjoja kaikille oppilaille.",
                "Mokyklos bibliotekoje saugomi vadovėliai ir retos knygos kiekvienam mokiniui.",
                "În biblioteca școlii se păstrează manuale și cărți rare pentru toți elevii.",
                "Məktəb kitabxanasında dərsliklər və nadir kitablar bütün şagirdlər üçün saxlanılır.",
                "Mektep kıtaphanasynda oqulyqtar men sirek kezdesetın kıtaptar saqtalğan.",
                "Perpustakaan sekolah menyimpan buku pelajaran dan buku langka untuk setiap murid."
            })
    void readsLanguagesInLatinLettersThatItHasNoModelOf(String text) {
        assertTrue(Letters.readable(text) > 0.6, text + " " + Letters.readable(text));
        assertTrue(Letters.readable(text.toUpperCase(Locale.ROOT)) > 0.6, text);
    }

    @Test
    void takesNoMisreadCyrillicForALanguageInLatinLetters() {
        for (String text : List.of(KAZAKH, RUSSIAN, UKRAINIAN, RUSSIAN.toUpperCase(Locale.ROOT))) {
            for (String written : List.of("windows-1251", "KOI8-R", "IBM866", "ISO-8859-5", "x-MacCyrillic", "UTF-8")) {
                for (String read : List.of(
                        "windows-1252", "windows-1250", "windows-1254", "windows-1257", "ISO-8859-2", "IBM852")) {
                    String misread = new String(text.getBytes(Charset.forName(written)), Charset.forName(read));
                    double score = Letters.readable(misread);
                    // A few letters among signs say little, with that model or without.
                    assertTrue(score < 0.2 || score == Letters.familiar(misread), misread + " " + score);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2024", "Да", "图书馆里有很多书", "مكتبة المدرسة"})
    void judgesNothingThatItCannotRead(String text) {
        assertEquals(1, Letters.readable(text));
    }

    @Test
    void weighsTheLanguageOfALongTextThroughoutIt() {
        String english = "The examples of this manual are written in English, as they stand on the screen. ".repeat(20);
        String russian = "Объяснения к ним написаны по-русски, и их намного больше, чем самих примеров. ".repeat(100);

        assertEquals("ru", Letters.language((english + russian).repeat(20)));
    }
}
