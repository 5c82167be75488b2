package kz.ortaq.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * An OAI-PMH repository on loopback of as many records as asked for, each made when it is asked: the same number gives
 * the same record, at any time and in any process. Every 97th record is a deletion.
 */
public final class GeneratedRepository implements AutoCloseable {

    private static final int PAGE = 200;
    private static final int DELETED_EVERY = 97;
    private static final String[] WORDS = ("абай жолы қазақ тарихы мектеп оқулық дала көшпенділер домбыра әдебиет тіл"
                    + " книга история школа учебник степь литература край озеро город песня экология"
                    + " steppe reader school history physics algebra region library teacher lesson")
            .split(" ");
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-22T00:00:00Z</responseDate>
            """;

    private final int records;
    private final HttpServer server;
    private final AtomicLong pages = new AtomicLong();
    private volatile LongConsumer onPage = page -> {};

    /** Starts a repository of {@code records} records on a free port. */
    public GeneratedRepository(int records) throws IOException {
        this.records = records;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oai", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** The address to harvest. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/oai";
    }

    /** Is told of each page before it is sent, by a number that counts all pages that were ever asked for. */
    public void onPage(LongConsumer listener) {
        onPage = listener;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
        String body = switch (parameters.getOrDefault("verb", "")) {
            case "Identify" -> identify();
            case "ListMetadataFormats" -> formats();
            case "ListRecords" -> {
                onPage.accept(pages.incrementAndGet());
                // Nothing ever changes here, so whoever asks for changes since the first harvest gets none.
                yield parameters.containsKey("from")
                        ? "<request/><error code=\"noRecordsMatch\">nothing changed</error>"
                        : list(Integer.parseInt(parameters.getOrDefault("resumptionToken", "0")));
            }
            default -> "<request/><error code=\"badVerb\">not offered</error>";
        };
        byte[] bytes = (HEAD + body + "</OAI-PMH>").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
        try (OutputStream out = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(200, bytes.length);
            out.write(bytes);
        } catch (IOException e) {
            // Whoever asked was killed, and asks again.
            exchange.close();
        }
    }

    private String identify() {
        return """
                <request verb="Identify">%s</request><Identify><repositoryName>Generated</repositoryName>
                <baseURL>%s</baseURL><protocolVersion>2.0</protocolVersion><adminEmail>bench@example.org</adminEmail>
                <earliestDatestamp>2020-01-01T00:00:00Z</earliestDatestamp><deletedRecord>persistent</deletedRecord>
                <granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>
                """.formatted(address(), address());
    }

    private static String formats() {
        return """
                <request verb="ListMetadataFormats"/><ListMetadataFormats><metadataFormat>
                <metadataPrefix>oai_dc</metadataPrefix><schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</schema>
                <metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</metadataNamespace>
                </metadataFormat></ListMetadataFormats>
                """;
    }

    private String list(int from) {
        int to = Math.min(records, from + PAGE);
        StringBuilder page = new StringBuilder("<request verb=\"ListRecords\"/><ListRecords>\n");
        for (int number = from; number < to; number++) {
            page.append(record(number));
        }
        page.append(to < records ? "<resumptionToken>" + to + "</resumptionToken>" : "<resumptionToken/>");
        return page.append("</ListRecords>").toString();
    }

    private static String record(int number) {
        Random random = new Random(number);
        String header =
                "<identifier>oai:generated:" + number + "</identifier><datestamp>2026-01-01T00:00:00Z</datestamp>";
        if (number % DELETED_EVERY == DELETED_EVERY - 1) {
            return "<record><header status=\"deleted\">" + header + "</header></record>\n";
        }
        return """
                <record><header>%s<setSpec>books</setSpec></header><metadata>
                <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:title>%s %d</dc:title><dc:creator>%s</dc:creator><dc:subject>%s</dc:subject>
                <dc:description>%s</dc:description><dc:date>%d</dc:date><dc:language>%s</dc:language><dc:type>Кітап</dc:type>
                <dc:identifier>https://example.org/%d</dc:identifier></oai_dc:dc></metadata></record>
                """.formatted(
                        header,
                        words(random, 4),
                        number,
                        words(random, 2),
                        words(random, 2),
                        words(random, 30),
                        1950 + random.nextInt(75),
                        random.nextBoolean() ? "kk" : "ru",
                        number);
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }

    /** The arguments of a request, decoded. */
    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
