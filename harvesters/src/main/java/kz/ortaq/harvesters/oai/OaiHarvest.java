package kz.ortaq.harvesters.oai;

import io.gdcc.xoai.model.oaipmh.verbs.Verb;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.Harvester.Ending;
import kz.ortaq.harvesters.net.Budget;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.Stage;
import kz.ortaq.records.store.Stores;

/** One run over one endpoint: it introduces itself, its records are listed, and the lists are compared where needed. */
final class OaiHarvest {

    private final Source source;
    private final Endpoint endpoint;
    private final Settings.Harvest settings;
    private final Clock clock;
    private final Stores stores;
    private final FormatChoice formats;
    private final Consumer<HarvestPage> sink;
    private final PageReader reader;
    private final Budget budget;
    private final String set;

    private Identity identity = Identity.UNSAID;
    private Shown shown = new Shown(Identity.UNSAID);
    private Checkpoint at = Checkpoint.START;
    private Optional<Page> firstPage = Optional.empty();

    OaiHarvest(
            Source source,
            Endpoint endpoint,
            Settings.Harvest settings,
            Clock clock,
            Stores stores,
            FormatChoice formats,
            Consumer<HarvestPage> sink) {
        this.source = source;
        this.endpoint = endpoint;
        this.settings = settings;
        this.clock = clock;
        this.stores = stores;
        this.formats = formats;
        this.sink = sink;
        this.reader = new PageReader(source.id(), settings.recordCharacters());
        this.budget = new Budget(settings, clock);
        this.set = source.option("set", "");
    }

    /** Goes on from {@code checkpoint} to the end of the list, or to where the server fails. */
    Ending run(Checkpoint checkpoint) throws InterruptedException {
        String prefix = source.option("prefix", checkpoint.format());
        // A token and a date belong to the format they were given for; another format starts from nothing.
        at = checkpoint.format().isEmpty() || checkpoint.format().equals(prefix) ? checkpoint : Checkpoint.START;
        if (!introduced() || !formatted(prefix)) {
            return Ending.STOPPED;
        }
        Comparing.Sight sight = at.begun()
                ? Comparing.Sight.THE_REST
                : at.completedAt().isEmpty() ? Comparing.Sight.EVERYTHING : Comparing.Sight.ALL_CHANGES;
        boolean fresh = stores.records().live(source.id()) == 0;
        String from = Moments.from(at.completedAt(), identity.unit());
        if (!at.begun()) {
            at = at.restarted().window(from, "");
        }
        ListRun headers = new ListRun(
                endpoint,
                Verb.Type.ListIdentifiers,
                set,
                (place, answer) -> SmallAnswers.headers(source.id(), place, answer),
                budget);
        OneByOne oneByOne = new OneByOne(endpoint, reader, headers, budget);
        RecordKeeper keeper =
                new RecordKeeper(source.id(), endpoint, new Refusals(endpoint, at.format(), set), oneByOne, sink);
        ListRun records = new ListRun(endpoint, Verb.Type.ListRecords, set, reader::read, budget);
        firstPage.ifPresent(records::have);
        Listing listing = new Listing(records, keeper, terms(shown), at, from);
        if (!listing.toTheEnd()) {
            return Ending.STOPPED;
        }
        Comparing comparing = new Comparing(
                stores, source, identity, keeper, oneByOne, headers, terms(new Shown(Identity.UNSAID)), settings);
        Ending ending = comparing.finish(sight, fresh, listing.lostSome());
        new ListedSets(stores, source, endpoint).keep(ending, at, sink);
        return ending == Ending.COMPLETE && listing.lostSome() ? Ending.STOPPED : ending;
    }

    private Listing.Terms terms(Shown told) {
        return new Listing.Terms(identity, told, budget, clock, settings.windowRecords());
    }

    /** Asks the endpoint about itself; false when a harvest makes no sense. */
    private boolean introduced() throws InterruptedException {
        try {
            identity = endpoint.identity();
            shown = new Shown(identity);
            for (Problem problem : shown.atFirst(clock.instant())) {
                send(problem);
            }
        } catch (EndpointException e) {
            Optional<NetException> net = e.net();
            if (net.isPresent() && isFinal(net.get().reason())) {
                send(net.get().toProblem(Severity.ERROR, ""));
                return false;
            }
            // Some endpoints answer to ListRecords alone; they are worth harvesting all the same.
            send(new Problem(Reason.IDENTIFY_FAILED, Severity.WARNING, Stage.HARVEST, "", "Identify", e.why()));
        }
        return true;
    }

    private static boolean isFinal(Reason reason) {
        return reason == Reason.ADDRESS_WRONG
                || reason == Reason.ADDRESS_FORBIDDEN
                || reason == Reason.ADDRESS_UNREACHABLE;
    }

    /** Settles in which format to ask; false when the endpoint has not the one that the source wants. */
    private boolean formatted(String wanted) throws InterruptedException {
        boolean chosenByHand = source.options().containsKey("prefix");
        Optional<Problem> refusal = wanted.isEmpty() ? Optional.empty() : new Refusals(endpoint, wanted, set).format();
        if (refusal.isPresent() && chosenByHand) {
            send(refusal.get());
            return false;
        }
        if (!wanted.isEmpty() && refusal.isEmpty()) {
            at = in(at, wanted);
            return true;
        }
        // Never harvested, or no longer to be had in the format of last time.
        refusal.ifPresent(this::send);
        FormatChoice.Choice choice = formats.choose(endpoint, reader, set);
        choice.problems().forEach(this::send);
        firstPage = choice.tried().filter(page -> page.shape() == Page.Shape.LIST);
        at = in(refusal.isPresent() ? Checkpoint.START : at, choice.prefix());
        return true;
    }

    private static Checkpoint in(Checkpoint at, String prefix) {
        return new Checkpoint(
                at.token(),
                prefix,
                at.from(),
                at.page(),
                at.startedAt(),
                at.completedAt(),
                at.until(),
                at.said(),
                at.came(),
                at.gaps(),
                at.comparedAt());
    }

    private void send(Problem problem) {
        sink.accept(HarvestPage.of(problem, at));
    }
}
