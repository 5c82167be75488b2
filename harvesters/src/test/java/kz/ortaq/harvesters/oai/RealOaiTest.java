package kz.ortaq.harvesters.oai;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.Harvester.Ending;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Real repositories' answers, replayed by a local server just as they were recorded. */
@Tag("real")
final class RealOaiTest {

    private static final Pattern HEADER =
            Pattern.compile("<(?:[\\w.-]+:)?header(?=[\\s>])[^>]*>(.*?)</(?:[\\w.-]+:)?header\\s*>", Pattern.DOTALL);
    private static final Pattern IDENTIFIER =
            Pattern.compile("<(?:[\\w.-]+:)?identifier[^>]*>(.*?)</(?:[\\w.-]+:)?identifier\\s*>", Pattern.DOTALL);

    private static Path inputs() {
        Path inputs = Path.of(System.getProperty("ortaq.root", ".")).resolve("../shared/inputs/oai");
        assumeTrue(Files.isDirectory(inputs), () -> "real inputs are not there: " + inputs.normalize());
        return inputs;
    }

    @Test
    void everyRecordOfEveryRecordedListIsStoredOrRejectedWithAReason() throws Exception {
        Path inputs = inputs();
        List<RecordedChains.Chain> chains = new ArrayList<>();
        try (Stream<Path> folders = Files.list(inputs)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                chains.addAll(RecordedChains.of(Recording.in(folder)));
            }
        }
        List<Executable> checks = new ArrayList<>();
        StringBuilder table = new StringBuilder(row("repository", "pages", "live", "deleted", "rejected", "distinct"));

        for (RecordedChains.Chain chain : chains) {
            if (chain.left().isEmpty()) {
                checks.addAll(replay(chain, table));
            }
        }

        chains.stream()
                .filter(chain -> !chain.left().isEmpty())
                .forEach(chain -> table.append(chain.pages().getFirst().name() + " left out: " + chain.left() + "\n"));
        System.out.println(table);
        assertTrue(!checks.isEmpty(), "no complete list was recorded");
        assertAll(checks);
    }

    private static List<Executable> replay(RecordedChains.Chain chain, StringBuilder table) throws Exception {
        List<HarvestPage> pages = new ArrayList<>();
        Ending ending;
        try (LocalServer server = new LocalServer(chain::answer)) {
            Settings settings = server.settings();
            String address = server.address(chain.address().getRawPath());
            Source source = new Source("replay", "replay", SourceKind.OAI, address, Map.of(), Source.State.ACTIVE);
            try (Net net = new Net(settings, Clock.systemUTC())) {
                ending = new OaiHarvester(net, settings, Clock.systemUTC(), TestStores.empty(), TestHarvest.MAPPED)
                        .harvest(source, Checkpoint.START, pages::add);
            }
        }
        List<RawRecord> records =
                pages.stream().flatMap(page -> page.records().stream()).toList();
        List<HarvestPage.Rejected> rejected =
                pages.stream().flatMap(page -> page.rejected().stream()).toList();
        long deleted = records.stream().filter(RawRecord::deleted).count();
        Set<String> distinct = new HashSet<>();
        chain.pages().forEach(page -> distinct.addAll(identifiers(page.text())));
        table.append(row(
                chain.pages().getFirst().name(),
                (long) chain.pages().size(),
                records.size() - deleted,
                deleted,
                (long) rejected.size(),
                (long) distinct.size()));
        rejected.forEach(one -> table.append("    " + one.problem() + "\n"));
        pages.stream()
                .flatMap(page -> page.problems().stream())
                .filter(problem -> !problem.reason().code().equals("identify-failed"))
                .forEach(problem -> table.append("    " + problem + "\n"));
        // One said that its list has a record more than came, and its list of identifiers was not recorded.
        boolean incomplete = pages.stream()
                .flatMap(page -> page.problems().stream())
                .anyMatch(problem -> problem.reason() == Reason.LIST_INCOMPLETE);
        return List.of(
                () -> assertEquals(incomplete ? Ending.STOPPED : Ending.COMPLETE, ending, chain.name()),
                () -> assertEquals(distinct.size(), records.size() + rejected.size(), chain.name()),
                () -> assertEquals(namespacesSent(chain), namespacesStored(records), chain.name()));
    }

    /** The identifiers in headers, counted in the text without our reader. */
    private static Set<String> identifiers(String text) {
        Set<String> identifiers = new HashSet<>();
        Matcher header = HEADER.matcher(text);
        while (header.find()) {
            Matcher identifier = IDENTIFIER.matcher(header.group(1));
            if (identifier.find()) {
                identifiers.add(identifier.group(1).strip());
            }
        }
        return identifiers;
    }

    /** For each record that is live and well-formed where it was sent: the namespaces of its elements and attributes. */
    private static List<String> namespacesSent(RecordedChains.Chain chain) throws Exception {
        List<String> namespaces = new ArrayList<>();
        for (Recording page : chain.pages()) {
            if (page.asks("ListRecords") && page.headers().get("location") == null) {
                for (Element record : records(dom(page.text().strip()).getDocumentElement())) {
                    namespaces.add(namespaces(record).toString());
                }
            }
        }
        return namespaces;
    }

    private static List<String> namespacesStored(List<RawRecord> records) throws Exception {
        List<String> namespaces = new ArrayList<>();
        for (RawRecord record : records) {
            if (!record.deleted()) {
                namespaces.add(
                        namespaces(dom(record.payload()).getDocumentElement()).toString());
            }
        }
        return namespaces;
    }

    private static List<Element> records(Element root) {
        List<Element> records = new ArrayList<>();
        for (Node list = root.getFirstChild(); list != null; list = list.getNextSibling()) {
            for (Node child = list.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element element
                        && "record".equals(element.getLocalName())
                        && element.getElementsByTagNameNS("*", "metadata").getLength() > 0) {
                    records.add(element);
                }
            }
        }
        return records;
    }

    /** Every element and attribute with its namespace, in order of the alphabet; declarations left out. */
    private static TreeSet<String> namespaces(Element element) {
        TreeSet<String> found = new TreeSet<>();
        collect(element, found);
        return found;
    }

    private static void collect(Element element, TreeSet<String> found) {
        found.add("<" + element.getNamespaceURI() + " " + element.getLocalName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
                found.add("@" + attribute.getNamespaceURI() + " " + attribute.getLocalName());
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, found);
            }
        }
    }

    private static Document dom(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void readsEveryFixtureOfOtherProjectsToAnEnd() throws Exception {
        List<Path> files;
        try (Stream<Path> fixtures = Files.list(inputs().resolve("fixtures"))) {
            files = fixtures.sorted().toList();
        }
        StringBuilder table = new StringBuilder();

        for (Path file : files) {
            Answer answer = new Answer(URI.create("http://kitap.example/oai"), 200, "text/xml", unpacked(file), false);
            Page page = new PageReader("fixture", 2_000_000).read("page 1", answer);
            table.append(String.format(
                    Locale.ROOT,
                    "%-65s %-6s %d records, %d rejected, %s%s%n",
                    file.getFileName(),
                    page.shape(),
                    page.records().size(),
                    page.rejected().size(),
                    page.token().map(token -> "token " + token + ", ").orElse(""),
                    page.errors()));
            page.rejected().forEach(one -> table.append("    " + one.problem() + "\n"));
            page.problems().forEach(one -> table.append("    " + one + "\n"));
            for (RawRecord record : page.records()) {
                if (!record.deleted()) {
                    dom(record.payload());
                }
            }
        }

        System.out.println(table);
    }

    private static byte[] unpacked(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-34s %6s %6s %8s %9s %9s%n", cells);
    }
}
