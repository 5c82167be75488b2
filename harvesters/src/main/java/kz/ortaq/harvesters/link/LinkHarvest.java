package kz.ortaq.harvesters.link;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.Heartbeat;
import kz.ortaq.harvesters.Shielded;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.records.store.Link;
import kz.ortaq.records.store.Links;
import kz.ortaq.records.store.Runs;
import kz.ortaq.records.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the documents that the records of a source point to, within bounds; the next run goes on where one stopped.
 * Thread-safe: each run is a thing of its own, and of one source there is one at a time, in all processes.
 */
public final class LinkHarvest {

    private static final Logger LOG = LoggerFactory.getLogger(LinkHarvest.class);
    private static final int CHUNK = 100;

    /** So many addresses of one host may fail one after the other; then it is left alone until the next run. */
    private static final int PATIENCE = 5;

    /** So long a run waits, in all, for hosts that give nothing; somebody may be waiting for it. */
    private static final Duration LONGEST_IN_VAIN = Duration.ofMinutes(1);

    private final Stores stores;
    private final Settings.Link settings;
    private final Clock clock;
    private final LinkTable table = LinkTable.read();
    private final LinkFetch fetch;
    private final Outcomes outcomes;

    /** @param temporary where documents lie while they are fetched */
    public LinkHarvest(Stores stores, Net net, Path temporary, Settings settings, Clock clock) {
        this.stores = stores;
        this.settings = settings.link();
        this.clock = clock;
        this.fetch = new LinkFetch(
                net, stores.documents(), temporary, settings.harvest().documentBytes(), table);
        this.outcomes = new Outcomes(settings.link(), clock);
    }

    /**
     * What one run came to.
     *
     * @param records how many records that changed were asked where they point
     * @param fetched documents that are new or other than before
     * @param unchanged documents that are as they were
     * @param refused addresses that give no document
     * @param failed addresses with a trouble of the moment
     * @param bytes how much was fetched
     * @param complete whether all that was due was asked for; if not, the next run goes on
     * @param more whether another process was refused meanwhile, so that there may be more to fetch
     */
    public record Result(
            long records,
            long fetched,
            long unchanged,
            long refused,
            long failed,
            long bytes,
            boolean complete,
            boolean more) {

        /** How many addresses were settled. */
        public long links() {
            return fetched + unchanged + refused + failed;
        }
    }

    /**
     * Fetches what is due of a source. Nothing where the settings forbid it.
     *
     * @param progress is told after each address
     * @throws LeaseRefused while another process fetches them, which will know that there may be more
     */
    public Result fetch(Source source, Consumer<Result> progress) throws LeaseRefused, InterruptedException {
        Run run = new Run(source, progress);
        if (settings.fetch() != Settings.Permission.ALLOW) {
            return run.result();
        }
        stores.documentLeases().take(source.id());
        try (Heartbeat _ = Heartbeat.start(
                "fetching of documents of " + source.id(),
                () -> stores.documentLeases().renew(source.id()),
                Runs.BEAT)) {
            run.findLinks();
            run.fetchDue();
        } finally {
            run.more = Shielded.call(() -> stores.documentLeases().giveBack(source.id()));
        }
        LOG.info("{}: links {}", source.id(), run.result());
        return run.result();
    }

    /** One run of one source. Used by one thread. */
    private final class Run {

        private final Source source;
        private final Consumer<Result> progress;
        private final Instant end = clock.instant().plus(Duration.ofSeconds(settings.seconds()));
        private final Map<String, Integer> failuresInARow = new HashMap<>();
        private Duration inVain = Duration.ZERO;
        private long records;
        private long fetched;
        private long unchanged;
        private long refused;
        private long failed;
        private long bytes;
        private boolean complete = true;
        private boolean more;

        Run(Source source, Consumer<Result> progress) {
            this.source = source;
            this.progress = progress;
        }

        Result result() {
            return new Result(records, fetched, unchanged, refused, failed, bytes, complete, more);
        }

        void findLinks() throws InterruptedException {
            String rules = LinkTable.fingerprint();
            long cursor = stores.links().cursor(source.id(), rules);
            while (true) {
                stopIfAsked();
                List<Links.Changed> chunk = stores.links().changed(source.id(), cursor, CHUNK);
                if (chunk.isEmpty()) {
                    return;
                }
                Map<Long, List<Links.Pointer>> pointed = new LinkedHashMap<>();
                for (Links.Changed record : chunk) {
                    pointed.put(
                            record.number(),
                            record.deleted() ? List.of() : table.pointers(record.format(), record.payload()));
                }
                cursor = chunk.getLast().version();
                stores.links().point(source.id(), pointed, cursor, rules);
                records += chunk.size();
            }
        }

        void fetchDue() throws InterruptedException {
            Optional<Link> last = Optional.empty();
            while (true) {
                List<Link> due = stores.links().due(source.id(), last, CHUNK);
                for (Link link : due) {
                    stopIfAsked();
                    if (spent() || !wanted()) {
                        complete = false;
                        return;
                    }
                    if (failuresInARow.getOrDefault(Addresses.host(link.address()), 0) >= PATIENCE) {
                        complete = false;
                        continue;
                    }
                    settle(link);
                    progress.accept(result());
                }
                if (due.size() < CHUNK) {
                    return;
                }
                last = Optional.of(due.getLast());
            }
        }

        /** Whether it is still ours to ask: somebody may have paused or removed the source, or taken it over. */
        private boolean wanted() {
            return stores.registry()
                            .source(source.id())
                            .map(Source::state)
                            .filter(state -> state == Source.State.ACTIVE || state == source.state())
                            .isPresent()
                    && stores.documentLeases().holds(source.id());
        }

        private boolean spent() {
            return inVain.compareTo(LONGEST_IN_VAIN) >= 0
                    || fetched + unchanged + refused + failed >= settings.documents()
                    || bytes >= settings.bytes()
                    || !clock.instant().isBefore(end);
        }

        private void settle(Link link) throws InterruptedException {
            if (link.outcome().copy() == null && !stores.links().needed(link)) {
                stores.links().settle(link, outcomes.spared());
                return;
            }
            Optional<Link.Outcome> elsewhere = stores.links().elsewhere(link);
            if (elsewhere.isPresent()) {
                count(elsewhere.get().state());
                stores.links().settle(link, outcomes.shared(link, elsewhere.get()));
            } else {
                stores.links().settle(link, ask(link));
            }
        }

        private Link.Outcome ask(Link link) throws InterruptedException {
            String host = Addresses.host(link.address());
            Instant start = clock.instant();
            try {
                LinkFetch.Fetched document = fetch.fetch(link);
                failuresInARow.remove(host);
                bytes += document.bytes();
                if (document.unchanged()) {
                    unchanged++;
                } else {
                    fetched++;
                }
                return outcomes.fetched(document.copy());
            } catch (LinkFetch.Refused e) {
                failuresInARow.remove(host);
                refused++;
                return outcomes.refused(link, e.trouble());
            } catch (NetException e) {
                Link.Outcome outcome = outcomes.failed(link, e);
                if (outcome.state() == Link.State.FAILED) {
                    failuresInARow.merge(host, 1, Integer::sum);
                    inVain = inVain.plus(Duration.between(start, clock.instant()));
                }
                count(outcome.state());
                return outcome;
            }
        }

        private void count(Link.State state) {
            switch (state) {
                case FETCHED -> fetched++;
                case FAILED -> failed++;
                case REFUSED, WAITING, SPARED -> refused++;
            }
        }
    }

    private static void stopIfAsked() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the fetching of documents was stopped");
        }
    }
}
