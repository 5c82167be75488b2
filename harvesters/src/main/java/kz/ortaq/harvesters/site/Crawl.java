package kz.ortaq.harvesters.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.DocumentTypes;
import kz.ortaq.harvesters.PayloadFields;
import kz.ortaq.harvesters.Seen;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.harvesters.net.BodyText;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.harvesters.net.RobotRules;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/** Reads the pages of one site once, within bounds, and hands on what they describe. Used by one thread. */
final class Crawl {

    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_TROUBLES = 10;
    private static final int LARGEST_PAGE = 8 << 20;
    private static final int REMEMBERED = 20;

    /** What a page gave. */
    interface Sink {
        void page(String page, List<PageReading.Found> records, List<Problem> problems);

        /** A list that a page shows; a look before the registration has no use for it. */
        default void list(PageLists.Found list) {}
    }

    private final Net net;
    private final Settings.Site limits;
    private final Clock clock;
    private final SiteHarvester.Sleeper sleeper;
    private final Instant start;
    private final Seen seen = new Seen();
    private final Seen documents = new Seen();
    private final Set<String> unread = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private RobotRules robots;
    private int said;
    private int pages;
    private int troubles;
    private boolean troubled;
    private long bytes;
    private String stoppedBy = "";
    private Frontier frontier;

    Crawl(
            Net net,
            Settings.Site limits,
            Clock clock,
            SiteHarvester.Sleeper sleeper,
            RobotRules robots,
            String address) {
        this.net = net;
        this.limits = limits;
        this.clock = clock;
        this.sleeper = sleeper;
        this.robots = robots;
        this.start = clock.instant();
        this.frontier = frontier(address);
    }

    /**
     * Reads the site.
     *
     * @throws NetException when not even its first page can be had
     */
    void run(String address, Sink sink) throws NetException, InterruptedException {
        Answer first = fetch(address);
        String landed = PageAddresses.normal(first.address().toString()).orElse(address);
        if (!PageAddresses.host(landed).equals(PageAddresses.host(address))) {
            // A site that moved to another host is read there, in the section that the redirect leads to.
            frontier = frontier(landed);
            robots = net.rules(landed);
            if (!robots.allow(landed)) {
                stoppedBy = "robots.txt";
                return;
            }
        }
        frontier.reached(address);
        frontier.reached(landed);
        read(new Frontier.Entry(landed, 0, "", ""), first, sink);
        sitemaps(landed);
        for (Optional<Frontier.Entry> next = frontier.next(); next.isPresent(); next = frontier.next()) {
            if (stop()) {
                break;
            }
            visit(next.get(), sink);
        }
        if (stoppedBy.isEmpty() && frontier.cut()) {
            stoppedBy = "site.depth=" + limits.depth();
        }
        frontier.traps()
                .values()
                .forEach(trap -> tell(problem(
                        Reason.SITE_TRAP,
                        Severity.INFO,
                        trap,
                        String.valueOf(
                                PageAddresses.query(trap).isEmpty() ? Frontier.SAME_PATH : Frontier.SAME_QUERY))));
        sink.page(landed, List.of(), flush());
    }

    /** How many pages were read. */
    int pages() {
        return pages;
    }

    /** The identifiers of all records that were found. */
    Seen seen() {
        return seen;
    }

    /** The bound that the crawl was stopped by; empty when it read all. */
    String stoppedBy() {
        return stoppedBy;
    }

    /** Whether pages could not be read for a trouble of the moment, so that what they lead to is not known. */
    boolean troubled() {
        return troubled;
    }

    /** Whether a record may still exist though it was not found. */
    boolean spared(String identifier) {
        return unread.contains(identifier) || frontier.trapped(identifier);
    }

    private Frontier frontier(String address) {
        return new Frontier(address, limits.depth(), (int) Math.min(1_000_000L, (long) limits.pages() * REMEMBERED));
    }

    private void sitemaps(String landed) throws InterruptedException {
        Sitemaps maps = new Sitemaps(
                this::fetch, frontier, (map, why) -> tell(problem(Reason.SITEMAP_BROKEN, Severity.WARNING, map, why)));
        List<String> named = robots.sitemaps().stream()
                .map(PageAddresses::normal)
                .flatMap(Optional::stream)
                .filter(map -> PageAddresses.host(map).equals(PageAddresses.host(landed)))
                .toList();
        for (String map : named) {
            maps.read(map, true);
        }
        if (named.isEmpty()) {
            maps.read(landed.replaceFirst("(?i)^(https?://[^/?#]*).*", "$1/sitemap.xml"), false);
        }
        if (maps.cut()) {
            stoppedBy = "50 sitemaps";
        }
    }

    private void visit(Frontier.Entry entry, Sink sink) throws InterruptedException {
        if (!robots.allow(entry.address())) {
            return;
        }
        try {
            Answer answer = fetch(entry.address());
            troubles = 0;
            String landed = PageAddresses.normal(answer.address().toString()).orElse(entry.address());
            boolean moved = !PageAddresses.samePage(landed, entry.address());
            if (moved && (!frontier.within(landed) || !robots.allow(landed) || frontier.reached(landed))) {
                return;
            }
            read(new Frontier.Entry(landed, entry.depth(), entry.words(), entry.from()), answer, sink);
        } catch (NetException e) {
            trouble(entry, e);
        }
    }

    private void trouble(Frontier.Entry entry, NetException failure) {
        int status = failure.answer().map(Answer::status).orElse(0);
        if (status >= 400 && status < 500 && status != 408 && status != 429) {
            // What is gone is gone; what asks for a password may be read another day.
            if (status == 401 || status == 403) {
                unread.add(entry.address());
            }
            return;
        }
        unread.add(entry.address());
        tell(failure.toProblem(Severity.WARNING, entry.from()));
        if (failure.reason() == Reason.ANSWER_TOO_LARGE) {
            return;
        }
        troubled = true;
        troubles++;
        if (troubles >= MOST_TROUBLES) {
            stoppedBy = MOST_TROUBLES + " × " + failure.value();
        }
    }

    private void read(Frontier.Entry entry, Answer answer, Sink sink) {
        pages++;
        String type = answer.contentType().toLowerCase(Locale.ROOT);
        byte[] body = answer.body();
        boolean pdf = body.length > 4 && body[0] == '%' && body[1] == 'P' && body[2] == 'D' && body[3] == 'F';
        if (pdf || !type.contains("html") && DocumentTypes.isDocument("", type) && !type.startsWith("text/")) {
            document(entry, sink);
            return;
        }
        boolean html = type.isEmpty() || type.contains("html") || type.contains("text/plain") || type.contains("/xml");
        if (!html) {
            return;
        }
        if (body.length > LARGEST_PAGE) {
            tell(problem(Reason.ANSWER_TOO_LARGE, Severity.WARNING, entry.address(), String.valueOf(LARGEST_PAGE)));
            unread.add(entry.address());
            return;
        }
        troubled |= answer.cut();
        PageReading page = PageReading.of(
                BodyText.of(body, answer.contentType()).text(),
                entry.address(),
                own -> frontier.within(own) && robots.allow(own));
        page.faults()
                .forEach(fault -> tell(problem(Reason.PAGE_DATA_BROKEN, Severity.WARNING, entry.address(), fault)));
        page.links()
                .forEach((address, words) ->
                        frontier.offer(new Frontier.Entry(address, entry.depth() + 1, words, entry.address())));
        page.lists().forEach(sink::list);
        sink.page(entry.address(), fresh(page.records()), flush());
    }

    /** An address without an ending that turned out to be a document. */
    private void document(Frontier.Entry entry, Sink sink) {
        if (documents.contains(entry.address())) {
            return; // a page has described it
        }
        PayloadFields fields = new PayloadFields();
        fields.add("title", entry.words());
        fields.addIfMissing("title", PageAddresses.readable(PageAddresses.path(entry.address())));
        fields.add("document", entry.address());
        fields.add("link", entry.from().isEmpty() ? entry.address() : entry.from());
        String page = entry.from().isEmpty() ? entry.address() : entry.from();
        sink.page(page, fresh(List.of(new PageReading.Found(entry.address(), fields, entry.words()))), flush());
    }

    /** Those records that no page gave before, each named once. */
    private List<PageReading.Found> fresh(List<PageReading.Found> records) {
        List<PageReading.Found> fresh = new ArrayList<>();
        for (PageReading.Found record : records) {
            if (record.fields().has("title") && !seen.contains(record.identifier())) {
                seen.add(record.identifier());
                record.fields().all("document").forEach(documents::add);
                fresh.add(record);
            }
        }
        return fresh;
    }

    private Answer fetch(String address) throws NetException, InterruptedException {
        if (pages > 0 && robots.delay().isPositive()) {
            sleeper.sleep(robots.delay());
        }
        Answer answer = net.get(address, any -> false);
        bytes += answer.body().length;
        return answer;
    }

    private boolean stop() {
        if (stoppedBy.isEmpty() && pages >= limits.pages()) {
            stoppedBy = "site.pages=" + limits.pages();
        } else if (stoppedBy.isEmpty() && bytes >= limits.bytes()) {
            stoppedBy = "site.bytes=" + limits.bytes();
        } else if (stoppedBy.isEmpty()
                && Duration.between(start, clock.instant()).toSeconds() >= limits.seconds()) {
            stoppedBy = "site.seconds=" + limits.seconds();
        }
        return !stoppedBy.isEmpty();
    }

    private void tell(Problem problem) {
        if (said < MOST_PROBLEMS) {
            said++;
            problems.add(problem);
        }
    }

    private List<Problem> flush() {
        List<Problem> told = List.copyOf(problems);
        problems.clear();
        return told;
    }

    private static Problem problem(Reason reason, Severity severity, String place, String value) {
        return new Problem(reason, severity, Stage.HARVEST, "", place, value);
    }
}
