package kz.ortaq.harvesters.link;

import static kz.ortaq.harvesters.link.TestLibrary.PDF;
import static kz.ortaq.harvesters.link.TestLibrary.asked;
import static kz.ortaq.harvesters.link.TestLibrary.file;
import static kz.ortaq.harvesters.link.TestLibrary.pdf;
import static kz.ortaq.harvesters.link.TestLibrary.server;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that cannot be had, and what their records say of it. */
final class LinkFaultsTest {

    private static final String LOGIN = "<html><form>Кіру <input name='p' type='password'></form></html>";

    @TempDir
    private Path folder;

    @Test
    void obeysRobotsAtTheAddressAndBehindAPage() throws Exception {
        Reply rules = file("text/plain", "User-agent: *\nDisallow: /private\n");
        String page = "<html><meta name='citation_pdf_url' content='/private/7.pdf'></html>";
        try (LocalServer server = server(Map.of(
                        "/robots.txt", rules,
                        "/private/1.pdf", pdf(),
                        "/private/7.pdf", pdf(),
                        "/moved.pdf", Reply.of(302, "").with("Location", "/private/1.pdf"),
                        "/item/7", Reply.of(200, page)));
                TestLibrary library = new TestLibrary(folder, server)) {
            library.has("1", server.address("/private/1.pdf"));
            library.has("2", server.address("/item/7"));
            library.has("3", server.address("/moved.pdf"));

            library.fetch();

            assertEquals(List.of(Reason.LINK_ROBOTS, Reason.LINK_ROBOTS, Reason.LINK_ROBOTS), library.reasons());
            assertEquals(0, asked(server, "/private/1.pdf") + asked(server, "/private/7.pdf"));
        }
    }

    @Test
    void asksForNothingWhileTheRulesOfAHostCannotBeHad() throws Exception {
        Map<String, Reply> files = new ConcurrentHashMap<>(Map.of("/robots.txt", Reply.of(503, ""), "/1.pdf", pdf()));
        try (LocalServer server = server(files);
                TestLibrary library = new TestLibrary(folder, server, "network.retries=0")) {
            library.has("1", server.address("/1.pdf"));

            library.fetch();
            long before = asked(server, "/1.pdf");
            files.remove("/robots.txt");
            library.pass(Duration.ofHours(7));
            library.fetch();

            assertEquals(0, before);
            assertEquals(List.of("1.pdf"), library.names("1"));
            assertEquals(List.of(), library.problems());
        }
    }

    @Test
    void saysWhyForEachRecordAndAsksNotAgainBeforeItsTime() throws Exception {
        Map<String, Reply> files = new HashMap<>();
        files.put("/401.pdf", Reply.of(401, ""));
        files.put("/403.pdf", Reply.of(403, ""));
        files.put("/410.pdf", Reply.of(410, ""));
        files.put("/login.pdf", file("application/pdf", LOGIN));
        files.put("/page.pdf", file("application/pdf", "<!DOCTYPE html><p>Файл не найден"));
        files.put("/empty.pdf", file("application/pdf", ""));
        files.put("/error.pdf", file("application/pdf", "Fatal error: out of memory"));
        files.put("/large.pdf", file("application/pdf", PDF + "0".repeat(2_000)));
        files.put("/item", Reply.of(200, "<html><p>Абай жолы. 3 экз.</p></html>"));
        try (LocalServer server = server(files);
                TestLibrary library = new TestLibrary(folder, server, "harvest.document-bytes=1000")) {
            for (String path : List.of(
                    "/401.pdf",
                    "/403.pdf",
                    "/404.pdf",
                    "/410.pdf",
                    "/login.pdf",
                    "/page.pdf",
                    "/empty.pdf",
                    "/error.pdf",
                    "/large.pdf",
                    "/item")) {
                library.has(path, server.address(path));
            }

            LinkHarvest.Result result = library.fetch();
            int asked = server.asked().size();
            library.pass(Duration.ofDays(29));
            library.fetch();

            assertEquals(
                    List.of(
                            Reason.LINK_CLOSED,
                            Reason.LINK_CLOSED,
                            Reason.LINK_GONE,
                            Reason.LINK_GONE,
                            Reason.LINK_LOGIN,
                            Reason.LINK_NOT_A_DOCUMENT,
                            Reason.LINK_NOT_A_DOCUMENT,
                            Reason.LINK_NOT_A_DOCUMENT,
                            Reason.LINK_TOO_LARGE,
                            Reason.LINK_WITHOUT_DOCUMENT),
                    library.reasons());
            assertEquals("/401.pdf", library.problems().getFirst().identifier());
            assertEquals(Stage.LINK, library.problems().getFirst().stage());
            assertEquals(10, result.refused());
            assertEquals(asked, server.asked().size());
        }
    }

    @Test
    void refusesWhatIsNoDocumentByItsContent() throws Exception {
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16};
        Reply cover = new Reply(200, Map.of("Content-Type", "application/pdf"), jpeg, 0);
        try (LocalServer server = server(Map.of("/download", cover));
                TestLibrary library = new TestLibrary(folder, server)) {
            library.has("1", server.address("/download"));

            library.fetch();

            assertEquals(List.of(Reason.LINK_UNSUPPORTED), library.reasons());
            assertEquals("image/jpeg", library.problems().getFirst().value());
        }
    }

    @Test
    void asksAgainLaterAndLaterAfterATroubleOfTheMoment() throws Exception {
        Map<String, Reply> files = new ConcurrentHashMap<>(Map.of("/abai.pdf", Reply.of(500, "")));
        try (LocalServer server = server(files);
                TestLibrary library = new TestLibrary(folder, server, "network.retries=0")) {
            library.has("1", server.address("/abai.pdf"));

            LinkHarvest.Result first = library.fetch();
            long soon = library.fetch().links();
            library.pass(Duration.ofHours(6));
            long second = library.fetch().failed();
            library.pass(Duration.ofHours(6));
            long early = library.fetch().links();
            files.put("/abai.pdf", pdf());
            library.pass(Duration.ofHours(6));
            library.fetch();

            assertEquals(1, first.failed());
            assertEquals(0, soon);
            assertEquals(1, second);
            assertEquals(0, early);
            assertEquals(List.of("abai.pdf"), library.names("1"));
            assertEquals(List.of(), library.problems());
        }
    }

    @Test
    void keepsADocumentThroughTroubleAndLetsGoOfOneThatWasTakenAway() throws Exception {
        Map<String, Reply> files = new ConcurrentHashMap<>(Map.of("/abai.pdf", pdf()));
        try (LocalServer server = server(files);
                TestLibrary library = new TestLibrary(folder, server, "network.retries=0")) {
            library.has("1", server.address("/abai.pdf"));
            library.fetch();

            files.put("/abai.pdf", Reply.of(503, ""));
            library.pass(Duration.ofDays(31));
            library.fetch();
            List<String> inTrouble = library.names("1");
            List<Reason> trouble = library.reasons();
            files.remove("/abai.pdf");
            library.pass(Duration.ofDays(1));
            library.fetch();

            assertEquals(List.of("abai.pdf"), inTrouble);
            assertEquals(List.of(Reason.LINK_UNREACHABLE), trouble);
            assertEquals(List.of(), library.names("1"));
            assertEquals(List.of(Reason.LINK_GONE), library.reasons());
        }
    }

    @Test
    void opensNoAddressOfAPrivateNetwork() throws Exception {
        try (LocalServer other = server(Map.of("/secret.pdf", pdf()));
                LocalServer server =
                        server(Map.of("/a.pdf", Reply.of(302, "").with("Location", other.address("/secret.pdf"))));
                TestLibrary library = new TestLibrary(folder, server)) {
            library.has("1", other.address("/secret.pdf"));
            library.has("2", server.address("/a.pdf"));

            library.fetch();

            assertEquals(List.of(Reason.ADDRESS_FORBIDDEN, Reason.ADDRESS_FORBIDDEN), library.reasons());
            assertEquals(List.of(), other.asked());
        }
    }

    @Test
    void leavesAHostAloneThatFailsAgainAndAgain() throws Exception {
        try (LocalServer server =
                        new LocalServer(uri -> Reply.of(uri.getPath().equals("/robots.txt") ? 404 : 500, ""));
                TestLibrary library = new TestLibrary(folder, server, "network.retries=0")) {
            for (int i = 0; i < 20; i++) {
                library.has("r" + i, server.address("/" + i + ".pdf"));
            }

            LinkHarvest.Result result = library.fetch();

            assertEquals(5, result.failed());
            assertFalse(result.complete());
            assertEquals(6, server.asked().size());
        }
    }

    @Test
    void forgetsTheProblemsOfARecordThatWasDeleted() throws Exception {
        try (LocalServer server = server(Map.of());
                TestLibrary library = new TestLibrary(folder, server)) {
            library.has("1", server.address("/404.pdf"));
            library.fetch();

            library.store(RawRecord.deletion(new RecordId("kitap", "1"), "", ""));
            library.fetch();

            assertEquals(List.of(), library.problems());
        }
    }

    @Test
    void keepsItsDocumentWhereAnotherSourceWasRefused() throws Exception {
        Map<String, Reply> files = new ConcurrentHashMap<>(Map.of("/abai.pdf", pdf()));
        try (LocalServer server = server(files);
                TestLibrary library = new TestLibrary(folder, server)) {
            library.has("1", server.address("/abai.pdf"));
            library.fetch();
            library.pass(Duration.ofDays(31));
            files.put("/abai.pdf", Reply.of(403, ""));
            library.has("basqa", "2", server.address("/abai.pdf"));
            library.fetch("basqa");

            library.fetch();

            assertEquals(List.of("abai.pdf"), library.names("1"));
            assertEquals(List.of(Reason.LINK_CLOSED), library.reasons());
        }
    }

    @Test
    void waitsAMinuteInVainAndGoesOnInTheNextRun() throws Exception {
        TestLibrary[] waiting = new TestLibrary[1];
        try (LocalServer server = new LocalServer(uri -> {
                    if (uri.getPath().equals("/robots.txt")) {
                        return Reply.of(404, "");
                    }
                    waiting[0].pass(Duration.ofSeconds(20));
                    return Reply.of(500, "");
                });
                TestLibrary library = new TestLibrary(folder, server)) {
            waiting[0] = library;
            for (int i = 0; i < 20; i++) {
                library.has("r" + i, server.address("/" + i + ".pdf"));
            }

            LinkHarvest.Result first = library.fetch();
            LinkHarvest.Result second = library.fetch();

            assertEquals(3, first.failed());
            assertFalse(first.complete());
            assertEquals(3, second.failed());
        }
    }
}
