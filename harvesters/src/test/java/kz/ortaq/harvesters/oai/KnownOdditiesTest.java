package kz.ortaq.harvesters.oai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.ortaq.harvesters.oai.TestPages.HEAD;
import static kz.ortaq.harvesters.oai.TestPages.identifiers;
import static kz.ortaq.harvesters.oai.TestPages.page;
import static kz.ortaq.harvesters.oai.TestPages.problems;
import static kz.ortaq.harvesters.oai.TestPages.read;
import static kz.ortaq.harvesters.oai.TestPages.record;
import static kz.ortaq.harvesters.oai.TestPages.title;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The smallest page for each trouble that was reported of a real repository's pages. */
final class KnownOdditiesTest {

    /** findsorguk, issue 843. */
    @Test
    void readsEveryPageWithATokenThatNoticesOfPhpFollow() {
        Page page = read(page(record("1", "Абай"), "<resumptionToken>2</resumptionToken>")
                + "<br />\n<b>Notice</b>:  Undefined variable: x in <b>/oai.php</b> on line <b>7</b><br />\n");

        assertEquals(List.of("1"), identifiers(page));
        assertEquals(Optional.of("2"), page.token());
        assertEquals(List.of(Reason.PAGE_MENDED), problems(page));
    }

    /** Dataverse, issue 8306. */
    @Test
    void keepsTheRecordsBeforeTheOneAtWhoseEndOfTextThePageStops() {
        Page page = read(HEAD + record("1", "Абай")
                + "<record><header><identifier>2</identifier></header><metadata><dc><title>Қалқаман\u0003");

        assertEquals(Page.Shape.CUT, page.shape());
        assertEquals(List.of("1"), identifiers(page));
        assertEquals(Reason.PAGE_TRUNCATED, page.rejected().getFirst().problem().reason());
        assertEquals("2", page.rejected().getFirst().problem().identifier());
    }

    /** Dataverse, issue 7431 and pull request 7974. */
    @Test
    void takesTheRecordsThatBeginWithAPrologEach() throws Exception {
        String prolog = "<metadata><?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

        Page page = read(page(record("1", "бір"), record("2", "екі")).replace("<metadata>", prolog));

        assertEquals(List.of("1", "2"), identifiers(page));
        assertEquals("екі", title(page.records().getLast()));
        assertEquals("<?xml?> (line 6)", page.problems().getFirst().value());
    }

    /** Dataverse, issue 9987: an apostrophe as one byte of windows-1252. */
    @Test
    void readsOneIllegalByteAsTheApostropheThatWasMeant() throws Exception {
        byte[] body = page(record("1", "Әуезов"), record("2", "Abai~s words")).getBytes(UTF_8);
        for (int i = 0; i < body.length; i++) {
            body[i] = body[i] == '~' ? (byte) 0x92 : body[i];
        }

        Page page = read(body, "text/xml");

        assertEquals("Abai’s words", title(page.records().getLast()));
        assertEquals("0x92 → ’ (line 7)", page.problems().getFirst().value());
    }

    /** TreeBASE, issue 193. */
    @Test
    void takesTwelveRecordsWithTheCharacter0x1A() throws Exception {
        Page page = read(page(Collections.nCopies(12, record("1", "Абай\u001A")).toArray(String[]::new)));

        assertEquals(12, page.records().size());
        assertEquals("Абай\uFFFD", title(page.records().getFirst()));
        assertEquals(12, page.problems().size());
    }

    /** DSpace, issue 10721, where a server sends the page in place of an error. */
    @Test
    void takesARecordWithTheCharactersFffeAndFfff() throws Exception {
        Page page = read(page(record("1", "Абай\uFFFEжолы\uFFFF")));

        assertEquals("Абай\uFFFDжолы\uFFFD", title(page.records().getFirst()));
        assertEquals("U+FFFE, U+FFFF (line 6)", page.problems().getFirst().value());
    }

    /** lobid-gnd, issue 336. */
    @Test
    void putsACharacterTogetherThatIsWrittenAsTwoReferences() throws Exception {
        Page page = read(page(record("1", "&#55349;&#56320;")));

        assertEquals("\uD835\uDC00", title(page.records().getFirst()));
    }

    /** invenio, pull request 3297, and paperhive/oai-pmh, issue 7. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<resumptionToken/>",
                "<resumptionToken></resumptionToken>",
                "<resumptionToken cursor='0' completeListSize='1'/>",
                "<resumptionToken cursor='0' completeListSize='1'>\n</resumptionToken>",
                "<resumptionToken><!-- --></resumptionToken>"
            })
    void takesATokenWithoutTextForTheEndOfTheList(String token) {
        Page sound = read(page(record("1", "Абай"), token));
        Page mended = read(page(record("1", "Абай\u0003"), token));

        assertEquals(Optional.empty(), sound.token());
        assertEquals(Optional.empty(), mended.token());
        assertEquals(Page.Shape.LIST, mended.shape());
    }

    /** metha, extra/errors: an error that the protocol does not know, and a dump for its text. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"error\": {\"type\": \"search_phase_execution_exception\"}}", "{\"a\": \"b & <c>\"}"})
    void takesAnUnknownErrorWithADumpAsItsTextForAnError(String dump) {
        Page page = read("<OAI-PMH><error code=\"unknownError\">" + dump + "</error></OAI-PMH>");

        assertEquals("unknownError", page.failure().orElseThrow().code());
        assertTrue(page.failure().orElseThrow().text().startsWith("{"));
    }

    /** marc4j, issue 103. */
    @Test
    void takesMarcxmlWhoseLeaderIsACharacterShort() {
        Page page = read(page("<record><header><identifier>1</identifier></header><metadata>"
                + "<record xmlns=\"http://www.loc.gov/MARC21/slim\"><leader>00000nam a2200000 i 450</leader>"
                + "<controlfield tag=\"001\">1</controlfield></record></metadata></record>"));

        assertEquals(KnownNamespaces.MARC, page.records().getFirst().format());
        assertEquals(List.of(), page.problems());
    }

    /** vufindharvest, pull request 8. */
    @Test
    void takesDatestampsThatAreInNoOrder() {
        Page page = read(page(
                record("1", "бір").replace("2026-11-01", "2026-11-09"),
                record("2", "екі").replace("2026-11-01", "2020-01-01T00:00:00Z")));

        assertEquals(
                List.of("2026-11-09", "2020-01-01T00:00:00Z"),
                page.records().stream().map(record -> record.datestamp()).toList());
    }

    @Test
    void namesTwentyRecordsInWhichTheSameWasMendedAndCountsTheRest() {
        Page page = read(page(Collections.nCopies(100, record("1", "a & b")).toArray(String[]::new)));

        Problem last = page.problems().getLast();
        assertEquals(100, page.records().size());
        assertEquals(21, page.problems().size());
        assertEquals("& × 80", last.value());
        assertEquals("", last.identifier());
    }
}
