package kz.ortaq.harvesters.site;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.HarvestedLists;
import kz.ortaq.harvesters.Harvester;
import kz.ortaq.harvesters.Reconciliation;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.harvesters.net.RobotRules;
import kz.ortaq.records.Bytes;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.Stage;
import kz.ortaq.records.store.Stores;

/**
 * A library's site, or a section of it: pages that describe a publication, a video, a course or an event (schema.org,
 * Dublin Core, citation tags), and documents that pages link to. What a complete crawl no longer finds is deleted, once
 * the comparison with the store allows it; a crawl that a bound or a trouble cut short deletes nothing.
 */
public final class SiteHarvester implements Harvester {

    /** The format of records that were read from pages: JSON, lists of texts by field. */
    static final String FORMAT = "page";

    private static final int PAGE = 100;

    /** Waits between two requests, where robots.txt asks for it. */
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    private final Stores stores;
    private final Net net;
    private final Settings.Site limits;
    private final Clock clock;
    private final Sleeper sleeper;

    public SiteHarvester(Stores stores, Net net, Settings.Site limits, Clock clock) {
        this(stores, net, limits, clock, Thread::sleep);
    }

    SiteHarvester(Stores stores, Net net, Settings.Site limits, Clock clock, Sleeper sleeper) {
        this.stores = stores;
        this.net = net;
        this.limits = limits;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public Ending harvest(Source source, Checkpoint checkpoint, Consumer<HarvestPage> sink)
            throws InterruptedException {
        String address = PageAddresses.withoutPassword(source.address());
        Optional<String> instead = SocialNetworks.instead(address);
        if (instead.isPresent()) {
            return stop(Reason.SOCIAL_NETWORK, address, instead.get(), checkpoint, sink);
        }
        Optional<String> start = PageAddresses.normal(source.address());
        if (start.isEmpty()) {
            return stop(Reason.ADDRESS_WRONG, address, address, checkpoint, sink);
        }
        HarvestedLists lists = new HarvestedLists(stores, source);
        Pages pages = new Pages(source, checkpoint, sink, lists);
        Crawl crawl;
        try {
            RobotRules robots = net.rules(start.get());
            if (!robots.known()) {
                return stop(Reason.ROBOTS_UNREACHABLE, address, "", checkpoint, sink);
            }
            if (!robots.allow(start.get())) {
                return stop(Reason.ROBOTS_FORBID, address, "", checkpoint, sink);
            }
            crawl = new Crawl(net, limits, clock, sleeper, robots, start.get());
            crawl.run(start.get(), pages);
        } catch (NetException e) {
            sink.accept(HarvestPage.of(e.toProblem(Severity.ERROR, ""), checkpoint));
            return Ending.STOPPED;
        }
        pages.send();
        return lists.end(ending(source, crawl, checkpoint, sink), checkpoint, sink);
    }

    private Ending ending(Source source, Crawl crawl, Checkpoint checkpoint, Consumer<HarvestPage> sink)
            throws InterruptedException {
        String address = PageAddresses.withoutPassword(source.address());
        if (!crawl.stoppedBy().isEmpty()) {
            return stop(Reason.SITE_CUT, Severity.WARNING, address, crawl.stoppedBy(), checkpoint, sink);
        }
        if (crawl.troubled()) {
            return Ending.STOPPED;
        }
        if (crawl.seen().size() == 0) {
            String read = String.valueOf(crawl.pages());
            sink.accept(HarvestPage.of(problem(Reason.SITE_NOTHING, Severity.WARNING, address, read), checkpoint));
        }
        return new Reconciliation(stores).finish(source, crawl.seen(), crawl::spared, checkpoint, sink);
    }

    /** Gathers what pages give, so that not each becomes a transaction of its own. */
    private static final class Pages implements Crawl.Sink {

        private final Source source;
        private final Checkpoint checkpoint;
        private final Consumer<HarvestPage> sink;
        private final List<RawRecord> records = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final HarvestedLists lists;
        private final Set<Object> shown = new HashSet<>();

        Pages(Source source, Checkpoint checkpoint, Consumer<HarvestPage> sink, HarvestedLists lists) {
            this.lists = lists;
            this.source = source;
            this.checkpoint = checkpoint;
            this.sink = sink;
        }

        @Override
        public void page(String page, List<PageReading.Found> found, List<Problem> said) {
            problems.addAll(said);
            for (PageReading.Found record : found) {
                records.add(record(source.id(), page, record));
                if (records.size() == PAGE) {
                    send();
                }
            }
        }

        @Override
        public void list(PageLists.Found list) {
            // Some sites show one list beside every page.
            if (!shown.add(List.of(list.head().title(), list.entries()))) {
                return;
            }
            list.entries().forEach(entry -> lists.add(list.head(), entry));
        }

        void send() {
            if (!records.isEmpty() || !problems.isEmpty()) {
                sink.accept(new HarvestPage(records, List.of(), problems, checkpoint));
                records.clear();
                problems.clear();
            }
        }
    }

    /** What a page gave, as a record of {@code source}. */
    static RawRecord record(String source, String page, PageReading.Found found) {
        return new RawRecord(
                new RecordId(source, found.identifier()),
                false,
                FORMAT,
                "",
                List.of(),
                page,
                found.fields().toJson(),
                List.of(),
                Bytes.of(found.original().getBytes(StandardCharsets.UTF_8)));
    }

    private static Ending stop(
            Reason reason, String place, String value, Checkpoint checkpoint, Consumer<HarvestPage> sink) {
        return stop(reason, Severity.ERROR, place, value, checkpoint, sink);
    }

    private static Ending stop(
            Reason reason,
            Severity severity,
            String place,
            String value,
            Checkpoint checkpoint,
            Consumer<HarvestPage> sink) {
        sink.accept(HarvestPage.of(problem(reason, severity, place, value), checkpoint));
        return Ending.STOPPED;
    }

    private static Problem problem(Reason reason, Severity severity, String place, String value) {
        return new Problem(reason, severity, Stage.HARVEST, "", place, value);
    }
}
