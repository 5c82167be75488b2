package kz.ortaq.harvesters.oai;

import io.gdcc.xoai.model.oaipmh.Granularity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.Harvester.Ending;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run over one endpoint: page after page, one in memory at a time. */
final class OaiHarvest {

    private static final Logger log = LoggerFactory.getLogger(OaiHarvest.class);

    private final Source source;
    private final Endpoint endpoint;
    private final PageReader reader;
    private final Clock clock;
    private final Consumer<HarvestPage> sink;
    private final Refusals refusals;
    private final String prefix;
    private final String set;
    private final Repeats repeats = new Repeats();

    /** Every repository takes days (OAI-PMH 2.0, 3.3.1); seconds only where Identify says so. */
    private Granularity granularity = Granularity.Day;

    private Checkpoint at = Checkpoint.START;
    private boolean restarted;

    OaiHarvest(Source source, Endpoint endpoint, PageReader reader, Clock clock, Consumer<HarvestPage> sink) {
        this.source = source;
        this.endpoint = endpoint;
        this.reader = reader;
        this.clock = clock;
        this.sink = sink;
        this.prefix = source.option("prefix", "oai_dc");
        this.set = source.option("set", "");
        this.refusals = new Refusals(endpoint, prefix, set);
    }

    /** Goes on from {@code checkpoint} to the end of the list, or to where the server fails. */
    Ending run(Checkpoint checkpoint) throws InterruptedException {
        // A token and a date belong to the format they were given for; another format starts from nothing.
        boolean sameFormat =
                checkpoint.format().isEmpty() || checkpoint.format().equals(prefix);
        at = sameFormat ? checkpoint : Checkpoint.START;
        if (!introduced()) {
            return Ending.STOPPED;
        }
        if (at.underWay()) {
            repeats.token(at.token());
        } else {
            at = begin(at);
        }
        Optional<Ending> ending = Optional.empty();
        while (ending.isEmpty()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("harvest of " + source.id() + " interrupted");
            }
            ending = step();
        }
        return ending.get();
    }

    /** Asks the endpoint about itself; false when a harvest makes no sense. */
    private boolean introduced() throws InterruptedException {
        try {
            Granularity said = endpoint.granularity();
            granularity = said == Granularity.Second ? said : Granularity.Day;
        } catch (EndpointException e) {
            Optional<NetException> net = e.net();
            if (net.isPresent() && isFinal(net.get().reason())) {
                send(HarvestPage.of(net.get().toProblem(Severity.ERROR, ""), at));
                return false;
            }
            // Some endpoints answer to ListRecords alone; they are worth harvesting all the same.
            send(HarvestPage.of(problem(Reason.IDENTIFY_FAILED, Severity.WARNING, "Identify", e.why()), at));
            if (net.isPresent() && net.get().answer().isEmpty()) {
                return true; // nobody there: the list itself will say so
            }
        }
        Optional<Problem> refusal = refusals.format();
        refusal.ifPresent(problem -> send(HarvestPage.of(problem, at)));
        return refusal.isEmpty();
    }

    private static boolean isFinal(Reason reason) {
        return reason == Reason.ADDRESS_WRONG || reason == Reason.ADDRESS_FORBIDDEN;
    }

    /** Where a list starts that asks for all that changed since the last complete one. */
    private Checkpoint begin(Checkpoint past) {
        return new Checkpoint("", prefix, Moments.from(past.completedAt(), granularity), 0, "", past.completedAt());
    }

    /** Takes one page; says how the harvest ended when it did. */
    private Optional<Ending> step() throws InterruptedException {
        Page page;
        try {
            page = ask();
        } catch (NetException e) {
            return stop(failed(e));
        }
        if (page.shape() == Page.Shape.EMPTY || page.shape() == Page.Shape.OTHER) {
            return stop(harvested(page, List.of(), at));
        }
        if (page.failure().isPresent()) {
            return refused(page, page.failure().get());
        }
        return taken(page);
    }

    private Page ask() throws NetException, InterruptedException {
        Page page = read(endpoint.list(at, set));
        if (page.shape() != Page.Shape.CUT) {
            return page;
        }
        log.info("{}: {} is cut off; asking again", source.id(), place());
        try {
            Page again = read(endpoint.list(at, set));
            return again.shape() == Page.Shape.LIST
                            || again.records().size() > page.records().size()
                    ? again
                    : page;
        } catch (NetException e) {
            return page; // half a page is more than none
        }
    }

    private Page read(Answer answer) {
        return reader.read(place(), answer);
    }

    private Optional<Ending> taken(Page page) {
        if (page.shape() == Page.Shape.CUT) {
            return stop(harvested(page, List.of(), at));
        }
        Checkpoint here = stamped(page);
        List<Problem> errors = new ArrayList<>(clockAhead(page));
        for (OaiError error : page.errors()) {
            errors.add(problem(Reason.OAI_ERROR, Severity.WARNING, place(), error.toString()));
        }
        if (page.token().isEmpty()) {
            return complete(harvested(page, errors, here.complete()));
        }
        String token = page.token().get();
        boolean sameToken = repeats.token(token);
        boolean samePage = repeats.page(page);
        if (sameToken || samePage) {
            // Some repositories repeat their last token, or one page, for ever; stop on a repeat.
            Problem repeat = problem(Reason.TOKEN_REPEATED, Severity.ERROR, place(), token);
            return stop(harvested(page, joined(errors, repeat), at.restarted()));
        }
        Checkpoint next = here.after(token);
        send(harvested(page, errors, next));
        at = next;
        return Optional.empty();
    }

    /** The server answered with an error of the protocol and nothing else. */
    private Optional<Ending> refused(Page page, OaiError error) throws InterruptedException {
        if (at.underWay() && (error.is(OaiError.BAD_RESUMPTION_TOKEN) || error.is(OaiError.BAD_ARGUMENT))) {
            // The token was the only argument, so a bad argument is the token too.
            return expired(error);
        }
        if (error.is(OaiError.NO_RECORDS_MATCH)) {
            List<Problem> problems = at.underWay()
                    ? List.of(problem(Reason.OAI_ERROR, Severity.WARNING, place(), error.toString()))
                    : at.from().isEmpty() ? refusals.emptySet().stream().toList() : List.of();
            return complete(harvested(page, problems, stamped(page).complete()));
        }
        if (error.is(OaiError.BAD_ARGUMENT)
                && !at.from().isEmpty()
                && Moments.granularity(at.from()) == Granularity.Second) {
            // Identify may promise seconds that ListRecords does not take; days are taken everywhere.
            granularity = Granularity.Day;
            at = begin(at);
            return Optional.empty();
        }
        return stop(HarvestPage.of(refusals.explain(error, place()), at));
    }

    private Optional<Ending> expired(OaiError error) {
        Checkpoint again = new Checkpoint("", prefix, at.from(), 0, "", at.completedAt());
        Severity severity = restarted ? Severity.ERROR : Severity.WARNING;
        HarvestPage page = HarvestPage.of(problem(Reason.TOKEN_EXPIRED, severity, place(), error.toString()), again);
        if (restarted) {
            return stop(page);
        }
        send(page);
        restarted = true;
        repeats.clear();
        at = again;
        return Optional.empty();
    }

    private HarvestPage failed(NetException failure) {
        Problem problem = failure.toProblem(Severity.ERROR, place());
        Optional<String> body = failure.answer()
                .map(answer -> PageText.decode(answer.body(), answer.contentType()))
                .filter(text -> !text.isBlank());
        return body.map(text -> new HarvestPage(
                        List.of(),
                        List.of(new HarvestPage.Rejected(problem, PageBuilder.kept(text), 0)),
                        List.of(),
                        at))
                .orElseGet(() -> HarvestPage.of(problem, at));
    }

    private List<Problem> clockAhead(Page page) {
        if (!at.startedAt().isEmpty() || !Moments.ahead(page.responseDate(), clock.instant())) {
            return List.of();
        }
        return List.of(problem(Reason.CLOCK_AHEAD, Severity.WARNING, place(), page.responseDate()));
    }

    /** Here, with the server's clock at the start of the list. */
    private Checkpoint stamped(Page page) {
        if (!at.startedAt().isEmpty()) {
            return at;
        }
        String startedAt = Moments.stamp(page.responseDate(), clock.instant());
        return new Checkpoint(at.token(), at.format(), at.from(), at.page(), startedAt, at.completedAt());
    }

    private static HarvestPage harvested(Page page, List<Problem> more, Checkpoint next) {
        List<Problem> problems = new ArrayList<>(page.problems());
        problems.addAll(more);
        return new HarvestPage(page.records(), page.rejected(), problems, next);
    }

    private static List<Problem> joined(List<Problem> problems, Problem last) {
        List<Problem> all = new ArrayList<>(problems);
        all.add(last);
        return all;
    }

    private Optional<Ending> stop(HarvestPage page) {
        send(page);
        return Optional.of(Ending.STOPPED);
    }

    private Optional<Ending> complete(HarvestPage page) {
        send(page);
        return Optional.of(Ending.COMPLETE);
    }

    private void send(HarvestPage page) {
        log.info(
                "{}: {}: {} records, {} rejected, {} problems",
                source.id(),
                place(),
                page.records().size(),
                page.rejected().size(),
                page.problems().size());
        sink.accept(page);
    }

    /** The page that is asked for now, as a person counts. */
    private String place() {
        return "page " + (at.page() + 1);
    }

    private static Problem problem(Reason reason, Severity severity, String place, String value) {
        return new Problem(reason, severity, Stage.HARVEST, "", place, value);
    }
}
