package kz.ortaq.harvesters.oai;

import io.gdcc.xoai.model.oaipmh.verbs.Verb;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.Harvester.Ending;
import kz.ortaq.harvesters.Reconciliation;
import kz.ortaq.harvesters.Seen;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.Stage;
import kz.ortaq.records.store.RecordStore;
import kz.ortaq.records.store.Stores;

/**
 * Compares what is stored with what a repository lists: what is missing is asked for, what is no longer listed counts
 * as deleted. A list that did not come whole deletes nothing.
 */
final class Comparing {

    /** So many identifiers are remembered of a list, at sixteen bytes each. */
    static final long MOST = 2_000_000;

    /** One that promises to keep its deletions is compared all the same, but so many times more seldom. */
    private static final int SELDOM = 4;

    private static final int CHUNK = 1_000;

    /** So many records are asked for before any is deleted. */
    private static final int SAMPLE = 3;

    private final Stores stores;
    private final Source source;
    private final Identity identity;
    private final RecordKeeper keeper;
    private final OneByOne oneByOne;
    private final ListRun headers;
    private final Listing.Terms terms;
    private final int days;

    Comparing(
            Stores stores,
            Source source,
            Identity identity,
            RecordKeeper keeper,
            OneByOne oneByOne,
            ListRun headers,
            Listing.Terms terms,
            Settings.Harvest settings) {
        this.stores = stores;
        this.source = source;
        this.identity = identity;
        this.keeper = keeper;
        this.oneByOne = oneByOne;
        this.headers = headers;
        this.terms = terms;
        this.days = settings.reconcileDays();
    }

    /** What a run saw of the list it stands at the end of. */
    enum Sight {
        EVERYTHING,
        ALL_CHANGES,
        /** Pages before it came in a run that was stopped. */
        THE_REST
    }

    /**
     * Stores the last page of a listing, and compares where the list was short, where it is time, or where the run saw
     * everything anyway.
     *
     * @param sight how much of the list this run saw itself
     * @param fresh whether nothing was stored before it
     * @param lostSome whether parts of it were passed over, and asked for one by one
     */
    Ending finish(Sight sight, boolean fresh, boolean lostSome) throws InterruptedException {
        Checkpoint end = keeper.end();
        long came = sight == Sight.EVERYTHING && keeper.sure() ? keeper.seen().size() : end.came();
        boolean tooShort = end.said() > came;
        Checkpoint done = end.complete();
        Checkpoint compared = done.compared(false, now());
        if (lostSome) {
            // What is missing was asked for a moment ago.
            keeper.storeLast(done.compared(true, now()));
            return Ending.COMPLETE;
        }
        boolean counted = end.said() > 0 || came == 0;
        if (!tooShort && !end.gaps() && fresh && counted) {
            keeper.storeLast(compared);
            return Ending.COMPLETE;
        }
        if (!tooShort && !end.gaps() && fresh) {
            // Nobody said how many there are: a list that ends early looks whole until another one names more.
            Checkpoint pending = done.compared(true, "");
            keeper.storeLast(pending);
            return byLists(pending, false, 0, came, true, header -> false);
        }
        if (!tooShort && !end.gaps() && sight == Sight.EVERYTHING && keeper.sure()) {
            keeper.storeLast(done.compared(true, ""));
            return delete(keeper.seen(), compared, Verb.Type.ListRecords);
        }
        if (!tooShort && !due(end)) {
            keeper.storeLast(done.compared(end.gaps(), end.comparedAt().isEmpty() ? now() : end.comparedAt()));
            return Ending.COMPLETE;
        }
        // Until they are compared, a kill leaves word that they are to be.
        Checkpoint pending = done.compared(true, "");
        keeper.storeLast(pending);
        boolean known = tooShort && sight != Sight.THE_REST && keeper.sure();
        Predicate<RawRecord> unsent = header -> known && isUnsent(header, end.completedAt());
        return byLists(pending, tooShort, end.said(), came, false, unsent);
    }

    /** Whether a header is of a record that changed since the last complete run, and that this run's list left out. */
    private boolean isUnsent(RawRecord header, String since) {
        String stamp = header.datestamp();
        String day = since.substring(0, Math.min(stamp.length(), since.length()));
        return stamp.compareTo(day) >= 0 && !keeper.seen().contains(header.id().identifier());
    }

    /** Whether it is time to compare lists. */
    private boolean due(Checkpoint at) {
        if (at.comparedAt().isEmpty()) {
            return at.gaps() || !identity.persistent();
        }
        int every = identity.persistent() && !at.gaps() ? days * SELDOM : days;
        return Moments.read(at.comparedAt())
                .filter(last ->
                        last.plus(Duration.ofDays(every)).isAfter(terms.clock().instant()))
                .isEmpty();
    }

    /**
     * @param optional whether a server that gives no list of identifiers is taken at its word
     * @param unsent which headers are of records to be asked for though an older state of them is stored
     */
    private Ending byLists(
            Checkpoint pending, boolean tooShort, long said, long came, boolean optional, Predicate<RawRecord> unsent)
            throws InterruptedException {
        Listed listed = new Listed(stored(), unsent);
        HeaderKeeper names = new HeaderKeeper(listed, pending, keeper, optional);
        Checkpoint start = new Checkpoint("", pending.format(), "", 0, "", "");
        Listing listing = new Listing(headers, names, terms, start, "");
        boolean whole = listing.toTheEnd() && !listing.lostSome() && names.whole();
        if (optional && (!whole || !listed.comparable())) {
            keeper.send(new HarvestPage(List.of(), List.of(), List.of(), pending.compared(false, now())));
            return Ending.COMPLETE;
        }
        if (!whole || !listed.comparable()) {
            String found = listed.live.size() + " / " + listed.stored.size();
            Problem problem = problem(Reason.LISTS_NOT_COMPARED, Severity.WARNING, "ListIdentifiers", found);
            String at = terms.budget().spent() ? "" : now();
            keeper.send(HarvestPage.of(problem, pending.compared(tooShort, at)));
            if (tooShort) {
                keeper.send(HarvestPage.of(incomplete(said, came), pending.compared(true, at)));
            }
            return tooShort ? Ending.STOPPED : Ending.COMPLETE;
        }
        boolean all = oneByOne.fetch(listed.missing, pending, keeper);
        boolean tooMany = listed.missingInAll > listed.missing.size();
        if (tooMany) {
            long size = listed.live.size();
            keeper.send(HarvestPage.of(incomplete(size, size - listed.missingInAll + OneByOne.MOST), pending));
        }
        Ending ending =
                delete(listed.live, pending.compared(tooMany || !all, tooMany ? "" : now()), Verb.Type.ListIdentifiers);
        boolean stopped = tooMany || (!all && tooShort);
        return ending == Ending.COMPLETE && stopped ? Ending.STOPPED : ending;
    }

    private static Problem incomplete(long said, long came) {
        return problem(Reason.LIST_INCOMPLETE, Severity.ERROR, Long.toString(said), Long.toString(came));
    }

    private String now() {
        return terms.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** What a list of identifiers named, and which of it is not stored as the server has it now. */
    static final class Listed {
        private final Seen stored;
        private final Predicate<RawRecord> unsent;
        private final Seen live = new Seen();
        private final Set<String> missing = new LinkedHashSet<>();
        private long missingInAll;

        Listed(Seen stored, Predicate<RawRecord> unsent) {
            this.stored = stored;
            this.unsent = unsent;
        }

        void add(Page page) {
            for (RawRecord header : page.records()) {
                String identifier = header.id().identifier();
                if (header.deleted() || live.size() >= MOST) {
                    continue;
                }
                live.add(identifier);
                if (!stored.contains(identifier) || unsent.test(header)) {
                    missingInAll++;
                    if (missing.size() < OneByOne.MOST) {
                        missing.add(identifier);
                    }
                }
            }
        }

        /** Whether it can be compared: neither longer than can be remembered, nor empty without a reason. */
        boolean comparable() {
            return live.size() < MOST && (live.size() > 0 || stored.size() == 0);
        }
    }

    private Seen stored() {
        Seen stored = new Seen();
        String after = "";
        while (true) {
            List<RecordStore.Listed> chunk = stores.records().listed(source.id(), after, CHUNK);
            chunk.forEach(record -> stored.add(record.identifier()));
            if (chunk.size() < CHUNK) {
                return stored;
            }
            after = chunk.getLast().identifier();
        }
    }

    /** The first records that are stored and that a list did not name. */
    private List<String> sample(Seen live) {
        List<String> sample = new ArrayList<>();
        String after = "";
        while (true) {
            List<RecordStore.Listed> chunk = stores.records().listed(source.id(), after, CHUNK);
            chunk.stream()
                    .map(RecordStore.Listed::identifier)
                    .filter(identifier -> !live.contains(identifier))
                    .limit(SAMPLE - sample.size())
                    .forEach(sample::add);
            if (chunk.size() < CHUNK || sample.size() >= SAMPLE) {
                return sample;
            }
            after = chunk.getLast().identifier();
        }
    }

    /** Deletes what a whole list did not name, and tells when the repository had promised to tell of it. */
    private Ending delete(Seen live, Checkpoint next, Verb.Type list) throws InterruptedException {
        for (String identifier : sample(live)) {
            if (oneByOne.gives(identifier, next.format())) {
                // A list may end early as if it were whole. What the server still gives is not deleted.
                boolean records = list == Verb.Type.ListRecords;
                Severity severity = records ? Severity.ERROR : Severity.WARNING;
                Problem wrong = problem(Reason.LISTS_NOT_COMPARED, severity, list.displayName(), identifier);
                keeper.send(HarvestPage.of(wrong, next.compared(true, now())));
                return records ? Ending.STOPPED : Ending.COMPLETE;
            }
        }
        long[] vanished = new long[1];
        Ending ending = new Reconciliation(stores).finish(source, live, identifier -> false, next, page -> {
            keeper.send(page);
            vanished[0] += page.compared() ? page.records().size() : 0;
        });
        if (ending == Ending.COMPLETE && vanished[0] > 0 && identity.tellsDeletions()) {
            String number = Long.toString(vanished[0]);
            keeper.send(HarvestPage.of(
                    problem(Reason.RECORDS_VANISHED, Severity.WARNING, identity.deletedRecord(), number), next));
        }
        return ending;
    }

    private static Problem problem(Reason reason, Severity severity, String place, String value) {
        return new Problem(reason, severity, Stage.HARVEST, "", place, value);
    }
}
