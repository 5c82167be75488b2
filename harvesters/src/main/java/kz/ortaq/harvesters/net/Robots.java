package kz.ortaq.harvesters.net;

import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kz.ortaq.config.Reason;
import org.jspecify.annotations.Nullable;

/** Asks hosts for their robots.txt, and remembers what they said for a day. Thread-safe. */
final class Robots {

    private static final String NAME = "ortaq";

    /** What is read of a robots.txt at least, and here at most (RFC 9309, 2.5). */
    private static final int LARGEST = 500 * 1024;

    private static final int MOST_HOSTS = 1_000;
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final Duration UNREACHABLE_REMEMBERED = Duration.ofMinutes(10);

    /** How a robots.txt is fetched. */
    interface Fetch {
        Answer get(String address, Predicate<Answer> speaks) throws NetException, InterruptedException;
    }

    private record Remembered(RobotRules rules, Instant until) {}

    private final Clock clock;
    private final Map<String, Remembered> hosts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MOST_HOSTS;
        }
    };

    Robots(Clock clock) {
        this.clock = clock;
    }

    /**
     * The rules of the host of {@code address}.
     *
     * @param fetch asks for them where they are not known
     */
    RobotRules rules(URI address, Fetch fetch) throws InterruptedException {
        String site = address.getScheme() + "://" + Addresses.hostAndPort(Addresses.withoutUser(address));
        @Nullable Remembered remembered = remembered(site);
        if (remembered != null && clock.instant().isBefore(remembered.until())) {
            return remembered.rules();
        }
        RobotRules rules = ask(address.resolve("/robots.txt").toString(), fetch);
        if (rules.known()) {
            remember(site, new Remembered(rules, clock.instant().plus(REMEMBERED)));
            return rules;
        }
        // A host that does not answer today has not changed its mind (RFC 9309, 2.4).
        RobotRules kept = remembered == null ? rules : remembered.rules();
        remember(site, new Remembered(kept, clock.instant().plus(UNREACHABLE_REMEMBERED)));
        return kept;
    }

    private static RobotRules ask(String address, Fetch fetch) throws InterruptedException {
        try {
            Answer answer = fetch.get(address, Robots::none);
            return none(answer) ? RobotRules.EVERYTHING : read(address, answer);
        } catch (NetException e) {
            Optional<Answer> answer = e.answer();
            boolean circles = e.reason() == Reason.HTTP_STATUS && answer.isEmpty();
            // Where the guard lets nothing through, it says so itself; rules are not what is wanting. Redirects without
            // end count as no rules (RFC 9309, 2.3.1.2).
            boolean noRules = circles
                    || answer.isPresent() && none(answer.get())
                    || e.reason() == Reason.ADDRESS_FORBIDDEN
                    || e.reason() == Reason.ADDRESS_WRONG;
            return noRules ? RobotRules.EVERYTHING : RobotRules.UNREACHABLE;
        }
    }

    /** Whether the host says that it has no rules (RFC 9309, 2.3.1.3), and not only that we come too often. */
    private static boolean none(Answer answer) {
        return answer.status() >= 400 && answer.status() < 500 && answer.status() != 408 && answer.status() != 429;
    }

    private static RobotRules read(String address, Answer answer) {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
        // By itself it would take a long delay for a ban.
        parser.setMaxCrawlDelay(Long.MAX_VALUE);
        parser.setMaxWarnings(0);
        byte[] body = answer.body();
        byte[] taken = body.length > LARGEST ? Arrays.copyOf(body, LARGEST) : body;
        return RobotRules.of(parser.parseContent(address, taken, answer.contentType(), List.of(NAME)));
    }

    private synchronized @Nullable Remembered remembered(String site) {
        return hosts.get(site);
    }

    private synchronized void remember(String site, Remembered remembered) {
        hosts.put(site, remembered);
    }
}
