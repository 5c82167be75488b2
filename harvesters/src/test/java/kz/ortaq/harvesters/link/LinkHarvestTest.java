package kz.ortaq.harvesters.link;

import static kz.ortaq.harvesters.link.TestLibrary.PDF;
import static kz.ortaq.harvesters.link.TestLibrary.asked;
import static kz.ortaq.harvesters.link.TestLibrary.file;
import static kz.ortaq.harvesters.link.TestLibrary.pdf;
import static kz.ortaq.harvesters.link.TestLibrary.server;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.StoredDocument;
import kz.ortaq.records.store.LeaseRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that records point to, from the server into the store. */
final class LinkHarvestTest {

    private static final Duration MONTH = Duration.ofDays(31);

    @TempDir
    private Path folder;

    @Test
    void fetchesTheFileThatARecordPointsTo() throws Exception {
        try (LocalServer server = server(Map.of("/abai.pdf", pdf()));
                TestLibrary library = new TestLibrary(folder, server)) {
            library.has("1", server.address("/abai.pdf"));

            LinkHarvest.Result result = library.fetch();

            StoredDocument document = library.documents("1").getFirst();
            Path kept = library.stores().documents().find(document.hash()).orElseThrow();
            assertEquals("abai.pdf", document.name());
            assertEquals(PDF, Files.readString(kept, StandardCharsets.UTF_8));
            assertEquals(1, result.fetched());
            assertTrue(result.complete());
            assertEquals(List.of(), library.problems());
            try (var left = Files.list(library.temporary())) {
                assertEquals(0, left.count());
            }
        }
    }

    @Test
    void fetchesTheFileOfAMarcRecordAndNotWhatIsOnlyRelated() throws Exception {
        try (LocalServer server = server(Map.of("/kitap.pdf", pdf(), "/muqaba.pdf", pdf()));
                TestLibrary library = new TestLibrary(folder, server)) {
            String marc = """
                    <record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>
                    <datafield tag="856" ind1="4" ind2="2"><subfield code="u">%s</subfield></datafield>
                    <datafield tag="856" ind1="4" ind2="0"><subfield code="u">%s</subfield></datafield>
                    </record>""".formatted(server.address("/muqaba.pdf"), server.address("/kitap.pdf"));
            library.store(new RawRecord(
                    new RecordId("kitap", "1"),
                    false,
                    "http://www.loc.gov/MARC21/slim",
                    "",
                    List.of(),
                    "record 1",
                    marc,
                    List.of()));

            library.fetch();

            assertEquals(List.of("kitap.pdf"), library.names("1"));
            assertEquals(0, asked(server, "/muqaba.pdf"));
        }
    }

    @Test
    void followsALandingPageToItsDocument() throws Exception {
        String page = "<html><head><meta name='citation_pdf_url' content='/files/7.pdf'></head><p>Абай жолы</p></html>";
        try (LocalServer server = server(Map.of("/item/7", Reply.of(200, page), "/files/7.pdf", pdf()));
                TestLibrary library = new TestLibrary(folder, server)) {
            library.has("1", server.address("/item/7"));

            library.fetch();

            assertEquals(List.of("7.pdf"), library.names("1"));
        }
    }

    @Test
    void followsRedirectsAsHandlesNeedThem() throws Exception {
        String page = "<html><a href='bitstream/1/2/abai.pdf'>Оқу</a></html>";
        try (LocalServer server = server(Map.of(
                        "/handle/1/2", Reply.of(302, "").with("Location", "/xmlui/page"),
                        "/xmlui/page", Reply.of(200, page),
                        "/xmlui/bitstream/1/2/abai.pdf", pdf()));
                TestLibrary library = new TestLibrary(folder, server)) {
            library.has("1", server.address("/handle/1/2"));

            library.fetch();

            assertEquals(List.of("abai.pdf"), library.names("1"));
        }
    }

    @Test
    void fetchesAnAddressOnceForAllRecordsAndSources() throws Exception {
        try (LocalServer server = server(Map.of("/abai.pdf", pdf()));
                TestLibrary library = new TestLibrary(folder, server)) {
            library.has("1", server.address("/abai.pdf"));
            library.has("2", server.address("/abai.pdf"));
            library.has("basqa", "3", server.address("/abai.pdf#page=7"));

            library.fetch("kitap");
            library.fetch("basqa");

            assertEquals(1, asked(server, "/abai.pdf"));
            assertEquals(library.documents("1"), library.documents("2"));
            assertEquals(library.documents("1"), library.documents("basqa", "3"));
        }
    }

    @Test
    void opensNoOtherPageOfAnItemWhoseDocumentItHas() throws Exception {
        String page = "<html><link rel=item type=application/pdf href=/7.pdf></html>";
        try (LocalServer server = server(Map.of("/7", Reply.of(200, page), "/7.pdf", pdf()));
                TestLibrary library = new TestLibrary(folder, server)) {
            library.has("1", server.address("/7") + "</dc:identifier><dc:identifier>" + server.address("/handle/7"));

            LinkHarvest.Result result = library.fetch();

            assertEquals(1, result.links());
            assertEquals(0, asked(server, "/handle/7"));
            assertEquals(List.of(), library.problems());
        }
    }

    @Test
    void asksAgainAfterAMonthAndTakesNothingThatDidNotChange() throws Exception {
        Map<String, Reply> files = new ConcurrentHashMap<>(Map.of("/abai.pdf", pdf().with("ETag", "\"1\"")));
        try (LocalServer server = server(files);
                TestLibrary library = new TestLibrary(folder, server)) {
            library.has("1", server.address("/abai.pdf"));
            library.fetch();
            List<StoredDocument> before = library.documents("1");
            files.put("/abai.pdf", new Reply(304, Map.of(), new byte[0], 0));

            LinkHarvest.Result early = library.fetch();
            library.pass(MONTH);
            LinkHarvest.Result late = library.fetch();

            assertEquals(0, early.links());
            assertEquals(1, late.unchanged());
            assertEquals("\"1\"", server.header(server.asked().size() - 1, "If-none-match"));
            assertEquals(before, library.documents("1"));
        }
    }

    @Test
    void putsAChangedDocumentInPlaceOfTheOld() throws Exception {
        Map<String, Reply> files = new ConcurrentHashMap<>(Map.of("/abai.pdf", pdf()));
        try (LocalServer server = server(files);
                TestLibrary library = new TestLibrary(folder, server)) {
            library.has("1", server.address("/abai.pdf"));
            library.fetch();
            StoredDocument before = library.documents("1").getFirst();
            long version = library.stores().records().latestVersion();
            files.put("/abai.pdf", file("application/pdf", PDF + " 2-басылым"));

            library.pass(MONTH);
            library.fetch();

            assertEquals(1, library.documents("1").size());
            assertNotEquals(before.hash(), library.documents("1").getFirst().hash());
            assertEquals(version + 1, library.stores().records().latestVersion());
        }
    }

    @Test
    void dropsTheLinksOfARecordThatWasDeletedOrPointsElsewhereNow() throws Exception {
        try (LocalServer server = server(Map.of("/abai.pdf", pdf(), "/new.pdf", file("application/pdf", PDF + "!")));
                TestLibrary library = new TestLibrary(folder, server)) {
            library.has("1", server.address("/abai.pdf"));
            library.has("2", server.address("/abai.pdf"));
            library.fetch();

            library.store(RawRecord.deletion(new RecordId("kitap", "1"), "", ""));
            library.has("2", server.address("/new.pdf"));
            library.fetch();

            assertEquals(List.of(), library.stores().links().ofRecord(new RecordId("kitap", "1")));
            assertEquals(List.of("new.pdf"), library.names("2"));
        }
    }

    @Test
    void goesOnWhereItStoppedAfterAnInterruption() throws Exception {
        try (LocalServer server = server(Map.of("/1.pdf", pdf(), "/2.pdf", pdf(), "/3.pdf", pdf()));
                TestLibrary library = new TestLibrary(folder, server)) {
            for (String number : List.of("1", "2", "3")) {
                library.has(number, server.address("/" + number + ".pdf"));
            }

            assertThrows(
                    InterruptedException.class,
                    () -> library.harvest()
                            .fetch(
                                    TestLibrary.source("kitap"),
                                    result -> Thread.currentThread().interrupt()));
            LinkHarvest.Result rest = library.fetch();

            assertEquals(2, rest.fetched());
            assertEquals(1, asked(server, "/1.pdf"));
            assertEquals(List.of("3.pdf"), library.names("3"));
        }
    }

    @Test
    void leavesTheRestToAProcessThatTookTheFetchingOver() throws Exception {
        try (LocalServer server = server(Map.of("/1.pdf", pdf(), "/2.pdf", pdf()));
                TestLibrary library = new TestLibrary(folder, server)) {
            library.has("1", server.address("/1.pdf"));
            library.has("2", server.address("/2.pdf"));

            LinkHarvest.Result result =
                    library.harvest().fetch(TestLibrary.source("kitap"), progress -> library.takenOver());

            assertEquals(1, result.fetched());
            assertFalse(result.complete());
            assertThrows(LeaseRefused.class, library::fetch);
        }
    }

    @Test
    void stopsAtTheBoundsOfARunAndGoesOnInTheNext() throws Exception {
        try (LocalServer server = server(Map.of("/1.pdf", pdf(), "/2.pdf", pdf(), "/3.pdf", pdf()));
                TestLibrary library = new TestLibrary(folder, server, "link.documents=2")) {
            for (String number : List.of("1", "2", "3")) {
                library.has(number, server.address("/" + number + ".pdf"));
            }

            LinkHarvest.Result first = library.fetch();
            LinkHarvest.Result second = library.fetch();

            assertEquals(2, first.fetched());
            assertFalse(first.complete());
            assertEquals(1, second.fetched());
            assertTrue(second.complete());
        }
    }

    @Test
    void fetchesNothingWhereTheSettingsForbidIt() throws Exception {
        try (LocalServer server = server(Map.of("/abai.pdf", pdf()));
                TestLibrary library = new TestLibrary(folder, server, "link.fetch=deny")) {
            library.has("1", server.address("/abai.pdf"));

            library.fetch();

            assertEquals(List.of(), server.asked());
        }
    }
}
