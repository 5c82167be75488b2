package kz.ortaq.harvesters.oai;

import io.gdcc.xoai.model.oaipmh.Granularity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.Budget;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/**
 * Lists everything from one moment on, in windows of time where that is wiser: a list that is long, or fails, is
 * divided until its parts can be had. What cannot be had at all is told, and passed over.
 */
final class Listing {

    /** So often in a row a window may fail; 2^60 seconds are more than history has. */
    private static final int MOST_LOSSES = 60;

    /** So often in a row a lost token is told; a server that keeps none loses one a window. */
    private static final int MOST_TOLD = 2;

    /** So many parts may be passed over before the server is given up for this time. */
    private static final int MOST_SKIPPED = 10;

    /** So many lists may be lost in one run: enough to narrow two troubles from years down to a second. */
    private static final int MOST_TROUBLES = 80;

    private final ListRun run;
    private final Keeper keeper;
    private final Identity identity;
    private final Shown shown;
    private final Budget budget;
    private final Clock clock;
    private final int longList;
    private final Position position;
    private Windows windows;
    private boolean divisible = true;
    private int losses;
    private int troubles;
    private List<Problem> trouble = List.of();
    private int skipped;
    private boolean lostSome;

    /** What a listing needs to know of its repository and its run. */
    record Terms(Identity identity, Shown shown, Budget budget, Clock clock, int longList) {}

    /**
     * @param start where it goes on
     * @param from the lower bound of the whole list, as it was asked for
     */
    Listing(ListRun run, Keeper keeper, Terms terms, Checkpoint start, String from) {
        this.run = run;
        this.keeper = keeper;
        this.identity = terms.identity();
        this.shown = terms.shown();
        this.budget = terms.budget();
        this.clock = terms.clock();
        this.longList = terms.longList();
        this.position = new Position(start, from, clock.instant());
        this.windows = windows(identity.unit());
    }

    private Windows windows(Granularity granularity) {
        return new Windows(granularity, identity.earliestDatestamp(), clock.instant());
    }

    /** Goes on to the end of the list; false when it had to stop on the way. */
    boolean toTheEnd() throws InterruptedException {
        while (true) {
            if (budget.spent()) {
                return stopped(nothing(), spent()).orElseThrow();
            }
            position.begin();
            Optional<Boolean> ended = settled(run.follow(position.at(), this::turns, this::took));
            if (ended.isPresent()) {
                return ended.get();
            }
        }
    }

    /** Whether something was passed over. */
    boolean lostSome() {
        return lostSome;
    }

    /** Whether the list is so long that windows serve better; decided at its first page. */
    private boolean turns(Page page) {
        return !position.at().underWay()
                && divisible
                && page.completeListSize().orElse(0) > longList
                && !position.strays(page)
                && windows.split(position.at()).isPresent();
    }

    private void took(Page page, String token) throws InterruptedException {
        List<Problem> problems = observed(page);
        moved(page, problems, position.counted(page).after(token));
    }

    private Optional<Boolean> settled(ListRun.Outcome outcome) throws InterruptedException {
        Page page = outcome.page();
        return switch (outcome.end()) {
            case WHOLE -> whole(outcome, List.of());
            case TURNED -> {
                Checkpoint next =
                        windows.split(position.divisible(page, outcome.said())).orElseThrow();
                yield moved(page, observed(page), next);
            }
            case EXPIRED -> lost(outcome, Reason.TOKEN_EXPIRED, losses == 0);
            case REPEATED -> repeated(outcome);
            case FAULTY -> keeper.alive() ? lost(outcome, Reason.SLICE_SKIPPED, false) : stopped(page, List.of());
            case SECONDS -> {
                if (windows.beforeAll(position.at())) {
                    yield refused(page, page.failure().orElseThrow());
                }
                // Identify may promise seconds that the lists do not take; days are taken everywhere.
                windows = windows(Granularity.Day);
                position.inDays();
                yield moved(nothing(), shown.refusesSeconds(outcome.why()), position.at());
            }
            case REFUSED -> refused(page, page.failure().orElseThrow());
            case BROKEN -> stopped(page, List.of());
            case SPENT -> stopped(page, spent());
        };
    }

    /** The run may fetch no more; where it was busy narrowing a trouble down, that is told too. */
    private List<Problem> spent() {
        List<Problem> problems = new ArrayList<>(losses > 0 ? trouble : List.of());
        problems.add(problem(Reason.BUDGET_SPENT, Severity.INFO, budget.toString()));
        return problems;
    }

    private Optional<Boolean> whole(ListRun.Outcome outcome, List<Problem> more) throws InterruptedException {
        Page page = outcome.page();
        List<Problem> problems = new ArrayList<>(more);
        problems.addAll(observed(page));
        if (page.failure().isPresent() && position.at().underWay()) {
            // A token that leads to nothing should not have been given.
            problems.add(problem(
                    Reason.OAI_ERROR, Severity.WARNING, page.failure().get().toString()));
        }
        if (outcome.came() == 0 && position.whole()) {
            problems.addAll(keeper.empty());
        }
        losses = 0;
        return passed(page, problems, position.counted(page), outcome.came() * 4 < longList);
    }

    /** Goes on behind a window, or ends with the last one. */
    private Optional<Boolean> passed(Page page, List<Problem> problems, Checkpoint here, boolean sparse)
            throws InterruptedException {
        if (position.last()) {
            keeper.last(page, problems, here);
            return Optional.of(true);
        }
        return moved(page, problems, windows.after(here, sparse));
    }

    private Optional<Boolean> refused(Page page, OaiError error) throws InterruptedException {
        boolean bounds = divisible && position.windowed() && !position.last() && error.is(OaiError.BAD_ARGUMENT);
        if (bounds && windows.beforeAll(position.at())) {
            // Some repositories take no bound before their beginning; OAI-PMH 2.0 (2.7.1) lets them say: no records.
            return passed(nothing(), List.of(), position.at(), true);
        }
        if (bounds) {
            String window = Windows.name(position.at());
            divisible = false;
            position.unbound();
            return moved(nothing(), List.of(problem(Reason.WINDOW_IGNORED, Severity.WARNING, window)), position.at());
        }
        return stopped(page, List.of(keeper.explain(error, position.place())));
    }

    /** Some repositories give their last token, or one page, for ever. */
    private Optional<Boolean> repeated(ListRun.Outcome outcome) throws InterruptedException {
        boolean all = outcome.said() > 0 && outcome.came() >= outcome.said();
        if (all || keeper.rescue(position.at())) {
            String token = outcome.page().token().orElse("");
            return whole(outcome, List.of(problem(Reason.TOKEN_REPEATED, Severity.WARNING, token)));
        }
        return lost(outcome, Reason.TOKEN_REPEATED, false);
    }

    /** The list under way cannot be followed to its end: it is begun again, or divided, or passed over. */
    private Optional<Boolean> lost(ListRun.Outcome outcome, Reason reason, boolean again) throws InterruptedException {
        Page page = outcome.page();
        List<Problem> problems = new ArrayList<>(observed(page));
        boolean token = reason != Reason.SLICE_SKIPPED;
        Optional<Checkpoint> next = again
                ? Optional.of(position.begunAgain())
                : divisible ? windows.split(position.divisible(page, outcome.said())) : Optional.empty();
        losses++;
        troubles++;
        trouble = Stream.concat(
                        page.problems().stream(), page.rejected().stream().map(HarvestPage.Rejected::problem))
                .limit(1)
                .toList();
        if (next.isPresent() && losses <= MOST_LOSSES && troubles <= MOST_TROUBLES) {
            if (token && losses <= MOST_TOLD) {
                problems.add(problem(reason, Severity.WARNING, value(outcome)));
            }
            return moved(token ? page : bare(page), problems, next.get());
        }
        boolean rescued = keeper.rescue(position.at());
        if (!rescued && hopeless()) {
            if (token) {
                problems.add(problem(reason, Severity.ERROR, value(outcome)));
                position.move(position.begunAgain());
            }
            return stopped(page, problems);
        }
        Severity severity = rescued ? Severity.WARNING : Severity.ERROR;
        String window = Windows.name(position.at());
        problems.add(new Problem(Reason.SLICE_SKIPPED, severity, Stage.HARVEST, "", window, value(outcome)));
        losses = 0;
        lostSome |= !rescued;
        Checkpoint here = position.counted(page);
        return passed(bare(page), problems, here.compared(here.gaps() || !rescued, here.comparedAt()), false);
    }

    /** Whether it is the whole list that cannot be had, or too much of it. */
    private boolean hopeless() {
        skipped++;
        return skipped > MOST_SKIPPED
                || troubles > MOST_TROUBLES
                || losses > MOST_LOSSES
                || (position.last() && !position.windowed());
    }

    private static String value(ListRun.Outcome outcome) {
        String why = outcome.why();
        return why.isEmpty() ? outcome.page().token().orElse("") : why;
    }

    /** A failure that is told in other words is not told twice. */
    private static Page bare(Page page) {
        return page.records().isEmpty() ? nothing() : page;
    }

    private static Page nothing() {
        return Page.without(Page.Shape.LIST, List.of(), List.of());
    }

    private Optional<Boolean> moved(Page page, List<Problem> problems, Checkpoint next) throws InterruptedException {
        keeper.keep(page, problems, next);
        position.move(next);
        return Optional.empty();
    }

    private Optional<Boolean> stopped(Page page, List<Problem> problems) throws InterruptedException {
        keeper.keep(page, problems, position.at());
        return Optional.of(false);
    }

    /** What a page tells besides its records; may find that the server does not heed windows. */
    private List<Problem> observed(Page page) {
        List<Problem> problems = new ArrayList<>(shown.by(page));
        if (position.at().startedAt().isEmpty() && Moments.ahead(page.responseDate(), clock.instant())) {
            problems.add(problem(Reason.CLOCK_AHEAD, Severity.WARNING, page.responseDate()));
        }
        if (page.failure().isEmpty()) {
            for (OaiError error : page.errors()) {
                problems.add(problem(Reason.OAI_ERROR, Severity.WARNING, error.toString()));
            }
        }
        if (divisible && position.strays(page)) {
            problems.add(problem(Reason.WINDOW_IGNORED, Severity.WARNING, Windows.name(position.at())));
            // So this is the whole list after all.
            divisible = false;
            position.unbound();
        }
        return problems;
    }

    private Problem problem(Reason reason, Severity severity, String value) {
        return new Problem(reason, severity, Stage.HARVEST, "", position.place(), value);
    }
}
