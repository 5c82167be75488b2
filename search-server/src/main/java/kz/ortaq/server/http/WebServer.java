package kz.ortaq.server.http;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Listens on one address, HTTP/1.1 and h2c, each request on a virtual thread; stops when requests under way are done. */
public final class WebServer implements AutoCloseable {

    private static final int LONGEST_HEADER = 16 * 1024;
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Server server;
    private final ServerConnector connector;

    /**
     * Starts a server.
     *
     * @param port 0 for any free one
     * @param endpoints asked in this order; the first that knows an address answers it
     */
    public WebServer(String host, int port, List<Handler> endpoints) throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("http");
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("http-"));
        server = new Server(threads);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(LONGEST_HEADER);
        connector = new ServerConnector(
                server, new HttpConnectionFactory(configuration), new HTTP2CServerConnectionFactory(configuration));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        Handler.Sequence sequence = new Handler.Sequence(endpoints);
        sequence.addHandler(new Missing());
        CompressionHandler compression = new CompressionHandler(sequence);
        compression.putCompression(new GzipCompression());
        // A range of a document is a range of its own bytes.
        compression.putConfiguration(
                "/",
                CompressionConfig.builder()
                        .defaults()
                        .compressExcludePath("/documents/*")
                        .build());
        server.setHandler(new GracefulHandler(compression));
        server.setErrorHandler((request, response, callback) -> {
            int status = response.getStatus() < HttpStatus.BAD_REQUEST_400
                    ? HttpStatus.INTERNAL_SERVER_ERROR_500
                    : response.getStatus();
            Answers.problem(response, callback, status, HttpStatus.getMessage(status), detail(status));
            return true;
        });
        server.setStopTimeout(STOP.toMillis());
        start(host, port);
    }

    private void start(String host, int port) throws Exception {
        try {
            server.start();
        } catch (IOException e) {
            server.stop();
            if (e.getCause() instanceof BindException taken) {
                throw new IOException(
                        "the server cannot listen on port " + port + " of " + host
                                + "; choose another by --port N, or by the settings server.port and server.host",
                        taken);
            }
            throw e;
        }
    }

    /** What to do; in all languages, because an address that is too long is not read as far as its language. */
    private static String detail(int status) {
        return status == HttpStatus.URI_TOO_LONG_414
                ? "Сұрау тым ұзын: мекенжайға 16 КиБ сияды. Азырақ сөзбен іздеңіз."
                        + " — Запрос слишком длинный: в адрес помещается 16 КиБ. Оставьте меньше слов."
                        + " — The question is too long: an address holds 16 KiB. Use fewer words."
                : "";
    }

    /** The address it listens on. */
    public URI address() {
        String host = connector.getHost() == null ? "localhost" : connector.getHost();
        return URI.create("http://" + host + ":" + connector.getLocalPort());
    }

    /** Waits until the server is stopped. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    /** What no endpoint knows. */
    private static final class Missing extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Answers.problem(
                    response,
                    callback,
                    HttpStatus.NOT_FOUND_404,
                    "Not found",
                    "There is nothing at " + Request.getPathInContext(request));
            return true;
        }
    }
}
