package kz.ortaq.harvesters.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.feed.FeedProbe;
import kz.ortaq.harvesters.marc.MarcProbe;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.oai.OaiProbe;
import kz.ortaq.harvesters.sheet.SheetProbe;
import kz.ortaq.harvesters.site.SiteProbe;
import kz.ortaq.records.Problem;
import kz.ortaq.records.SourceKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A look at what a librarian may type: the right thing, something beside it, or something else altogether. */
final class ProberTest {

    private static final String SHEET = "Атауы;Авторы;Жылы\nАбай жолы;М. Әуезов;2007\nДала;И. Иванов;1998\n";
    private static final String FEED = """
            <rss version="2.0"><channel><title>Жаңалықтар</title>
            <item><title>Кітап апталығы</title><guid>1</guid></item></channel></rss>""";
    private static final String IDENTIFY = """
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-22T06:00:00Z</responseDate>
            <request verb="Identify">x</request><Identify><repositoryName>Кітапхана</repositoryName>
            <baseURL>http://x/</baseURL><protocolVersion>2.0</protocolVersion><adminEmail>a@b.kz</adminEmail>
            <earliestDatestamp>2020-01-01</earliestDatestamp><deletedRecord>no</deletedRecord>
            <granularity>YYYY-MM-DD</granularity></Identify></OAI-PMH>""";

    @TempDir
    private Path folder;

    @Test
    void tellsASheetFromAFeedByContentAndShowsTheirRecords() throws Exception {
        Probed sheet = look(write("қор.bin", SHEET.getBytes(Charset.forName("UTF-16LE"))));
        Probed feed = look(write("лента", FEED.getBytes(UTF_8)));

        assertEquals(SourceKind.SHEET, sheet.finding().orElseThrow().kind());
        assertEquals("UTF-16LE", sheet.finding().orElseThrow().charset());
        assertEquals(2, sheet.finding().orElseThrow().records().size());
        assertEquals(SourceKind.FEED, feed.finding().orElseThrow().kind());
    }

    @Test
    void saysOfAnythingElseThatItIsNotRecognisedAndWhatWouldBe() throws Exception {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        for (byte[] other : List.of("%PDF-1.7\n1 0 obj".getBytes(UTF_8), "Жай мәтін.\n".getBytes(UTF_8), noise)) {
            Probed probed = look(write("файл", other));

            assertEquals(Optional.empty(), probed.finding());
            assertEquals(List.of(Reason.NOT_RECOGNISED), reasons(probed.problems()));
        }
    }

    @Test
    void saysThatAFileIsEmptyOrMissingOrThatNothingWasTyped() throws Exception {
        assertEquals(
                List.of(Reason.FILE_EMPTY),
                reasons(look(write("a.csv", new byte[0])).problems()));
        for (String missing : List.of(folder.resolve("жоқ.mrc").toString(), "", "ftp://lib.kz/a", "a\u0000b")) {
            Probed probed = look(missing);

            assertEquals(List.of(Reason.FOLDER_MISSING), reasons(probed.problems()), missing);
            assertFalse(probed.finding().isPresent());
        }
    }

    @Test
    void readsTheExportsOfAFolderAndPassesOverWhatItMayNotOpen() throws Exception {
        write("a.csv", SHEET.getBytes(UTF_8));
        write("b.csv", SHEET.replace("Абай жолы", "Ұлпан").getBytes(UTF_8));
        write("empty.csv", new byte[0]);
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));

        Finding finding = look(folder.toString()).finding().orElseThrow();

        assertEquals(SourceKind.SHEET, finding.kind());
        assertEquals(4, finding.read());
        Assumptions.assumeFalse(Files.isReadable(closed), "the superuser may read everything");
        assertEquals(List.of(Reason.FILE_UNREADABLE), reasons(finding.problems()));
    }

    @Test
    void takesAFolderForOneOfDocumentsOnlyWhereItHoldsSome() throws Exception {
        write("сурет.png", "PNG".getBytes(UTF_8));

        assertEquals(Optional.empty(), look(folder.toString()).finding());

        write("Кітап.pdf", "%PDF-1.7".getBytes(UTF_8));
        Finding finding = look(folder.toString()).finding().orElseThrow();
        assertEquals(SourceKind.FOLDER, finding.kind());
        assertEquals(1, finding.read());
    }

    @Test
    void findsTheEndpointBesideTheFrontPage() throws Exception {
        try (LocalServer server = new LocalServer(ProberTest::repository)) {
            Probed probed = look(server, "/", Optional.empty());

            assertEquals(server.address("/server/oai/request"), probed.address());
            assertEquals(SourceKind.OAI, probed.finding().orElseThrow().kind());
            Problem beside = probed.problems().getFirst();
            assertEquals(Reason.ENDPOINT_BESIDE, beside.reason());
            for (Language language : Language.values()) {
                assertTrue(beside.remedy(language).contains("/server/oai/request"));
            }
        }
    }

    @Test
    void looksAtASiteAndNamesTheFeedThatItPointsTo() throws Exception {
        try (LocalServer server = new LocalServer(ProberTest::site)) {
            Probed probed = look(server, "/", Optional.empty());

            assertEquals(SourceKind.SITE, probed.finding().orElseThrow().kind());
            assertEquals(1, probed.finding().orElseThrow().records().size());
            assertEquals(List.of(Reason.FEED_BESIDE), reasons(probed.problems()));
            assertEquals(server.address("/feed"), probed.problems().getFirst().value());
        }
    }

    @Test
    void looksForOneKindAloneWhereAsked() throws Exception {
        String sheet = write("a.csv", SHEET.getBytes(UTF_8));
        try (LocalServer server = new LocalServer(ProberTest::site)) {
            assertEquals(
                    SourceKind.FEED,
                    look(server, "/feed", Optional.of(SourceKind.FEED))
                            .finding()
                            .orElseThrow()
                            .kind());
            assertEquals(
                    Optional.empty(),
                    look(server, "/feed", Optional.of(SourceKind.OAI)).finding());
        }
        try (Net net = net(settings())) {
            assertEquals(
                    Optional.empty(),
                    prober(net, settings())
                            .look(sheet, Optional.of(SourceKind.MARC), 5)
                            .finding());
        }
    }

    @Test
    void saysWhyAnAddressCannotBeHad() throws Exception {
        try (LocalServer server = new LocalServer(request -> Reply.of(404, "жоқ"))) {
            Probed gone = look(server, "/export.mrc", Optional.empty());

            assertEquals(List.of(Reason.HTTP_STATUS), reasons(gone.problems()));
        }
        assertEquals(
                List.of(Reason.ADDRESS_UNKNOWN),
                reasons(look("https://kitap.invalid/oai").problems()));
        assertEquals(List.of(Reason.ADDRESS_WRONG), reasons(look("http://").problems()));
        assertEquals(
                List.of(Reason.ADDRESS_FORBIDDEN),
                reasons(look("http://127.0.0.1:1/").problems()));
    }

    @Test
    void leavesNoDownloadBehind() throws Exception {
        try (LocalServer server = new LocalServer(request -> Reply.of(200, SHEET))) {
            Probed probed = look(server, "/export.csv", Optional.empty());

            assertEquals(SourceKind.SHEET, probed.finding().orElseThrow().kind());
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    private static Reply repository(URI request) {
        if (!request.getPath().equals("/server/oai/request")) {
            return request.getPath().equals("/")
                    ? Reply.of(200, "<html><title>DSpace</title><body>Қош келдіңіз</body></html>")
                    : Reply.of(404, "жоқ");
        }
        return Reply.xml(IDENTIFY);
    }

    private static Reply site(URI request) {
        return switch (request.getPath()) {
            case "/" -> Reply.of(200, """
                        <html><head><title>Мектеп</title><link rel=alternate type="application/rss+xml" href=/feed>
                        </head><body><a href=/1>Абай</a></body></html>""");
            case "/1" -> Reply.of(200, "<html><head><meta name=DC.title content='Абай жолы'></head></html>");
            case "/feed" -> Reply.xml(FEED);
            default -> Reply.of(404, "жоқ");
        };
    }

    private String write(String name, byte[] content) throws Exception {
        return Files.write(folder.resolve(name), content).toString();
    }

    private Probed look(LocalServer server, String path, Optional<SourceKind> kind) throws Exception {
        Settings settings = server.settings("network.pause-percent=0");
        try (Net net = net(settings)) {
            return prober(net, settings).look(server.address(path), kind, 5);
        }
    }

    private Probed look(String address) throws Exception {
        try (Net net = net(settings())) {
            return prober(net, settings()).look(address, Optional.empty(), 5);
        }
    }

    private Prober prober(Net net, Settings settings) {
        Map<SourceKind, FileProbe> files = new LinkedHashMap<>();
        files.put(SourceKind.MARC, new MarcProbe(folder, settings.harvest()));
        files.put(SourceKind.FEED, new FeedProbe(settings.harvest()));
        files.put(SourceKind.SHEET, new SheetProbe(settings.harvest()));
        Clock clock = Clock.systemUTC();
        List<String> formats = List.of("http://www.openarchives.org/OAI/2.0/oai_dc/");
        return new Prober(
                files,
                new OaiProbe(net, settings, clock, formats)::look,
                new SiteProbe(net, settings.site(), clock),
                net,
                folder,
                settings.harvest());
    }

    private static Settings settings() {
        return LocalServer.settings(List.of("network.retry-seconds=0", "network.retries=0"));
    }

    private static Net net(Settings settings) {
        return new Net(settings, Clock.systemUTC());
    }

    private static List<Reason> reasons(List<Problem> problems) {
        return problems.stream().map(Problem::reason).toList();
    }
}
