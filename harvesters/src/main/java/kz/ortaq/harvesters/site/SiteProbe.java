package kz.ortaq.harvesters.site;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.harvesters.net.RobotRules;
import kz.ortaq.harvesters.probe.AddressProbe;
import kz.ortaq.harvesters.probe.Finding;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.Severity;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.Stage;

/** Recognises a site whose pages describe something, from a few of them. */
public final class SiteProbe implements AddressProbe {

    private static final int PAGES = 20;
    private static final int DEPTH = 2;
    private static final int SECONDS = 60;
    private static final String SELF = "probe";

    private final Net net;
    private final Settings.Site limits;
    private final Clock clock;

    public SiteProbe(Net net, Settings.Site limits, Clock clock) {
        this.net = net;
        this.limits = new Settings.Site(
                Math.min(PAGES, limits.pages()),
                Math.min(DEPTH, limits.depth()),
                limits.bytes(),
                Math.min(SECONDS, limits.seconds()));
        this.clock = clock;
    }

    @Override
    public Optional<Finding> look(String address, int records) throws InterruptedException {
        Optional<String> instead = SocialNetworks.instead(address);
        if (instead.isPresent()) {
            return refused(Reason.SOCIAL_NETWORK, address, instead.get());
        }
        Optional<String> start = PageAddresses.normal(address);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        List<RawRecord> kept = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try {
            RobotRules robots = net.rules(start.get());
            if (!robots.allow(start.get())) {
                return refused(robots.known() ? Reason.ROBOTS_FORBID : Reason.ROBOTS_UNREACHABLE, address, "");
            }
            Crawl crawl = new Crawl(net, limits, clock, Thread::sleep, robots, start.get());
            crawl.run(start.get(), (page, found, said) -> {
                problems.addAll(said);
                found.stream()
                        .limit(Math.max(0, records - kept.size()))
                        .forEach(record -> kept.add(SiteHarvester.record(SELF, page, record)));
            });
            long found = crawl.seen().size();
            return found == 0
                    ? Optional.empty()
                    : Optional.of(new Finding(SourceKind.SITE, SiteHarvester.FORMAT, "", found, 0, 0, kept, problems));
        } catch (NetException e) {
            return Optional.empty();
        }
    }

    private static Optional<Finding> refused(Reason reason, String place, String value) {
        Problem problem = new Problem(reason, Severity.ERROR, Stage.HARVEST, "", place, value);
        return Optional.of(new Finding(SourceKind.SITE, "", "", 0, 0, 0, List.of(), List.of(problem)));
    }
}
