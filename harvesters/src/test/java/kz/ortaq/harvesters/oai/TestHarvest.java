package kz.ortaq.harvesters.oai;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.Harvester.Ending;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;

/** A harvest of one endpoint, and what it came to. */
final class TestHarvest {

    /** A minute behind the moment that the pages of tests carry. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T06:01:00Z"), ZoneOffset.UTC);

    /** Namespaces that have a crosswalk, as far as these tests go. */
    static final List<String> MAPPED =
            List.of("http://www.loc.gov/MARC21/slim", "http://www.openarchives.org/OAI/2.0/oai_dc/");

    private final List<HarvestPage> pages = new ArrayList<>();
    private Ending ending = Ending.HELD;

    /** Harvests from the start, and gives the last checkpoint. */
    Checkpoint of(LocalServer server) {
        return of(server, Checkpoint.START, Map.of());
    }

    Checkpoint of(LocalServer server, Checkpoint from, Map<String, String> options) {
        return of(server.settings(), server.address("/oai"), from, options);
    }

    Checkpoint of(Settings settings, String address, Checkpoint from, Map<String, String> options) {
        Source source = new Source("kitap", "kitap", SourceKind.OAI, address, options, Source.State.ACTIVE);
        try (Net net = new Net(settings, Clock.systemUTC())) {
            ending = new OaiHarvester(net, settings, CLOCK, TestStores.empty(), MAPPED)
                    .harvest(source, from, pages::add);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return pages.getLast().next();
    }

    List<HarvestPage> pages() {
        return List.copyOf(pages);
    }

    Ending ending() {
        return ending;
    }

    List<String> identifiers() {
        return pages.stream()
                .flatMap(page -> page.records().stream())
                .map(record -> record.id().identifier())
                .toList();
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (HarvestPage page : pages) {
            problems.addAll(page.problems());
            page.rejected().forEach(rejected -> problems.add(rejected.problem()));
        }
        return problems;
    }

    List<Reason> reasons() {
        return problems().stream().map(Problem::reason).toList();
    }
}
