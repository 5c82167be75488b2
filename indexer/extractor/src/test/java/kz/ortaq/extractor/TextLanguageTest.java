package kz.ortaq.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kk | Мектеп кітапханасында оқулықтар мен сирек кездесетін кітаптар сақталған.
            kk | АҚТӨБЕ ОБЛЫСТЫҚ ӘМБЕБАП ҒЫЛЫМИ КІТАПХАНАСЫ
            ru | В школьной библиотеке хранятся учебники и редкие книги.
            ru | В городе Алматы, на улице Құрманғазы, находится старейшая библиотека республики, открытая в годы войны.
            ru | У шкільній бібліотеці зберігаються підручники та рідкісні книги її засновників.
            en | The textbooks of the school are kept in the library and open to every reader.
            '' | Lehrbücher und seltene Bücher werden in unserer Bibliothek aufbewahrt.
            '' | 12345 67890
            '' | Да
            """)
    void readsTheLettersFirst(String language, String text) {
        assertEquals(language, TextLanguage.of(text));
    }

    @Test
    void isNotMisledByAForeignPreface() {
        List<Answer.Page> pages = new ArrayList<>();
        pages.add(page("The preface of this book is in English, as is the custom of the house. ".repeat(5_000)));
        for (int number = 0; number < 50; number++) {
            pages.add(page("Оқушылар кітапханада кітап оқып, жаңа білім алады. ".repeat(200)));
        }

        assertEquals("kk", TextLanguage.of(pages));
    }

    private static Answer.Page page(String text) {
        return new Answer.Page(1, "text", 1, text);
    }
}
