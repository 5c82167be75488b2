package kz.ortaq.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** Serves many repositories, each on a loopback address of its own; some of them misbehave on one page of every list. */
final class SoakServer implements AutoCloseable {

    /** The largest page that harvests are allowed to read here. */
    static final int LARGEST_PAGE = 1 << 20;

    private static final int HOSTS_OF_A_NET = 250;
    private static final int SLOW_MILLISECONDS = 100;

    /**
     * An answer.
     *
     * @param missing how many bytes fewer are sent than the Content-Length says
     * @param slow whether its bytes come one by one
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Reply(int status, Map<String, String> headers, byte[] body, int missing, boolean slow) {

        /** The connection is closed instead of an answer. */
        static final Reply RESET = new Reply(0, Map.of(), new byte[0], 0, false);

        static Reply of(int status, String type, String body) {
            return new Reply(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8), 0, false);
        }

        static Reply xml(String body) {
            return of(200, "text/xml; charset=utf-8", body);
        }

        Reply with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body, missing, slow);
        }

        Reply body(byte[] other) {
            return new Reply(status, headers, other, missing, slow);
        }

        Reply cut(int bytes) {
            byte[] half = Arrays.copyOf(body, body.length - bytes);
            return new Reply(status, headers, half, bytes, slow);
        }

        Reply slowly() {
            return new Reply(status, headers, body, missing, true);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * A page that is asked for.
     *
     * @param good what a server should answer
     * @param times how often this page was asked for since the round began, this time included
     */
    record Asked(SoakRepository repository, SoakRepository.Listing listing, Reply good, int times, String address) {}

    /** A source: its repository, and what it does wrong, on which page of its lists. */
    record Site(int number, SoakRepository repository, Optional<Misbehaviour> misbehaviour, int page) {

        String id() {
            return "library-" + number;
        }
    }

    private final List<Site> sites;
    private final HttpServer server;
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> spoilt = new ConcurrentHashMap<>();

    SoakServer(List<Site> sites) throws IOException {
        this.sites = List.copyOf(sites);
        // All of 127.0.0.0/8; who asks from elsewhere is turned away.
        this.server = HttpServer.create(new InetSocketAddress(0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/oai/", this::answer);
        server.start();
    }

    /** Where a site is harvested. */
    String address(Site site) {
        int number = site.number();
        return "http://127.0." + (1 + number / HOSTS_OF_A_NET) + "." + (1 + number % HOSTS_OF_A_NET) + ":"
                + server.getAddress().getPort() + "/oai/" + number;
    }

    /** Begins another round: whoever was busy once will be again. */
    void nextRound() {
        asked.clear();
        spoilt.clear();
    }

    /** How often a site misbehaved in this round. */
    int spoilt(Site site) {
        return Optional.ofNullable(spoilt.get(site.number()))
                .map(AtomicInteger::get)
                .orElse(0);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
            exchange.close();
            return;
        }
        String path = exchange.getRequestURI().getPath();
        Site site = sites.get(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)));
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        try {
            send(exchange, reply(site, query));
        } catch (IOException e) {
            // Whoever asked has lost patience.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private Reply reply(Site site, String query) throws IOException {
        Map<String, String> arguments = GeneratedRepository.parameters(query);
        SoakRepository repository = site.repository();
        Optional<SoakRepository.Listing> listing = repository.listing(arguments);
        if (listing.isEmpty()) {
            return zipped(repository, Reply.xml(repository.other(arguments)));
        }
        Reply good = Reply.xml(repository.write(listing.get(), listing.get().next()));
        boolean spoils = listing.get().page() == site.page() % listing.get().pages();
        if (site.misbehaviour().isEmpty() || !spoils) {
            return zipped(repository, good);
        }
        int times = asked.computeIfAbsent(
                        site.id() + listing.get().token(listing.get().offset()), key -> new AtomicInteger())
                .incrementAndGet();
        Reply reply = site.misbehaviour()
                .get()
                .spoil(new Asked(repository, listing.get(), good, times, address(site) + "?" + query));
        if (reply != good) {
            spoilt.computeIfAbsent(site.number(), key -> new AtomicInteger()).incrementAndGet();
        }
        return reply;
    }

    private static Reply zipped(SoakRepository repository, Reply reply) throws IOException {
        if (!repository.gzip()) {
            return reply;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(reply.body());
        }
        return reply.body(bytes.toByteArray()).with("Content-Encoding", "gzip");
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException, InterruptedException {
        if (reply == Reply.RESET) {
            return;
        }
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        int length = reply.body().length + reply.missing();
        exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
        OutputStream out = exchange.getResponseBody();
        for (int i = 0; reply.slow() && i < reply.body().length; i++) {
            out.write(reply.body(), i, 1);
            out.flush();
            Thread.sleep(SLOW_MILLISECONDS);
        }
        if (!reply.slow() && reply.body().length > 0) {
            out.write(reply.body());
            out.flush();
        }
    }
}
