package kz.ortaq.harvesters.marc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.ortaq.harvesters.marc.SampleMarc.items;
import static kz.ortaq.harvesters.marc.SampleMarc.marc21;
import static kz.ortaq.harvesters.marc.SampleMarc.read;
import static kz.ortaq.harvesters.marc.SampleMarc.reasons;
import static kz.ortaq.harvesters.marc.SampleMarc.rusmarc;
import static kz.ortaq.harvesters.marc.SampleMarc.titles;
import static kz.ortaq.harvesters.marc.SampleMarc.together;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kz.ortaq.config.Reason;
import kz.ortaq.letters.Kz1048;
import org.junit.jupiter.api.Test;

/** The charset is recognised by the bytes, whatever the leader says. */
final class CharsetChoiceTest {

    private static final String TITLE = "Меня зовут Кожа: повесть для детей среднего школьного возраста";

    @Test
    void readsUtf8WhetherTheLeaderSaysSoOrNot() throws Exception {
        List<Item> items = items(together(
                marc21("1", "Менің атым Қожа").bytes(),
                marc21("2", "Қыз Жібек").utf8().bytes()));

        assertEquals(List.of("Менің атым Қожа", "Қыз Жібек"), titles(items));
        assertEquals(
                List.of("UTF-8 MARC-8", "UTF-8 "),
                read(items).stream()
                        .map(item -> item.charset() + " " + item.claimed())
                        .toList());
    }

    @Test
    void readsRussianInTheCharsetsOfWindowsDosAndUnix() throws Exception {
        for (String charset : List.of("windows-1251", "IBM866", "KOI8-R")) {
            byte[] file = together(
                    marc21("1", TITLE).bytes(Charset.forName(charset)),
                    rusmarc("2", TITLE.toUpperCase(Locale.ROOT)).bytes(Charset.forName(charset)));

            List<Item> items = items(file);

            assertEquals(List.of(TITLE, TITLE.toUpperCase(Locale.ROOT)), titles(items), charset);
        }
    }

    @Test
    void aRecordTooShortToShowItsCharsetInheritsThatOfItsFile() throws Exception {
        byte[] silent = rusmarc("1", "Я").bytes(Charset.forName("IBM866"));
        Majority dos = new Majority(MarcCharset.IBM866, Dialect.RUSMARC);

        Item.Read item = read(items(new Iso2709Reader(new ByteArrayInputStream(silent), SampleMarc.LARGEST, dos)))
                .getFirst();

        assertEquals("Я", SampleMarc.title(item, "200"));
    }

    @Test
    void readsTheLettersOfMarc8WhoseMarksStandBeforeThem() throws Exception {
        // ē as macron and e, è as grave and e, the soft sign A7, the ayn B0
        byte[] record = marc21("1", "R\u00E5ezon\u00E1ansa zhizn\u00A7 \u00B0abd po\u00E8ete")
                .bytes(ISO_8859_1);

        Item.Read item = read(items(record)).getFirst();

        assertEquals("Rēzonànsa zhiznʹ ʻabd poëte", SampleMarc.title(item, "245"));
        assertEquals("MARC-8", item.charset());
    }

    @Test
    void readsTheEscapesOfMarc8() throws Exception {
        byte[] basic = marc21("1", "\u001B(NrUSSKIJ QZYK\u001B(B = Russian").bytes(ISO_8859_1);
        byte[] extended = marc21("2", "\u001B)Q\u001B(N\u001B(B Greek \u001Bgac\u001Bs \u001B$1!0!\u001B(B")
                .bytes(ISO_8859_1);

        List<Item> items = items(together(basic, extended));

        assertEquals(List.of("Русский язык = Russian", " Greek αγ 一"), titles(items));
    }

    @Test
    void leavesOutAWrongEscapeAndSaysSo() throws Exception {
        byte[] record = marc21("1", "Soci\u001Bt\u00E2e linn\u00E2eenne, \u001B(NKNIGA\u001B(B")
                .bytes(ISO_8859_1);

        Item.Read item = read(items(record)).getFirst();

        assertEquals("Socité linnéenne, книга", SampleMarc.title(item, "245"));
        assertEquals(List.of(Reason.MARC_CHARACTERS_LOST), reasons(item));
    }

    @Test
    void resolvesCharactersThatMarc8WritesAsReferences() throws Exception {
        Item.Read item = read(items(marc21("1", "&#x4E00; &#xFFFFFF; &#x3;").bytes(ISO_8859_1)))
                .getFirst();

        assertEquals("一 &amp;#xFFFFFF; &amp;#x3;", SampleMarc.title(item, "245"));
    }

    @Test
    void readsLatinLettersOfWindowsAmongMarc8() throws Exception {
        byte[] latin = marc21("1", "Bibliotek i Gävleborg och Östersund, förlag för böcker")
                .bytes(ISO_8859_1);
        byte[] german = marc21("2", "Geschichte für Anfänger").bytes(ISO_8859_1);
        byte[] french = marc21("3", "Société générale, théâtre réel").bytes(ISO_8859_1);

        assertEquals(
                List.of(
                        "Bibliotek i Gävleborg och Östersund, förlag för böcker",
                        "Geschichte für Anfänger",
                        "Société générale, théâtre réel"),
                titles(items(together(latin, german, french))));
    }

    @Test
    void readsRomanisedNamesAndCapitalsOfMarc8() throws Exception {
        byte[] tamil = marc21("1", "Cuppirama\u00F2niya\u00F6n, Ca. V\u00E5e.").bytes(ISO_8859_1);
        byte[] swedish = marc21("2", "F\u00E8ORNUFT OCH K\u00E8ANSLA").bytes(ISO_8859_1);

        assertEquals(
                List.of("Cuppiramaṇiyan\u0332, Ca. Vē.", "FÖRNUFT OCH KÄNSLA"),
                titles(items(together(tamil, swedish))));
    }

    @Test
    void readsTheIso5426OfOlderUnimarc() throws Exception {
        byte[] record = new SampleMarc()
                .leader("     nam0 22     3i 450 ")
                .data("100", "  ", "a19970101d1997    k  y0frea0103    ba")
                .data("200", "1 ", "aHistoire litt\u00C2eraire imprim\u00C2ee \u00C1a Paris")
                .bytes(ISO_8859_1);

        Item.Read item = read(items(record)).getFirst();

        assertEquals("Histoire littéraire imprimée à Paris", SampleMarc.title(item, "200"));
        assertEquals("UNIMARC", item.dialect());
    }

    @Test
    void readsDamagedUtf8AndSaysHowMuchWasLost() throws Exception {
        byte[] record = marc21("1", "Қазақ X халқы, Абай").bytes();

        Item.Read item = read(items(SampleMarc.replaced(record, "X", "\u00FF"))).getFirst();

        assertEquals("Қазақ \uFFFD халқы, Абай", SampleMarc.title(item, "245"));
        assertEquals(List.of(Reason.MARC_CHARACTERS_LOST), reasons(item));
    }

    @Test
    void bringsBackTextThatWasEncodedTwice() throws Exception {
        String twice = new String("Қыз Жібек".getBytes(UTF_8), ISO_8859_1);

        Item.Read item = read(items(marc21("1", twice).bytes())).getFirst();

        assertEquals("Қыз Жібек", SampleMarc.title(item, "245"));
        assertEquals(List.of(Reason.MARC_ENCODED_TWICE), reasons(item));
    }

    @Test
    void readsTheKazakhCharsetThatDiffersFromWindows1251InItsOwnLettersAlone() throws Exception {
        byte[] record = marc21("1", "Мектеп әдебиеті").bytes(Kz1048.CHARSET);

        Item.Read item = read(items(record)).getFirst();

        assertEquals("KZ-1048", item.charset());
        assertEquals("Мектеп әдебиеті", SampleMarc.title(item, "245"));
        assertTrue(Arrays.equals(record, item.sent()));
    }

    @Test
    void tellsTheDialectByTheFieldsOfARecord() throws Exception {
        byte[] unimarc = new SampleMarc()
                .data("100", "  ", "a19970101d1997    k  y0frea5050    ba")
                .data("200", "1 ", "aLes steppes kazakhes")
                .data("801", " 0", "aFR", "bBNF")
                .bytes();
        byte[] silent =
                new SampleMarc().control("001", "5").data("500", "  ", "aNote").bytes();

        List<Item> items = items(
                together(marc21("1", "Nomads").bytes(), rusmarc("2", "Степь").bytes(), unimarc, silent));

        assertEquals(
                List.of("MARC 21", "RUSMARC", "UNIMARC", "MARC 21"),
                read(items).stream().map(Item.Read::dialect).toList());
        assertEquals(
                List.of(MarcRecord.MARC21, MarcRecord.UNIMARC, MarcRecord.UNIMARC, MarcRecord.MARC21),
                read(items).stream().map(Item.Read::format).toList());
    }
}
