package kz.ortaq.harvesters.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;
import kz.ortaq.config.Settings;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches http and https addresses, politely and within bounds, and never one that leads into a private network unless
 * the settings allow it. Every outgoing request of Ortaq passes here. Thread-safe; its calls block, and are meant for
 * virtual threads.
 */
public final class Net implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Net.class);
    private static final int THREADS = 16;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(30);

    /** Waits; a test's own does not. */
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    private final Settings.Network settings;
    private final int largestBody;
    private final Retries retries;
    private final Sleeper sleeper;
    private final HttpClient client;

    public Net(Settings settings, Clock clock) {
        this(settings, clock, InetAddress::getAllByName, Thread::sleep);
    }

    Net(Settings settings, Clock clock, Guard.Names names, Sleeper sleeper) {
        this.settings = settings.network();
        this.largestBody = settings.harvest().pageBytes();
        this.retries = new Retries(settings.network(), clock, RandomGenerator.getDefault());
        this.sleeper = sleeper;
        this.client = start(
                new Guard(settings.network(), names),
                Duration.ofSeconds(settings.network().timeoutSeconds()));
    }

    /**
     * Fetches an address, following redirects and trying again after troubles of the moment.
     *
     * @param speaks says of an answer without success whether it is one all the same: some OAI-PMH servers send their
     *     protocol's errors with status 422
     * @throws NetException when there is no such answer
     */
    public Answer get(String address, Predicate<Answer> speaks) throws NetException, InterruptedException {
        URI start = Addresses.parse(address);
        for (int failures = 1; ; failures++) {
            @Nullable Answer cut = null;
            NetException failure;
            try {
                Answer answer = follow(start, speaks);
                if (!answer.cut()) {
                    return answer;
                }
                cut = answer.body().length > 0 ? answer : null;
                failure = NetException.unreachable(Addresses.shown(start), "the answer was cut off", true);
            } catch (NetException e) {
                failure = e;
            }
            if (!retries.again(failures, failure)) {
                if (cut != null) {
                    return cut;
                }
                throw failure;
            }
            Duration delay = retries.delay(failures, failure.retryAfter());
            log.info("{}; trying again in {} ms", failure.getMessage(), delay.toMillis());
            sleeper.sleep(delay);
        }
    }

    private Answer follow(URI start, Predicate<Answer> speaks) throws NetException, InterruptedException {
        URI address = start;
        for (int redirects = 0; ; redirects++) {
            // A password is for the host that it was written for, and never follows a redirect elsewhere.
            boolean same = address.getScheme().equals(start.getScheme())
                    && Addresses.hostAndPort(address).equals(Addresses.hostAndPort(start));
            Fetched fetched = fetch(Addresses.withoutUser(address), same ? Addresses.user(start) : null);
            Answer answer = fetched.answer();
            if (answer.succeeded() || speaks.test(answer)) {
                return answer;
            }
            String location = fetched.location();
            if (!isRedirect(answer.status()) || location.isEmpty()) {
                throw NetException.status(Addresses.shown(address), answer, fetched.retryAfter());
            }
            if (redirects >= settings.redirects()) {
                throw NetException.tooManyRedirects(Addresses.shown(start), answer.status(), settings.redirects());
            }
            address = Addresses.resolve(address, location);
        }
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private record Fetched(Answer answer, String location, String retryAfter) {}

    private Fetched fetch(URI address, @Nullable String user) throws NetException, InterruptedException {
        String place = Addresses.shown(address);
        Request request = request(address, user);
        InputStreamResponseListener listener = new InputStreamResponseListener();
        request.send(listener);
        try {
            Response response = listener.get(settings.timeoutSeconds(), TimeUnit.SECONDS);
            try (InputStream in = listener.getInputStream()) {
                Body.Read body = Body.read(in, header(response, HttpHeader.CONTENT_ENCODING), largestBody);
                String type = header(response, HttpHeader.CONTENT_TYPE);
                Answer answer = new Answer(address, response.getStatus(), type, body.bytes(), body.cut());
                return new Fetched(
                        answer, header(response, HttpHeader.LOCATION), header(response, HttpHeader.RETRY_AFTER));
            }
        } catch (Body.TooLarge e) {
            request.abort(e);
            throw NetException.tooLarge(place, largestBody);
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

    private Request request(URI address, @Nullable String user) throws NetException {
        Request request;
        try {
            request = client.newRequest(address).timeout(settings.timeoutSeconds(), TimeUnit.SECONDS);
        } catch (IllegalArgumentException e) {
            // The client takes no host that is not a name by RFC 2396: a bare number, or one with "_".
            throw NetException.wrong(Addresses.shown(address));
        }
        String contact =
                settings.contact().isBlank() ? "" : " (+" + settings.contact().strip() + ")";
        return request.headers(headers -> {
            headers.put(HttpHeader.USER_AGENT, "Ortaq/0.1" + contact);
            headers.put(HttpHeader.ACCEPT_ENCODING, "gzip, deflate");
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

    private static HttpClient start(Guard guard, Duration timeout) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("net");
        threads.setDaemon(true);
        HttpClient started = new HttpClient();
        started.setExecutor(threads);
        started.setSocketAddressResolver(guard);
        started.setConnectTimeout(Math.min(LONGEST_CONNECT.toMillis(), timeout.toMillis()));
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
}
