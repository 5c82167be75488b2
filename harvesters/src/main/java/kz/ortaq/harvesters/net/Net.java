package kz.ortaq.harvesters.net;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import kz.ortaq.config.Settings;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
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
    private static final int SMALL = 1 << 16;

    /** How long a host that nobody gave us is waited for: some networks drop what they do not want, without a word. */
    private static final int ONCE_SECONDS = 10;

    /** Waits; a test's own does not. */
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    private final Settings.Network settings;
    private final int largestBody;
    private final Retries retries;
    private final Sleeper sleeper;
    private final LargeBodies largeBodies = new LargeBodies();
    private final Politeness politeness;
    private final Exchange exchange;
    private final Robots robots;

    public Net(Settings settings, Clock clock) {
        this(settings, clock, InetAddress::getAllByName, Thread::sleep);
    }

    Net(Settings settings, Clock clock, Guard.Names names, Sleeper sleeper) {
        this.settings = settings.network();
        this.largestBody = settings.harvest().pageBytes();
        this.retries = new Retries(settings.network(), clock, RandomGenerator.getDefault());
        this.sleeper = sleeper;
        this.politeness = new Politeness(settings.network());
        this.exchange = new Exchange(settings.network(), new Guard(settings.network(), names));
        this.robots = new Robots(clock);
    }

    /** Whether the robots.txt of its host lets Ortaq fetch this address; without asking again for a day. */
    public boolean robots(String address) throws NetException, InterruptedException {
        return rules(address)
                .allow(Addresses.withoutUser(Addresses.parse(address)).toString());
    }

    /** What the robots.txt of this address's host says to Ortaq; it is asked once a day. */
    public RobotRules rules(String address) throws NetException, InterruptedException {
        return robots.rules(Addresses.parse(address), this::get);
    }

    /**
     * Fetches an address, following redirects and trying again after troubles of the moment.
     *
     * @param speaks says of an answer without success whether it is one all the same: some OAI-PMH servers send their
     *     protocol's errors with status 422
     * @throws NetException when there is no such answer
     */
    public Answer get(String address, Predicate<Answer> speaks) throws NetException, InterruptedException {
        return get(address, speaks, Manner.PATIENT);
    }

    private Answer get(String address, Predicate<Answer> speaks, Manner manner)
            throws NetException, InterruptedException {
        int seconds = settings.timeoutSeconds();
        Duration longest = Duration.ofSeconds(manner == Manner.ONCE ? Math.min(seconds, ONCE_SECONDS) : seconds);
        Exchange.Taker taker = (status, in, encoding) -> {
            try (LargeBodies.Room room = largeBodies.room()) {
                return Body.read(in, encoding, largestBody, room);
            }
        };
        return again(address, new Asked(longest, HttpFields.EMPTY, taker, speaks, true, manner))
                .answer();
    }

    /**
     * Fetches a file, unless it is the one that {@code since} tells of.
     *
     * @param to where it is written; whole, or not of use when this throws
     * @param limit the most bytes that are taken
     */
    public Download download(String address, Download.Conditions since, Path to, long limit)
            throws NetException, InterruptedException {
        return download(address, since, to, limit, Manner.PATIENT);
    }

    /**
     * The same as a robot: for addresses that no library gave us itself. Nothing is fetched where a robots.txt forbids
     * it, at the address and wherever it redirects to; and nothing is asked twice, for there are many more.
     */
    public Download crawl(String address, Download.Conditions since, Path to, long limit)
            throws NetException, InterruptedException {
        return download(address, since, to, limit, Manner.ROBOT);
    }

    private Download download(String address, Download.Conditions since, Path to, long limit, Manner manner)
            throws NetException, InterruptedException {
        Duration longest = Duration.ofSeconds(settings.downloadSeconds());
        long[] bytes = new long[1];
        Exchange.Taker taker = (status, in, encoding) -> {
            if (status < 200 || status >= 300) {
                return Body.beginning(in, SMALL);
            }
            Body.Saved saved = Body.save(in, encoding, to, limit);
            bytes[0] = saved.bytes();
            return new Body.Read(new byte[0], saved.cut());
        };
        HttpFields.Mutable conditions = HttpFields.build();
        if (!since.etag().isEmpty()) {
            conditions.put(HttpHeader.IF_NONE_MATCH, since.etag());
        }
        if (!since.lastModified().isEmpty()) {
            conditions.put(HttpHeader.IF_MODIFIED_SINCE, since.lastModified());
        }
        Exchange.Fetched fetched =
                again(address, new Asked(longest, conditions, taker, answer -> answer.status() == 304, false, manner));
        Answer answer = fetched.answer();
        return new Download(
                answer.address(),
                answer.status() == 304 ? 304 : 200,
                answer.contentType(),
                Addresses.fileName(answer.address(), fetched.header(HttpHeader.CONTENT_DISPOSITION)),
                fetched.header(HttpHeader.ETAG),
                fetched.header(HttpHeader.LAST_MODIFIED),
                bytes[0]);
    }

    private enum Manner {
        /** A trouble of the moment is waited for, and asked again. */
        PATIENT,
        /** A failure is left at that. */
        ONCE,
        /** A failure is left at that, and robots.txt is obeyed. */
        ROBOT
    }

    /**
     * How something is asked for.
     *
     * @param speaks says of an answer without success whether it is one all the same
     * @param halves whether half an answer is better than none
     */
    private record Asked(
            Duration longest,
            HttpFields headers,
            Exchange.Taker taker,
            Predicate<Answer> speaks,
            boolean halves,
            Manner manner) {

        boolean patient() {
            return manner == Manner.PATIENT;
        }
    }

    private Exchange.Fetched again(String address, Asked asked) throws NetException, InterruptedException {
        URI start = Addresses.parse(address);
        for (int failures = 1; ; failures++) {
            Exchange.@Nullable Fetched cut = null;
            NetException failure;
            try {
                Exchange.Fetched fetched = follow(start, asked);
                NetException busy = NetException.status(
                        Addresses.shown(start), fetched.answer(), fetched.header(HttpHeader.RETRY_AFTER));
                // An error of the protocol may come with a status that says: later (OAI-PMH 2.0, 3.1.2.2).
                if (!fetched.answer().cut() && !(busy.later() && asked.patient() && retries.again(failures, busy))) {
                    return fetched;
                }
                if (!fetched.answer().cut()) {
                    wait(failures, busy);
                    continue;
                }
                cut = asked.halves() && fetched.answer().body().length > 0 ? fetched : null;
                failure = NetException.unreachable(Addresses.shown(start), "the answer was cut off", true);
            } catch (NetException e) {
                failure = e;
            }
            if (!asked.patient() || !retries.again(failures, failure)) {
                if (cut != null) {
                    return cut;
                }
                throw failure;
            }
            wait(failures, failure);
        }
    }

    private void wait(int failures, NetException failure) throws InterruptedException {
        Duration delay = retries.delay(failures, failure.retryAfter());
        log.info("{}; trying again in {} ms", failure.getMessage(), delay.toMillis());
        sleeper.sleep(delay);
    }

    private Exchange.Fetched follow(URI start, Asked asked) throws NetException, InterruptedException {
        URI address = start;
        for (int redirects = 0; ; redirects++) {
            URI here = address;
            if (asked.manner() == Manner.ROBOT) {
                obey(here);
            }
            // A password is for the host that it was written for, and never follows a redirect elsewhere.
            boolean same = here.getScheme().equals(start.getScheme())
                    && Addresses.hostAndPort(here).equals(Addresses.hostAndPort(start));
            String user = same ? Addresses.user(start) : null;
            Exchange.Fetched fetched = politeness.ask(
                    Addresses.hostAndPort(here),
                    () -> exchange.fetch(
                            Addresses.withoutUser(here), user, asked.longest(), asked.headers(), asked.taker()));
            Answer answer = fetched.answer();
            if (answer.succeeded() || asked.speaks().test(answer)) {
                return fetched;
            }
            String location = fetched.header(HttpHeader.LOCATION);
            if (!isRedirect(answer.status()) || location.isEmpty()) {
                throw NetException.status(Addresses.shown(here), answer, fetched.header(HttpHeader.RETRY_AFTER));
            }
            if (redirects >= settings.redirects()) {
                throw NetException.tooManyRedirects(Addresses.shown(start), answer.status(), settings.redirects());
            }
            address = Addresses.resolve(here, location);
        }
    }

    private void obey(URI address) throws NetException, InterruptedException {
        RobotRules rules = robots.rules(address, (robots, speaks) -> get(robots, speaks, Manner.ONCE));
        String place = Addresses.shown(address);
        if (!rules.known()) {
            throw NetException.unreachable(place, "its robots.txt could not be had", false);
        }
        if (!rules.allow(Addresses.withoutUser(address).toString())) {
            throw NetException.robots(place);
        }
        politeness.rest(Addresses.hostAndPort(address), rules.delay());
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    @Override
    public void close() {
        exchange.close();
    }
}
