package kz.ortaq.harvesters.net;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsException;
import kz.ortaq.config.SettingsReader;

/** A real server on the loopback interface that answers as a test tells it, and remembers what it was asked. */
public final class LocalServer implements AutoCloseable {

    /**
     * One answer.
     *
     * @param missing how many bytes fewer are sent than the Content-Length says
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record Reply(int status, Map<String, String> headers, byte[] body, int missing) {

        public static Reply xml(String body) {
            return new Reply(200, Map.of("Content-Type", "text/xml; charset=utf-8"), bytes(body), 0);
        }

        public static Reply of(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "text/html"), bytes(body), 0);
        }

        public Reply with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body, missing);
        }

        private static byte[] bytes(String body) {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What the server answers; it may wait first. */
    public interface Answers {
        Reply to(URI request) throws InterruptedException;
    }

    private final HttpServer server;
    private final List<URI> asked = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();

    public LocalServer(Answers answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
    }

    private void answer(HttpExchange exchange, Answers answers) throws IOException {
        asked.add(exchange.getRequestURI());
        headers.add(Map.copyOf(exchange.getRequestHeaders()));
        Reply reply;
        try {
            reply = answers.to(exchange.getRequestURI());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        int length = reply.body().length + reply.missing();
        exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
        if (length > 0) {
            OutputStream out = exchange.getResponseBody();
            out.write(reply.body());
            out.flush();
        }
        exchange.close();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String address(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** What was asked so far, in order. */
    public List<URI> asked() {
        return List.copyOf(asked);
    }

    /** A header of the request number {@code index}, from 0; empty when it had none. */
    public String header(int index, String name) {
        return String.join(", ", headers.get(index).getOrDefault(name, List.of()));
    }

    /** Settings under which this server may be asked, and nothing waits; with more assignments. */
    public Settings settings(String... assignments) {
        List<String> all = new ArrayList<>(List.of("network.allowed=127.0.0.1:" + port(), "network.retry-seconds=0"));
        all.addAll(List.of(assignments));
        return settings(all);
    }

    /** Settings of their own, without any file. */
    public static Settings settings(List<String> assignments) {
        try {
            return SettingsReader.read(Path.of("no-such-file.yaml"), assignments);
        } catch (SettingsException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
