package kz.ortaq.harvesters.oai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.Harvester.Ending;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OaiHarvesterTest {

    private static final String IDENTIFY = """
            <?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
            <responseDate>2026-11-22T06:00:00Z</responseDate><request verb="Identify">http://kitap.example/</request>
            <Identify><repositoryName>Кітап &amp; қала</repositoryName><baseURL>http://kitap.example/</baseURL>
            <protocolVersion>2.0</protocolVersion><adminEmail>a@kitap.example</adminEmail>
            <earliestDatestamp>2020-01-01T00:00:00Z</earliestDatestamp><deletedRecord>no</deletedRecord>
            <granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify></OAI-PMH>""";

    private static final String FORMATS = """
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-22T06:00:00Z</responseDate>
            <request>x</request><ListMetadataFormats>
            <metadataFormat><metadataPrefix>oai_dc</metadataPrefix><schema>s</schema>
            <metadataNamespace>n</metadataNamespace></metadataFormat>
            <metadataFormat><metadataPrefix>marc21</metadataPrefix><schema>s</schema>
            <metadataNamespace>n</metadataNamespace></metadataFormat></ListMetadataFormats></OAI-PMH>""";

    private static final String SETS = """
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-22T06:00:00Z</responseDate>
            <request>x</request><ListSets><set><setSpec>books</setSpec><setName>Кітаптар</setName></set>
            <set><setSpec>maps</setSpec><setName>Карталар</setName></set></ListSets></OAI-PMH>""";

    private final List<HarvestPage> pages = new ArrayList<>();
    private Ending ending = Ending.HELD;

    private static String list(String token, String... identifiers) {
        StringBuilder list = new StringBuilder(
                "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">"
                        + "<responseDate>2026-11-22T06:00:05Z</responseDate><request verb=\"ListRecords\">x</request><ListRecords>");
        for (String identifier : identifiers) {
            list.append("<record><header><identifier>")
                    .append(identifier)
                    .append("</identifier><datestamp>2026-11-01</datestamp></header><metadata><dc xmlns=\"urn:dc\"/>")
                    .append("</metadata></record>");
        }
        return list.append(token.isEmpty() ? "" : "<resumptionToken>" + token + "</resumptionToken>")
                .append("</ListRecords></OAI-PMH>")
                .toString();
    }

    private static String error(String code) {
        return "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><responseDate>2026-11-22T06:00:05Z</responseDate>"
                + "<request>x</request><error code=\"" + code + "\">неге</error></OAI-PMH>";
    }

    /** An endpoint that introduces itself, and answers ListRecords as {@code lists} says. */
    private static LocalServer endpoint(Function<Map<String, String>, String> lists) throws IOException {
        return new LocalServer(uri -> {
            Map<String, String> arguments = arguments(uri);
            return switch (arguments.getOrDefault("verb", "")) {
                case "Identify" -> Reply.xml(IDENTIFY);
                case "ListMetadataFormats" -> Reply.xml(FORMATS);
                case "ListSets" -> Reply.xml(SETS);
                default -> Reply.xml(lists.apply(arguments));
            };
        });
    }

    private static Map<String, String> arguments(URI uri) {
        Map<String, String> arguments = new HashMap<>();
        for (String pair : (uri.getRawQuery() == null ? "" : uri.getRawQuery()).split("&")) {
            String[] parts = pair.split("=", 2);
            arguments.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return arguments;
    }

    private Checkpoint harvest(LocalServer server, Checkpoint from, Map<String, String> options) {
        return harvest(server.settings(), server.address("/oai"), from, options);
    }

    private Checkpoint harvest(Settings settings, String address, Checkpoint from, Map<String, String> options) {
        Source source = new Source("kitap", "kitap", SourceKind.OAI, address, options, Source.State.ACTIVE);
        try (Net net = new Net(settings, Clock.systemUTC())) {
            ending = new OaiHarvester(net, settings, Clock.systemUTC()).harvest(source, from, pages::add);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return pages.getLast().next();
    }

    private Checkpoint harvest(LocalServer server) {
        return harvest(server, Checkpoint.START, Map.of());
    }

    private List<String> identifiers() {
        return pages.stream()
                .flatMap(page -> page.records().stream())
                .map(record -> record.id().identifier())
                .toList();
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (HarvestPage page : pages) {
            problems.addAll(page.problems());
            page.rejected().forEach(rejected -> problems.add(rejected.problem()));
        }
        return problems;
    }

    private List<Reason> reasons() {
        return problems().stream().map(Problem::reason).toList();
    }

    private static List<Map<String, String>> lists(LocalServer server) {
        return server.asked().stream()
                .map(OaiHarvesterTest::arguments)
                .filter(arguments -> "ListRecords".equals(arguments.get("verb")))
                .toList();
    }

    @Test
    void followsTokensToTheEndAndRemembersWhenTheListBegan() throws IOException {
        try (LocalServer server = endpoint(arguments -> switch (arguments.getOrDefault("resumptionToken", "")) {
            case "" -> list("a&amp;b c+d%25", "1", "2");
            case "a&b c+d%25" -> list("2", "3");
            default -> list("", "4");
        })) {
            Checkpoint end = harvest(server);

            assertEquals(Ending.COMPLETE, ending);
            assertEquals(List.of("1", "2", "3", "4"), identifiers());
            assertEquals("2026-11-22T06:00:05Z", end.completedAt());
            assertFalse(end.underWay());
            assertEquals(List.of(), reasons());
            assertEquals(
                    Map.of("verb", "ListRecords", "resumptionToken", "2"),
                    lists(server).getLast());
            Checkpoint middle = pages.getFirst().next();
            assertEquals(new Checkpoint("a&b c+d%25", "oai_dc", "", 1, "2026-11-22T06:00:05Z", ""), middle);
        }
    }

    @Test
    void resumesFromTheLastStoredPage() throws IOException {
        try (LocalServer server = endpoint(arguments -> list("", "3"))) {
            Checkpoint stored = new Checkpoint("t", "oai_dc", "2026-01-01", 2, "2026-11-20T00:00:00Z", "2026-01-02");

            Checkpoint end = harvest(server, stored, Map.of());

            assertEquals("t", lists(server).getFirst().get("resumptionToken"));
            assertEquals("page 3", pages.getFirst().records().getFirst().place());
            assertEquals("2026-11-20T00:00:00Z", end.completedAt());
        }
    }

    @Test
    void asksForWhatChangedSinceAndALittleBefore() throws IOException {
        try (LocalServer server = endpoint(arguments -> list("", "1"))) {
            harvest(
                    server,
                    new Checkpoint("", "oai_dc", "", 0, "", "2026-11-21T06:00:00Z"),
                    Map.of("set", "books", "prefix", "oai_dc"));

            assertEquals(
                    Map.of(
                            "verb",
                            "ListRecords",
                            "metadataPrefix",
                            "oai_dc",
                            "set",
                            "books",
                            "from",
                            "2026-11-21T05:50:00Z"),
                    lists(server).getFirst());
        }
    }

    @Test
    void asksInDaysWhereSecondsAreRefused() throws IOException {
        try (LocalServer server = endpoint(
                arguments -> arguments.getOrDefault("from", "").length() > 10 ? error("badArgument") : list("", "1"))) {
            harvest(server, new Checkpoint("", "oai_dc", "", 0, "", "2026-11-21T06:00:00Z"), Map.of());

            assertEquals(Ending.COMPLETE, ending);
            assertEquals("2026-11-20", lists(server).getLast().get("from"));
        }
    }

    @Test
    void startsFromNothingForAnotherFormat() throws IOException {
        try (LocalServer server = endpoint(arguments -> list("", "1"))) {
            harvest(
                    server,
                    new Checkpoint("t", "oai_dc", "", 3, "", "2026-11-21T06:00:00Z"),
                    Map.of("prefix", "marc21"));

            assertEquals(
                    Map.of("verb", "ListRecords", "metadataPrefix", "marc21"),
                    lists(server).getFirst());
        }
    }

    @Test
    void takesNoRecordsMatchForACompleteListOfNothing() throws IOException {
        try (LocalServer server =
                new LocalServer(uri -> "ListRecords".equals(arguments(uri).get("verb"))
                        ? Reply.of(422, error("noRecordsMatch"))
                        : Reply.xml(IDENTIFY))) {
            Checkpoint end = harvest(server, new Checkpoint("", "oai_dc", "", 0, "", "2026-11-21T06:00:00Z"), Map.of());

            assertEquals(Ending.COMPLETE, ending);
            assertEquals("2026-11-22T06:00:05Z", end.completedAt());
            assertEquals(List.of(), reasons());
        }
    }

    @Test
    void saysThatASetDoesNotExist() throws IOException {
        try (LocalServer server = endpoint(arguments -> error("noRecordsMatch"))) {
            harvest(server, Checkpoint.START, Map.of("set", "film"));

            Problem problem = problems().getFirst();
            assertEquals(Reason.SET_NOT_OFFERED, problem.reason());
            assertEquals("books, maps", problem.value());
            assertEquals("film", problem.place());
        }
    }

    @Test
    void saysThatAFormatIsNotOffered() throws IOException {
        try (LocalServer server = endpoint(arguments -> list("", "1"))) {
            Checkpoint end = harvest(server, Checkpoint.START, Map.of("prefix", "mods"));

            assertEquals(Ending.STOPPED, ending);
            assertEquals(Reason.FORMAT_NOT_OFFERED, problems().getFirst().reason());
            assertEquals("oai_dc, marc21", problems().getFirst().value());
            assertEquals(Checkpoint.START, end);
        }
    }

    @Test
    void harvestsAnEndpointThatAnswersListRecordsAlone() throws IOException {
        try (LocalServer server = new LocalServer(uri ->
                "ListRecords".equals(arguments(uri).get("verb")) ? Reply.xml(list("", "1")) : Reply.of(404, "жоқ"))) {
            harvest(server);

            assertEquals(Ending.COMPLETE, ending);
            assertEquals(List.of("1"), identifiers());
            assertEquals(List.of(Reason.IDENTIFY_FAILED), reasons());
            assertEquals(Severity.WARNING, problems().getFirst().severity());
        }
    }

    @Test
    void beginsAgainWhenATokenHasExpired() throws IOException {
        AtomicInteger begun = new AtomicInteger();
        try (LocalServer server = endpoint(arguments -> arguments.containsKey("resumptionToken")
                ? begun.get() < 2 ? error("badResumptionToken") : list("", "2")
                : list("t" + begun.incrementAndGet(), "1"))) {
            harvest(server);

            assertEquals(Ending.COMPLETE, ending);
            assertEquals(List.of("1", "1", "2"), identifiers());
            assertEquals(List.of(Reason.TOKEN_EXPIRED), reasons());
            assertEquals(Severity.WARNING, problems().getFirst().severity());
        }
    }

    @Test
    void beginsAgainOnlyOnce() throws IOException {
        try (LocalServer server = endpoint(
                arguments -> arguments.containsKey("resumptionToken") ? error("badResumptionToken") : list("t", "1"))) {
            Checkpoint stored = new Checkpoint("old", "oai_dc", "2026-11-01T00:00:00Z", 4, "x", "2026-11-01T00:10:00Z");

            Checkpoint end = harvest(server, stored, Map.of());

            assertEquals(Ending.STOPPED, ending);
            assertEquals(List.of(Reason.TOKEN_EXPIRED, Reason.TOKEN_EXPIRED), reasons());
            assertEquals("2026-11-01T00:00:00Z", lists(server).get(1).get("from"));
            assertFalse(end.underWay());
            assertEquals("2026-11-01T00:10:00Z", end.completedAt());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "alternating"})
    void stopsAtATokenThatComesBack(String kind) throws IOException {
        AtomicInteger page = new AtomicInteger();
        try (LocalServer server = endpoint(arguments -> {
            int number = page.incrementAndGet();
            return list(kind.equals("own") ? "same" : "t" + number % 2, "r" + number);
        })) {
            harvest(server);

            assertEquals(Ending.STOPPED, ending);
            assertEquals(Reason.TOKEN_REPEATED, problems().getLast().reason());
            assertEquals("r" + page.get(), identifiers().getLast());
            assertTrue(page.get() <= 3);
        }
    }

    @Test
    void stopsAtAPageThatComesBackUnderEveryToken() throws IOException {
        AtomicInteger page = new AtomicInteger();
        try (LocalServer server = endpoint(arguments -> list("t" + page.incrementAndGet(), "1", "2"))) {
            harvest(server);

            assertEquals(Ending.STOPPED, ending);
            assertEquals(List.of(Reason.TOKEN_REPEATED), reasons());
        }
    }

    @Test
    void keepsItsPlaceWhenTheServerFailsOnTheWay() throws IOException {
        try (LocalServer server = new LocalServer(uri -> {
            Map<String, String> arguments = arguments(uri);
            return switch (arguments.getOrDefault("verb", "")) {
                case "Identify" -> Reply.xml(IDENTIFY);
                case "ListMetadataFormats" -> Reply.xml(FORMATS);
                default ->
                    arguments.containsKey("resumptionToken")
                            ? Reply.of(500, "<h1>қате</h1>")
                            : Reply.xml(list("t", "1"));
            };
        })) {
            Checkpoint end = harvest(server);

            assertEquals(Ending.STOPPED, ending);
            assertEquals("t", end.token());
            assertEquals(1, end.page());
            assertEquals(List.of(Reason.HTTP_STATUS), reasons());
            assertEquals("<h1>қате</h1>", pages.getLast().rejected().getFirst().payload());
            assertTrue(problems().getFirst().place().endsWith("(page 2)"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Кіру</html>", "<OAI-PMH><error code='badVerb'>x</error></OAI-PMH>"})
    void stopsWhereItStandsAtAnAnswerThatIsNoList(String answer) throws IOException {
        try (LocalServer server =
                endpoint(arguments -> arguments.containsKey("resumptionToken") ? answer : list("t", "1"))) {
            Checkpoint end = harvest(server);

            assertEquals(Ending.STOPPED, ending);
            assertEquals("t", end.token());
            assertEquals(List.of("1"), identifiers());
            assertEquals(1, problems().size());
            assertEquals(Severity.ERROR, problems().getFirst().severity());
        }
    }

    @Test
    void asksOnceMoreForAPageThatIsCutAndThenKeepsWhatItHas() throws IOException {
        String whole = list("t", "1", "2");
        String half = whole.substring(0, whole.lastIndexOf("<metadata>"));
        try (LocalServer server = endpoint(arguments -> half)) {
            Checkpoint end = harvest(server);

            assertEquals(Ending.STOPPED, ending);
            assertEquals(List.of("1"), identifiers());
            assertTrue(reasons().contains(Reason.PAGE_TRUNCATED));
            assertEquals("", end.token());
            assertEquals("", end.completedAt());
            assertEquals(2, lists(server).size());
        }
    }

    @Test
    void takesTheWholePageWhenItComesAtTheSecondTime() throws IOException {
        AtomicInteger times = new AtomicInteger();
        try (LocalServer server =
                endpoint(arguments -> times.incrementAndGet() == 1 ? "<OAI-PMH><ListRec" : list("", "1"))) {
            harvest(server);

            assertEquals(Ending.COMPLETE, ending);
            assertEquals(List.of(), reasons());
        }
    }

    @Test
    void goesOnBehindAPageWithABrokenRecord() throws IOException {
        try (LocalServer server = endpoint(arguments ->
                arguments.containsKey("resumptionToken") ? list("", "4") : list("t", "1", "2\u0003", "3"))) {
            harvest(server);

            assertEquals(Ending.COMPLETE, ending);
            assertEquals(List.of("1", "3", "4"), identifiers());
            assertEquals(List.of(Reason.PAGE_BROKEN, Reason.RECORD_BROKEN), reasons());
        }
    }

    @Test
    void addsItsArgumentsToAnAddressThatHasSome() throws IOException {
        try (LocalServer server = endpoint(arguments -> list("", "1"))) {
            harvest(
                    server.settings(),
                    server.address("/index.php?repo=%D0%BA&verb=Identify"),
                    Checkpoint.START,
                    Map.of("set", "a b&c"));

            assertEquals(
                    "repo=%D0%BA&verb=ListRecords&set=a%20b%26c&metadataPrefix=oai_dc",
                    server.asked().getLast().getRawQuery());
        }
    }

    @Test
    void letsXoaiReadAnAmpersandAtWhichTheJdksOwnParserStops() throws Exception {
        try (LocalServer server = endpoint(arguments -> list("", "1"));
                Net net = new Net(server.settings(), Clock.systemUTC())) {
            var xoai = new io.gdcc.xoai.serviceprovider.ServiceProvider(new io.gdcc.xoai.serviceprovider.model.Context()
                    .withOAIClient(new XoaiTransport(net, server.address("/oai"))));

            assertEquals(
                    "com.ctc.wstx.stax.WstxInputFactory",
                    XMLInputFactory.newFactory().getClass().getName());
            assertEquals("Кітап & қала", xoai.identify().getRepositoryName());
        }
    }

    @Test
    void refusesAnAddressThatMayNotBeFetched() {
        Settings settings = LocalServer.settings(List.of("network.retry-seconds=0"));

        harvest(settings, "http://127.0.0.1:9/oai", Checkpoint.START, Map.of());

        assertEquals(Ending.STOPPED, ending);
        assertEquals(List.of(Reason.ADDRESS_FORBIDDEN), reasons());
    }

    @Test
    void endsPromptlyWhenInterrupted() throws IOException {
        AtomicInteger page = new AtomicInteger();
        try (LocalServer server = endpoint(arguments -> list("t" + page.incrementAndGet(), "r" + page.get()));
                Net net = new Net(server.settings(), Clock.systemUTC())) {
            Source source =
                    new Source("kitap", "kitap", SourceKind.OAI, server.address("/oai"), Map.of(), Source.State.ACTIVE);
            OaiHarvester harvester = new OaiHarvester(net, server.settings(), Clock.systemUTC());

            assertThrows(
                    InterruptedException.class,
                    () -> harvester.harvest(
                            source,
                            Checkpoint.START,
                            stored -> Thread.currentThread().interrupt()));

            assertEquals(1, page.get());
            assertFalse(Thread.currentThread().isInterrupted());
        }
    }
}
