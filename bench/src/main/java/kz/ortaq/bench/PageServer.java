package kz.ortaq.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * OAI-PMH repositories of prepared pages on every loopback address. The path of a request says which repository is
 * meant: {@code /oai/RECORDS/PAGE/MILLISECONDS} has so many records, gives so many a page, and waits so long before
 * each answer. Meant for a process of its own, so that it takes nothing of what is measured but its processor.
 */
final class PageServer extends Handler.Abstract {

    private final Map<Integer, PreparedPages> pages = new ConcurrentHashMap<>();
    private final AtomicInteger asking = new AtomicInteger();
    private final AtomicInteger mostAsking = new AtomicInteger();

    /** One of the repositories that can be asked for. */
    private record Repository(int records, int page, int milliseconds) {

        static Repository of(String path) {
            String[] parts = path.split("/");
            return new Repository(Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), Integer.parseInt(parts[4]));
        }
    }

    /** Where a repository stands on {@code host}. */
    static String address(String host, int port, int records, int page, int milliseconds) {
        return "http://" + host + ":" + port + "/oai/" + records + "/" + page + "/" + milliseconds;
    }

    /** Serves until standard input ends; prints the port first. */
    static void serve() throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("pages-"));
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory());
        connector.setHost("0.0.0.0"); // 127.0.0.0/8 whole, of which each host of a thousand sources has one
        connector.setAcceptQueueSize(1_024);
        server.addConnector(connector);
        server.setHandler(new PageServer());
        server.start();
        System.out.println(connector.getLocalPort());
        System.in.transferTo(OutputStream.nullOutputStream());
        server.stop();
    }

    /** A server in a process of its own, that ends with this one. */
    record Remote(Process process, int port) implements AutoCloseable {

        static Remote start() throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "pages")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Remote(process, Integer.parseInt(process.inputReader().readLine()));
        }

        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException, InterruptedException {
        if (!(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote)
                || !remote.getAddress().isLoopbackAddress()) {
            return false;
        }
        if (Request.getPathInContext(request).equals("/most")) {
            send(response, Integer.toString(mostAsking.get()).getBytes(StandardCharsets.UTF_8), callback);
            return true;
        }
        mostAsking.accumulateAndGet(asking.incrementAndGet(), Math::max);
        try {
            Repository repository = Repository.of(Request.getPathInContext(request));
            byte[] body = answer(repository, Request.extractQueryParameters(request));
            Thread.sleep(repository.milliseconds());
            send(response, body, callback);
        } finally {
            asking.decrementAndGet();
        }
        return true;
    }

    private static void send(Response response, byte[] body, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/xml; charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private byte[] answer(Repository repository, Fields asked) {
        String verb = String.valueOf(asked.getValue("verb"));
        return switch (verb) {
            case "ListRecords" -> list(repository, asked);
            case "Identify" -> whole(verb, """
                    <Identify><repositoryName>Prepared</repositoryName><baseURL>http://127.0.0.1/oai</baseURL>
                    <protocolVersion>2.0</protocolVersion><adminEmail>bench@example.org</adminEmail>
                    <earliestDatestamp>2015-01-01T00:00:00Z</earliestDatestamp><deletedRecord>persistent</deletedRecord>
                    <granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>
                    """);
            case "ListMetadataFormats" -> whole(verb, """
                    <ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix>
                    <schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</schema>
                    <metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</metadataNamespace>
                    </metadataFormat></ListMetadataFormats>
                    """);
            default -> whole(verb, "<error code=\"badVerb\">not offered</error>");
        };
    }

    private byte[] list(Repository repository, Fields asked) {
        String token = asked.getValue("resumptionToken");
        String from = asked.getValue("from");
        String until = asked.getValue("until");
        int first = from == null ? 0 : PreparedPages.numberAt(Instant.parse(from));
        int end = until == null
                ? repository.records()
                : Math.min(
                        repository.records(),
                        PreparedPages.numberAt(Instant.parse(until).plusSeconds(1)));
        PreparedPages prepared = pages.computeIfAbsent(repository.page(), PreparedPages::new);
        if (token != null) {
            String[] parts = token.split("\\.");
            return prepared.page(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }
        return first < end
                ? prepared.page(first, first, end)
                : whole("ListRecords", "<error code=\"noRecordsMatch\">nothing then</error>");
    }

    private static byte[] whole(String verb, String body) {
        return (PreparedPages.head(verb) + body + "</OAI-PMH>").getBytes(StandardCharsets.UTF_8);
    }
}
