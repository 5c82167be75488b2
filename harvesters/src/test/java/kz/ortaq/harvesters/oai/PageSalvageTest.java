package kz.ortaq.harvesters.oai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.ortaq.harvesters.oai.TestPages.HEAD;
import static kz.ortaq.harvesters.oai.TestPages.dom;
import static kz.ortaq.harvesters.oai.TestPages.identifiers;
import static kz.ortaq.harvesters.oai.TestPages.page;
import static kz.ortaq.harvesters.oai.TestPages.problems;
import static kz.ortaq.harvesters.oai.TestPages.read;
import static kz.ortaq.harvesters.oai.TestPages.reasons;
import static kz.ortaq.harvesters.oai.TestPages.record;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import kz.ortaq.config.Reason;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.RawRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a page that is not as it should be. */
final class PageSalvageTest {

    @Test
    void rejectsAloneTheRecordThatCannotBeTaken() {
        Page page = read(page(
                record("1", "бір"),
                record(" ", "екі"),
                "<record><header><identifier>3</identifier></header></record>",
                "<record><header><identifier>4</identifier></header><metadata/></record>",
                record("5", "x".repeat(6_000)),
                record("6", "алты"),
                record("6", "алты, тағы")));

        assertEquals(List.of("1", "6", "6"), identifiers(page));
        assertEquals(
                List.of(Reason.NO_IDENTIFIER, Reason.NO_METADATA, Reason.NO_METADATA, Reason.RECORD_TOO_LARGE),
                reasons(page));
        assertEquals("page 1, record 3", page.rejected().get(1).problem().place());
        assertEquals("3", page.rejected().get(1).problem().identifier());
        assertEquals(List.of(), page.problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dc:title>",
                "</dc:title>",
                "<title>",
                "</i:b>",
                "<a:b:c/>",
                "<x a='1' a:b:c='2'/>",
                "</title></dc></metadata></record><about>"
            })
    void rejectsAloneTheRecordOfWhichNobodyCanTellWhatWasMeant(String fault) throws Exception {
        Page page = read(page(
                record("1", "бір"),
                record("2", fault),
                record("3", "үш"),
                "<resumptionToken>a&amp;b</resumptionToken>"));

        assertEquals(List.of("1", "3"), identifiers(page));
        HarvestPage.Rejected rejected = page.rejected().getFirst();
        assertEquals(Reason.RECORD_BROKEN, rejected.problem().reason());
        assertEquals("2", rejected.problem().identifier());
        assertEquals("page 1, record 2", rejected.problem().place());
        assertTrue(
                rejected.problem().value().contains("(line 7"),
                rejected.problem().value());
        assertTrue(rejected.payload().startsWith("<record>"));
        assertEquals(List.of(Reason.PAGE_BROKEN), problems(page));
        assertEquals(Optional.of("a&b"), page.token());
        assertEquals("2026-11-22T06:00:00Z", page.responseDate());
        for (RawRecord raw : page.records()) {
            dom(raw.payload());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<resumptionToken ",
                "<resumptionToken>",
                "<resumptionToken><![CDATA[",
                "<responseDate ",
                "<responseDate>2026",
                "<error ",
                "<error code='",
                "<error code code = ",
                "<record ",
                "<record xmlns='",
                "<identifier>",
                "<ListRecords ",
                "</OAI-PMH ",
                "<a:"
            })
    void comesToTheEndOfAPageOfNothingButBeginnings(String beginning) {
        Page page = read("<OAI-PMH>" + beginning.repeat(200_000));

        assertEquals(List.of(), identifiers(page));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!--",
                "<![CDATA[",
                "<?",
                "<!DOCTYPE",
                "<a b='",
                "<a b=",
                "<a ",
                "<b>",
                "</b>",
                "<ы>",
                "]]>",
                "&",
                "&#55349;",
                "<metadata>",
                "<metadata ",
                "x:",
                "<x:y xmlns:y='z'>"
            })
    void comesToTheEndOfARecordOfNothingButBeginnings(String beginning) {
        String record = record("1", "\u0003" + beginning.repeat(900_000 / beginning.length()));

        Page page = read(page(record, record("2", "екі")).getBytes(UTF_8), "text/xml", 1_000_000);

        assertEquals("2", identifiers(page).getLast());
    }

    @Test
    void comesToTheEndOfATokenOfNothingButBeginnings() {
        Page page = read(page("<resumptionToken>" + "<![CDATA[".repeat(200_000) + "</resumptionToken>", "<b>"));

        assertEquals(List.of(), identifiers(page));
    }

    @Test
    void isNotConfusedByRecordsOfMarcInsideARecord() {
        String marc = "<record><header><identifier>%s</identifier></header><metadata><collection xmlns='urn:marc'>"
                + "<record><leader>x</leader></record><record><leader>%s</leader></record></collection></metadata></record>";

        Page page = read(page(marc.formatted("1", "y"), marc.formatted("2", "</m:x>"), marc.formatted("3", "z")));

        assertEquals(List.of("1", "3"), identifiers(page));
        assertEquals(List.of("2"), List.of(page.rejected().getFirst().problem().identifier()));
        assertEquals("urn:marc", page.records().getLast().format());
    }

    @Test
    void keepsTheGoodRecordsOfAPageCutInHalf() {
        String whole = page(record("1", "бір"), record("2", "екі"), record("3", "үш"));
        String half = whole.substring(0, whole.indexOf("үш"));

        Page page = read(half);

        assertEquals(Page.Shape.CUT, page.shape());
        assertEquals(List.of("1", "2"), identifiers(page));
        assertEquals(List.of(Reason.PAGE_TRUNCATED), reasons(page));
        assertEquals("3", page.rejected().getFirst().problem().identifier());
        assertEquals(Reason.PAGE_TRUNCATED, page.problems().getFirst().reason());
    }

    @Test
    void goesOnFromAPageThatIsCutBehindItsToken() {
        Page page = read(HEAD + record("1", "бір") + "<resumptionToken>next</resumptionToken></ListRec");

        assertEquals(Page.Shape.LIST, page.shape());
        assertEquals(Optional.of("next"), page.token());
    }

    @Test
    void everyCutOfAPageKeepsTheRecordsBeforeIt() {
        String whole = page(record("1", "бір"), record("2", "екі"), "<resumptionToken>n</resumptionToken>");
        int second = whole.indexOf("</record>", whole.indexOf("</record>") + 1) + "</record>".length();

        for (int end = second; end < whole.length(); end++) {
            Page page = read(whole.substring(0, end));

            assertEquals(List.of("1", "2"), identifiers(page), "cut at " + end);
            assertEquals(List.of(), page.rejected(), "cut at " + end);
        }
    }

    @Test
    void anyDamageLeavesTheReaderStandingAndEveryRecordSound() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] whole = page(
                        record("1", "бір"),
                        record("2", "a &amp; <b x='y'>екі</b> <![CDATA[&]]>"),
                        record("3", "үш <!-- a -->"))
                .getBytes(UTF_8);

        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Page page = read(damaged, "text/xml");

            for (RawRecord raw : page.records()) {
                assertFalse(raw.id().identifier().isBlank(), "seed " + seed);
                assertDoesNotThrow(() -> dom(raw.payload()), "seed " + seed);
            }
        }
    }

    @Test
    void opensNoEntityAndNoFile() {
        Page page = read(
                """
                <?xml version="1.0"?>
                <!DOCTYPE OAI-PMH [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY lol "lol">]>
                <OAI-PMH><ListRecords>
                """ + record("1", "&file;") + record("2", "&lol;") + record("3", "үш") + "</ListRecords></OAI-PMH>");

        assertEquals(List.of("1", "2", "3"), identifiers(page));
        assertTrue(page.records().getFirst().payload().contains("&amp;file;"));
        assertTrue(page.records().get(1).payload().contains("&amp;lol;"));
    }

    @Test
    void rejectsARecordThatIsNestedWithoutEnd() {
        Page page = read(page(record("1", "<a>".repeat(400) + "</a>".repeat(400)), record("2", "екі")));

        assertEquals(List.of("2"), identifiers(page));
        assertEquals(List.of(Reason.RECORD_BROKEN), reasons(page));
    }
}
