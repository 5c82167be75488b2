package kz.ortaq.harvesters.oai;

import io.gdcc.xoai.model.oaipmh.Granularity;
import io.gdcc.xoai.model.oaipmh.verbs.Verb;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.harvesters.net.Budget;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows one list, of records or of identifiers, from token to token, and says how it ended. */
final class ListRun {

    private static final Logger log = LoggerFactory.getLogger(ListRun.class);

    /** So many pages without a record may follow each other: some servers leave out records after they have paged. */
    private static final int MOST_EMPTY = 10;

    private static final Set<String> KNOWN_ERRORS = Set.of(
            "badargument",
            "badresumptiontoken",
            "badverb",
            "cannotdisseminateformat",
            "iddoesnotexist",
            "norecordsmatch",
            "nometadataformats",
            "nosethierarchy");

    /** How a list ended. */
    enum End {
        /** With its last page. */
        WHOLE,
        /** Its token is no longer taken. */
        EXPIRED,
        /** It leads in circles. */
        REPEATED,
        /** The server fails at something in it, time and again. */
        FAULTY,
        /** The server does not take seconds. */
        SECONDS,
        /** An error of the protocol. */
        REFUSED,
        /** Nobody answers, or not in OAI-PMH. */
        BROKEN,
        /** Whoever asked for it wants another window. */
        TURNED,
        /** The run may fetch no more. */
        SPENT
    }

    /**
     * The end of a list.
     *
     * @param page what came last, and was not handed on yet
     * @param came how many records came, those of {@code page} included unless they came before
     * @param said how many the server said there are; 0 when it did not
     */
    record Outcome(End end, Page page, long came, long said) {

        /** The error that ended it, or what the server said last, for a person. */
        String why() {
            return page.failure()
                    .map(OaiError::toString)
                    .or(() -> page.problems().stream().findFirst().map(Problem::value))
                    .or(() -> page.rejected().stream()
                            .findFirst()
                            .map(rejected -> rejected.problem().value()))
                    .orElse("");
        }
    }

    /** Reads an answer. */
    interface Reading {
        Page read(String place, Answer answer);
    }

    /** Takes a page that leads on; the next one may be on its way already. */
    interface Taker {
        void take(Page page, String token) throws InterruptedException;
    }

    private final Endpoint endpoint;
    private final Verb.Type verb;
    private final String set;
    private final Reading reading;
    private final Budget budget;
    private Optional<Page> had = Optional.empty();

    ListRun(Endpoint endpoint, Verb.Type verb, String set, Reading reading, Budget budget) {
        this.endpoint = endpoint;
        this.verb = verb;
        this.set = set;
        this.reading = reading;
        this.budget = budget;
    }

    /** Takes {@code page} for the first page of the whole list, once, instead of asking for it. */
    void have(Page page) {
        had = Optional.of(page);
    }

    /**
     * Reads from {@code start} on, one page in hand and one on its way.
     *
     * @param turns says of a page that leads on whether to end with it
     */
    Outcome follow(Checkpoint start, Predicate<Page> turns, Taker taker) throws InterruptedException {
        Repeats repeats = new Repeats();
        repeats.token(start.token());
        Checkpoint here = start;
        long came = 0;
        long said = 0;
        int empty = 0;
        try (Ahead ahead = new Ahead()) {
            ahead.start(() -> ask(start));
            while (true) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("the harvest was stopped");
                }
                Page page;
                try {
                    Ahead.Fetched fetched = ahead.take();
                    budget.spend(fetched.bytes());
                    page = fetched.page();
                } catch (NetException e) {
                    return new Outcome(end(e, here), failed(e, here), came, said);
                }
                came += page.size();
                said = Math.max(said, page.completeListSize().orElse(0));
                Optional<End> end = end(page, here);
                empty = page.size() == 0 ? empty + 1 : 0;
                boolean samePage = end.isEmpty() && repeats.page(page);
                if (samePage) {
                    came -= page.size();
                }
                if (end.isEmpty() && (samePage || repeats.token(page.token().orElseThrow()) || empty > MOST_EMPTY)) {
                    end = Optional.of(End.REPEATED);
                }
                if (end.isEmpty() && turns.test(page)) {
                    end = Optional.of(End.TURNED);
                }
                if (end.isPresent()) {
                    return new Outcome(end.get(), page, came, said);
                }
                String token = page.token().orElseThrow();
                Checkpoint next = here.after(token);
                boolean spent = budget.spent();
                if (!spent) {
                    ahead.start(() -> ask(next));
                }
                taker.take(page, token);
                if (spent) {
                    return new Outcome(End.SPENT, Page.without(Page.Shape.LIST, List.of(), List.of()), came, said);
                }
                here = next;
            }
        }
    }

    /** The page that {@code at} stands before, as a person counts. */
    static String place(Checkpoint at) {
        return "page " + (at.page() + 1);
    }

    /** How a page ends its list; empty when it leads on. */
    private static Optional<End> end(Page page, Checkpoint here) {
        if (page.shape() == Page.Shape.EMPTY || page.shape() == Page.Shape.OTHER) {
            return Optional.of(End.BROKEN);
        }
        if (page.failure().isPresent()) {
            return Optional.of(end(page.failure().get(), here));
        }
        if (page.shape() == Page.Shape.CUT) {
            boolean endless = page.problems().stream().anyMatch(problem -> problem.reason() == Reason.TOKEN_TOO_LONG);
            return Optional.of(endless ? End.BROKEN : End.FAULTY);
        }
        return page.token().isEmpty() ? Optional.of(End.WHOLE) : Optional.empty();
    }

    private static End end(OaiError error, Checkpoint here) {
        if (error.is(OaiError.NO_RECORDS_MATCH)) {
            return End.WHOLE;
        }
        // The token was the only argument, so a bad argument is the token too.
        if (here.underWay() && (error.is(OaiError.BAD_RESUMPTION_TOKEN) || error.is(OaiError.BAD_ARGUMENT))) {
            return End.EXPIRED;
        }
        String bound = here.from().isEmpty() ? here.until() : here.from();
        if (error.is(OaiError.BAD_ARGUMENT) && !bound.isEmpty() && Moments.granularity(bound) == Granularity.Second) {
            return End.SECONDS;
        }
        boolean known = KNOWN_ERRORS.contains(error.code().strip().toLowerCase(Locale.ROOT));
        return !known && (here.underWay() || !here.until().isEmpty()) ? End.FAULTY : End.REFUSED;
    }

    private static End end(NetException failure, Checkpoint here) {
        int status = failure.answer().map(Answer::status).orElse(0);
        if (status == 500 || failure.reason() == Reason.ANSWER_TOO_LARGE) {
            return End.FAULTY;
        }
        // Gone, not found, bad request: some servers say so of a token that they have forgotten.
        return here.underWay() && (status == 400 || status == 404 || status == 410) ? End.EXPIRED : End.BROKEN;
    }

    private Ahead.Fetched ask(Checkpoint at) throws NetException, InterruptedException {
        if (had.isPresent()
                && !at.underWay()
                && at.from().isEmpty()
                && at.until().isEmpty()) {
            Page page = had.get();
            had = Optional.empty();
            return new Ahead.Fetched(page, 0);
        }
        Answer answer = endpoint.list(verb, at, set);
        Page page = reading.read(place(at), answer);
        long bytes = answer.body().length;
        if (page.shape() != Page.Shape.CUT) {
            return new Ahead.Fetched(page, bytes);
        }
        log.info("{} is cut off; asking again", place(at));
        try {
            Answer second = endpoint.list(verb, at, set);
            Page again = reading.read(place(at), second);
            boolean better = again.shape() == Page.Shape.LIST
                    || again.records().size() > page.records().size();
            return new Ahead.Fetched(better ? again : page, bytes + second.body().length);
        } catch (NetException e) {
            return new Ahead.Fetched(page, bytes); // half a page is more than none
        }
    }

    /** A failure as a page, with what the server sent kept. */
    private static Page failed(NetException failure, Checkpoint here) {
        Problem problem = failure.toProblem(Severity.ERROR, place(here));
        Optional<String> body = failure.answer()
                .map(answer -> PageText.decode(answer.body(), answer.contentType()))
                .filter(text -> !text.isBlank());
        return body.map(text -> Page.without(
                        Page.Shape.EMPTY,
                        List.of(new HarvestPage.Rejected(problem, PageBuilder.kept(text), 0)),
                        List.of()))
                .orElseGet(() -> Page.without(Page.Shape.EMPTY, List.of(), List.of(problem)));
    }
}
