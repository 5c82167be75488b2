package kz.ortaq.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kz.ortaq.analysis.OrtaqAnalyzers;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RomanisationTest {

    /** The first article of the Universal Declaration of Human Rights. */
    private static final List<String> WORDS = List.of(
            ("барлық адамдар тумысынан азат және қадір қасиеті мен құқықтары тең болып дүниеге келеді адамдарға ақыл"
                            + " парасат ар ождан берілген сондықтан олар бір бірімен туыстық бауырмалдық қарым қатынас"
                            + " жасаулары тиіс математика энергия кітаптар оқушының жаңа")
                    .split(" "));

    @ParameterizedTest
    @CsvSource({
        "YANALIF, çaꞑa ƣьlьm oqu",
        "YANALIF_1929, çaꞑa ƣьlьm oquv",
        "LATIN_2017, jan'a g'ylym oqy'",
        "LATIN_2018, jańa ǵylym oqý",
        "LATIN_2019, jaŋa ğylym oqw",
        "LATIN_2021, jaña ğylym oqu",
        "ALA_LC, zhan͡ga ghylym oqu",
        "PASSPORT, zhana gylym oku",
        "ASCII_DIGRAPHS, zhanga ghylym oqu",
        "ASCII, jana gylym oqu",
        "ARABIC, جاڭا عىلىم وقۋ",
    })
    void writesByTheTableOfTheAlphabet(Romanisation alphabet, String written) {
        assertEquals(written, alphabet.write("жаңа ғылым оқу"));
    }

    @Test
    void leavesWhatIsNotKazakh() {
        assertEquals(
                "2021 jyly: «ağa», PDF".toLowerCase(java.util.Locale.ROOT),
                Romanisation.LATIN_2021.write("2021 жылы: «аға», PDF"));
    }

    @ParameterizedTest
    @EnumSource
    void meetsItsCyrillicSpellingInTheFoldedField(Romanisation alphabet) throws IOException {
        try (Analyzer folded = OrtaqAnalyzers.folded()) {
            for (String word : WORDS) {
                String written = alphabet.write(word);

                List<String> cyrillic = terms(folded, word);
                List<String> other = terms(folded, written);

                assertFalse(Collections.disjoint(cyrillic, other), word + cyrillic + " " + written + other);
            }
        }
    }

    private static List<String> terms(Analyzer analyzer, String text) throws IOException {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        }
        return terms;
    }
}
