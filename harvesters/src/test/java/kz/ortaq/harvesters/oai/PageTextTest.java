package kz.ortaq.harvesters.oai;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.ortaq.harvesters.oai.TestPages.page;
import static kz.ortaq.harvesters.oai.TestPages.problems;
import static kz.ortaq.harvesters.oai.TestPages.read;
import static kz.ortaq.harvesters.oai.TestPages.record;
import static kz.ortaq.harvesters.oai.TestPages.title;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Bytes;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.RawRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which charset a page is read, whatever it says of itself. */
final class PageTextTest {

    private static final String RUSSIAN = "Мухтар Ауэзов. Путь Абая: роман-эпопея. Ч. 1 / пер. с каз.";

    @Test
    void readsWhatIsDeclaredInTheTextOrInTheHeader() throws Exception {
        Charset windows = Charset.forName("windows-1251");
        String declared = page(record("1", RUSSIAN)).replace("UTF-8", "windows-1251");
        String undeclared = declared.replace(" encoding=\"windows-1251\"", "");

        Page inText = read(declared.getBytes(windows), "text/xml");
        Page inHeader = read(undeclared.getBytes(windows), "text/xml; charset=\"windows-1251\"");

        assertEquals(RUSSIAN, title(inText.records().getFirst()));
        assertEquals(RUSSIAN, title(inHeader.records().getFirst()));
        assertEquals(Bytes.NONE, inText.records().getFirst().original());
        assertEquals(List.of(), inText.problems());
        assertEquals(List.of(), inHeader.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void readsSixteenBitsWithAMarkAndWithout(String mark) throws Exception {
        Page page = read((mark + page(record("1", "Мұхтар Әуезов"))).getBytes(UTF_16LE), "text/xml");

        assertEquals("Мұхтар Әуезов", title(page.records().getFirst()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
    void readsSixteenBitsThatBeginWithAnEmptyLine(String name) {
        for (String text : List.of(RUSSIAN, "Мұхтар Әуезов", "Abai")) {
            String answer = "\n" + page(record("1", text));

            PageText read = PageText.of(answer.getBytes(Charset.forName(name)), "text/xml; charset=UTF-16");

            assertEquals(answer, read.text());
            assertEquals("", read.mended());
        }
    }

    @Test
    void believesValidUtf8MoreThanAnyDeclarationAndSaysSo() throws Exception {
        String text = page(record("1", "Мұхтар Әуезов")).replace("UTF-8", "windows-1251");

        Page page = read(text.getBytes(UTF_8), "text/xml; charset=ISO-8859-1");

        assertEquals("Мұхтар Әуезов", title(page.records().getFirst()));
        assertEquals("windows-1251 → UTF-8", page.problems().getFirst().value());
        assertEquals(Bytes.NONE, page.records().getFirst().original());
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, UTF-8, ''",
        "windows-1251, UTF-8, text/xml; charset=utf-8",
        "windows-1251, ISO-8859-1, ''",
        "windows-1251, x-nobody, ''",
        "windows-1251, UTF-16, ''",
        "KOI8-R, UTF-8, ''",
        "IBM866, UTF-8, ''"
    })
    void recognisesRussianByItsLettersAndKeepsWhatWasSent(String charset, String declared, String header)
            throws Exception {
        String record = record("1", RUSSIAN);
        byte[] body =
                page(record, record("2", "Abai")).replace("UTF-8", declared).getBytes(Charset.forName(charset));

        Page page = read(body, header);

        RawRecord mended = page.records().getFirst();
        assertEquals(RUSSIAN, title(mended));
        assertEquals(Bytes.of(record.strip().getBytes(Charset.forName(charset))), mended.original());
        assertEquals(Bytes.NONE, page.records().getLast().original());
        assertEquals(Reason.CHARSET_MENDED, page.problems().getFirst().reason());
        assertEquals(declared + " → " + charset, page.problems().getFirst().value());
    }

    @Test
    void keepsTheBytesOfKazakhLettersThatItCannotRead() {
        byte[] body = page(record("1", RUSSIAN + " ~за~")).getBytes(Charset.forName("windows-1251"));
        replace(body, '~', 0x98); // no letter of windows-1251

        Page page = read(body, "text/xml");

        String original = new String(page.records().getFirst().original().toArray(), ISO_8859_1);
        assertTrue(original.contains(new String(new byte[] {(byte) 0x98, (byte) 0xE7, (byte) 0xE0}, ISO_8859_1)));
    }

    @Test
    void readsLatin1WhereItIsDeclared() throws Exception {
        byte[] body = page(record("1", "Café à Œuvre".replace("Œ", "O")))
                .replace("UTF-8", "ISO-8859-1")
                .getBytes(ISO_8859_1);

        Page page = read(body, "");

        assertEquals("Café à Ouvre", title(page.records().getFirst()));
        assertEquals(List.of(), page.problems());
    }

    /** One byte in a page of UTF-8, and the character that was meant. */
    @ParameterizedTest
    @CsvSource({
        "it~s, 0x92, it’s",
        "Абай~жолы, 0x97, Абай—жолы",
        "Caf~, 0xE9, Café",
        "Аба~, 0xE9, Абай",
        "Әуезо~, 0xD0, Әуезо\uFFFD",
        "Әуезов a~, 0x81, Әуезов a\uFFFD",
        "5 ~ 7, 0xE9, 5 \uFFFD 7"
    })
    void readsAByteThatIsNoUtf8AsWhatWasMeant(String sent, int value, String meant) throws Exception {
        byte[] body = page(record("1", "Әуезов"), record("2", sent), record("3", "Құнанбайұлы"))
                .getBytes(UTF_8);
        replace(body, '~', value);

        Page page = read(body, "text/xml; charset=ISO-8859-1");

        assertEquals(meant, title(page.records().get(1)));
        assertEquals("Құнанбайұлы", title(page.records().getLast()));
        assertEquals(List.of(Reason.RECORD_MENDED), problems(page));
        String said = page.problems().getFirst().value();
        assertTrue(said.startsWith("0x%02X → ".formatted(value)), said);
        assertTrue(contains(page.records().get(1).original().toArray(), value));
    }

    @Test
    void readsARecordInAnotherCharsetThanItsPage() throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String text = page(record("1", "Мұхтар Әуезов, Құнанбайұлы"), record("2", "~"), record("3", "үш"));
        body.writeBytes(text.substring(0, text.indexOf('~')).getBytes(UTF_8));
        body.writeBytes(RUSSIAN.getBytes(Charset.forName("windows-1251")));
        body.writeBytes(text.substring(text.indexOf('~') + 1).getBytes(UTF_8));

        Page page = read(body.toByteArray(), "text/xml");

        assertEquals("Мұхтар Әуезов, Құнанбайұлы", title(page.records().getFirst()));
        assertEquals(RUSSIAN, title(page.records().get(1)));
        assertEquals("UTF-8 → windows-1251 (line 7)", page.problems().getFirst().value());
    }

    @Test
    void putsCharactersTogetherWhoseHalvesWereWrittenApart() throws Exception {
        byte[] body = page(record("1", "Әуезов ~~~~~~")).getBytes(UTF_8);
        for (int value : new int[] {0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80}) {
            replaceFirst(body, '~', value);
        }

        Page page = read(body, "text/xml");

        assertEquals("Әуезов 😀", title(page.records().getFirst()));
    }

    /** The store and the pages take whole characters alone. */
    @Test
    void keepsNoHalvesOfCharactersInWhatItTurnsAway() {
        byte[] record = page(record("1", "Әуезов"), record("2~", "a~</dc:x>"), "<resumptionToken>a~</resumptionToken>")
                .getBytes(UTF_8);
        replace(record, '~', 0xD0);
        byte[] other = "<html>Әуезов ~</html>".getBytes(UTF_8);
        replace(other, '~', 0xD0);

        Page page = read(record, "text/xml");
        Page web = read(other, "text/html");

        HarvestPage.Rejected rejected = page.rejected().getFirst();
        assertEquals("2\uFFFD", rejected.problem().identifier());
        assertTrue(rejected.payload().contains("a\uFFFD</dc:x>"));
        assertEquals(Optional.of("a\uFFFD"), page.token());
        assertEquals("<html>Әуезов \uFFFD</html>", web.rejected().getFirst().payload());
        assertEquals(
                "<html>Әуезов \uFFFD</html>",
                web.rejected().getFirst().problem().value());
    }

    @Test
    void leavesWhatWasEncodedTwiceAsItIs() throws Exception {
        String twice = new String("Әуезов".getBytes(UTF_8), ISO_8859_1).replaceAll("\\p{Cntrl}", "");

        Page page = read(page(record("1", twice)));

        assertEquals(twice, title(page.records().getFirst()));
        assertEquals(List.of(), page.problems());
    }

    private static void replace(byte[] body, char placeholder, int value) {
        for (int i = 0; i < body.length; i++) {
            body[i] = body[i] == placeholder ? (byte) value : body[i];
        }
    }

    private static void replaceFirst(byte[] body, char placeholder, int value) {
        int i = 0;
        while (body[i] != placeholder) {
            i++;
        }
        body[i] = (byte) value;
    }

    private static boolean contains(byte[] bytes, int value) {
        return new String(bytes, ISO_8859_1).indexOf(value) >= 0;
    }
}
