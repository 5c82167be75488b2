package kz.ortaq.harvesters.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import kz.ortaq.config.Settings;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its answer, over the guarded client; redirects and second tries are left to {@link Net}. */
final class Exchange implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Exchange.class);
    private static final int THREADS = 16;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(30);
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(2);

    private final Settings.Network settings;
    private final HttpClient client;

    Exchange(Settings.Network settings, Guard guard) {
        this.settings = settings;
        this.client = start(guard, Duration.ofSeconds(settings.timeoutSeconds()));
    }

    /** What came back, with the headers that matter here; empty strings where they were not sent. */
    record Fetched(Answer answer, HttpFields headers) {

        String header(HttpHeader name) {
            String value = headers.get(name);
            return value == null ? "" : value;
        }
    }

    /** Takes a body as it arrives, within its bound. */
    interface Taker {
        Body.Read take(int status, InputStream in, String encoding) throws IOException;
    }

    /**
     * Sends one request and takes its answer.
     *
     * @param user a user and password, as an address holds them; null for none
     * @param taker what happens to the body
     */
    Fetched fetch(URI address, @Nullable String user, Duration longest, HttpFields more, Taker taker)
            throws NetException, InterruptedException {
        String place = Addresses.shown(address);
        Request request = request(address, user, longest).headers(headers -> headers.add(more));
        InputStreamResponseListener listener = new InputStreamResponseListener();
        request.send(listener);
        try {
            Response response = listener.get(settings.timeoutSeconds(), TimeUnit.SECONDS);
            try (InputStream in = listener.getInputStream()) {
                Body.Read body = taker.take(response.getStatus(), in, header(response, HttpHeader.CONTENT_ENCODING));
                String type = header(response, HttpHeader.CONTENT_TYPE);
                Answer answer = new Answer(address, response.getStatus(), type, body.bytes(), body.cut());
                return new Fetched(answer, response.getHeaders());
            }
        } catch (Body.TooLarge e) {
            request.abort(e);
            throw NetException.tooLarge(place, e.bound());
        } catch (InterruptedIOException e) {
            request.abort(e);
            throw new InterruptedException("interrupted while reading " + place);
        } catch (InterruptedException e) {
            request.abort(e);
            throw e;
        } catch (TimeoutException e) {
            request.abort(e);
            throw timedOut(place);
        } catch (IOException e) {
            throw NetException.unreachable(place, said(e), true);
        } catch (ExecutionException e) {
            throw failure(place, e);
        }
    }

    private Request request(URI address, @Nullable String user, Duration longest) throws NetException {
        Request request;
        try {
            request = client.newRequest(address)
                    .timeout(longest.toSeconds(), TimeUnit.SECONDS)
                    .idleTimeout(settings.timeoutSeconds(), TimeUnit.SECONDS);
        } catch (IllegalArgumentException e) {
            // The client takes no host that is not a name by RFC 2396: a bare number, or one with "_".
            throw NetException.wrong(Addresses.shown(address));
        }
        String contact =
                settings.contact().isBlank() ? "" : " (+" + settings.contact().strip() + ")";
        return request.headers(headers -> {
            headers.put(HttpHeader.USER_AGENT, "Ortaq/0.1" + contact);
            headers.put(HttpHeader.ACCEPT_ENCODING, "gzip"); // a file packed otherwise would stay so
            headers.put(HttpHeader.ACCEPT, "*/*");
            if (user != null) {
                byte[] pair = URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8)
                        .getBytes(StandardCharsets.UTF_8);
                headers.put(
                        HttpHeader.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(pair));
            }
        });
    }

    private NetException failure(String place, ExecutionException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof NetException ours) {
                return ours;
            }
            if (cause instanceof TimeoutException) {
                return timedOut(place);
            }
            if (cause instanceof SSLException) {
                return NetException.unreachable(place, said(cause), false);
            }
        }
        return NetException.unreachable(place, said(e.getCause() == null ? e : e.getCause()), true);
    }

    private NetException timedOut(String place) {
        return NetException.unreachable(place, "no answer within " + settings.timeoutSeconds() + " s", true);
    }

    private static String said(Throwable failure) {
        if (failure instanceof EOFException) {
            return "the connection was closed without an answer";
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private static String header(Response response, HttpHeader name) {
        String value = response.getHeaders().get(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            log.warn("the HTTP client did not stop cleanly: {}", e.getMessage());
        }
    }

    private static HttpClient start(Guard guard, Duration timeout) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("net");
        threads.setDaemon(true);
        HttpClient started = new HttpClient();
        started.setExecutor(threads);
        started.setSocketAddressResolver(guard);
        started.setConnectTimeout(Math.min(LONGEST_CONNECT.toMillis(), timeout.toMillis()));
        // Nothing is kept of the many hosts that are asked once: neither a connection nor the memory of it.
        started.setIdleTimeout(LONGEST_IDLE.toMillis());
        started.setDestinationIdleTimeout(LONGEST_IDLE.toMillis());
        started.setFollowRedirects(false);
        started.setUserAgentField(null);
        // One source's cookies are no business of another's.
        started.setHttpCookieStore(new HttpCookieStore.Empty());
        try {
            started.start();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client does not start", e);
        }
        // Redirects, passwords and compression are handled here, where they are checked and bounded.
        started.getProtocolHandlers().clear();
        started.getContentDecoderFactories().clear();
        return started;
    }
}
