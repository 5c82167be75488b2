package kz.ortaq.harvesters.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.records.Severity;
import kz.ortaq.records.store.Link;
import kz.ortaq.records.store.Link.Outcome;
import kz.ortaq.records.store.Link.State;
import kz.ortaq.records.store.Link.Trouble;
import org.jspecify.annotations.Nullable;

/** Says of what became of an address what it means, and when the address is asked for again. */
final class Outcomes {

    private static final Duration FIRST_WAIT = Duration.ofHours(6);
    private static final int LARGEST_SHIFT = 10;
    private static final int MOST_SELDOM = 6;

    private final Settings.Link settings;
    private final Clock clock;

    Outcomes(Settings.Link settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Outcome fetched(Link.Copy copy) {
        return new Outcome(State.FETCHED, 0, recheck(1), copy, null);
    }

    Outcome spared() {
        return new Outcome(State.SPARED, 0, recheck(1), null, null);
    }

    /** A document that we have stays where its address now says no; it may be a wrong setting of theirs. */
    Outcome refused(Link link, Trouble trouble) {
        return refused(link, link.outcome().copy(), trouble);
    }

    /** What was no document again and again is asked for ever more seldom, up to six times. */
    private Outcome refused(Link link, Link.@Nullable Copy copy, Trouble trouble) {
        int tries = link.outcome().state() == State.REFUSED ? link.outcome().tries() + 1 : 1;
        return new Outcome(State.REFUSED, tries, recheck(Math.min(tries, MOST_SELDOM)), copy, trouble);
    }

    Outcome failed(Link link, NetException e) {
        String value = e.value();
        return switch (e.reason()) {
            case LINK_ROBOTS -> refused(link, trouble(Reason.LINK_ROBOTS, value));
            case ADDRESS_FORBIDDEN, ADDRESS_WRONG -> refused(link, trouble(e.reason(), value));
            case ANSWER_TOO_LARGE -> refused(link, trouble(Reason.LINK_TOO_LARGE, value));
            case HTTP_STATUS -> status(link, e);
            default -> again(link, value);
        };
    }

    /** What was found out for another source; a document of our own is given up only where it was taken away. */
    Outcome shared(Link link, Outcome other) {
        Trouble trouble = other.trouble();
        boolean gone = trouble != null && trouble.reason() == Reason.LINK_GONE;
        return other.copy() == null && !gone
                ? new Outcome(
                        other.state(),
                        other.tries(),
                        other.next(),
                        link.outcome().copy(),
                        trouble)
                : other;
    }

    private Outcome status(Link link, NetException e) {
        return switch (e.value()) {
            // The library took it away: then we do, too.
            case "404", "410" -> refused(link, null, trouble(Reason.LINK_GONE, e.value()));
            case "401", "402", "403", "407", "451" -> refused(link, trouble(Reason.LINK_CLOSED, e.value()));
            default ->
                e.passing() ? again(link, e.value()) : refused(link, trouble(Reason.LINK_UNREACHABLE, e.value()));
        };
    }

    /** Asked again after six hours, twelve, a day…; and after so many times, when everything is. */
    private Outcome again(Link link, String value) {
        int tries = (link.outcome().state() == State.FAILED ? link.outcome().tries() : 0) + 1;
        boolean tired = tries >= settings.attempts();
        Instant next = clock.instant().plus(FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, LARGEST_SHIFT)));
        Instant latest = recheck(1);
        return new Outcome(
                State.FAILED,
                tired ? 0 : tries,
                tired || next.isAfter(latest) ? latest : next,
                link.outcome().copy(),
                trouble(Reason.LINK_UNREACHABLE, value));
    }

    private Instant recheck(int times) {
        return clock.instant().plus(Duration.ofDays((long) settings.recheckDays() * times));
    }

    private static Trouble trouble(Reason reason, String value) {
        return new Trouble(reason, Severity.WARNING, value);
    }
}
