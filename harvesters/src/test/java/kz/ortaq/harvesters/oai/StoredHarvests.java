package kz.ortaq.harvesters.oai;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.Harvester;
import kz.ortaq.harvesters.Harvests;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Library;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.records.store.Stores;

/** Harvests of one endpoint into a real store, one run after another, on a clock that the test moves. */
final class StoredHarvests {

    private final LocalServer server;
    private final Stores stores;
    private final String[] settings;
    private Source source;
    private Instant now = Instant.parse("2026-11-22T06:01:00Z");
    private List<Problem> problems = List.of();

    StoredHarvests(Path folder, LocalServer server, String... settings) throws IOException {
        this.server = server;
        this.settings = Stream.concat(Stream.of("network.retries=0", "network.pause-percent=0"), Stream.of(settings))
                .toArray(String[]::new);
        this.stores = Stores.open(DataFolder.open(folder), Clock.systemUTC());
        this.stores.registry().save(new Library("kitap", Map.of(Language.KK, "Кітап"), "school", "", ""));
        this.source = source(Map.of());
        stores.registry().save(source);
    }

    private Source source(Map<String, String> options) {
        return new Source("kitap", "kitap", SourceKind.OAI, server.address("/oai"), options, Source.State.ACTIVE);
    }

    void options(Map<String, String> options) {
        source = source(options);
        stores.registry().save(source);
    }

    HarvestReport run() {
        return run(page -> {});
    }

    /** @param before sees each page before it is stored */
    HarvestReport run(Consumer<HarvestPage> before) {
        List<HarvestPage> pages = new ArrayList<>();
        Clock clock = InstantSource.fixed(now).withZone(ZoneOffset.UTC);
        try (Net net = new Net(server.settings(settings), Clock.systemUTC())) {
            OaiHarvester oai = new OaiHarvester(net, server.settings(settings), clock, stores, TestHarvest.MAPPED);
            Harvester watched = (asked, checkpoint, sink) -> oai.harvest(asked, checkpoint, page -> {
                before.accept(page);
                sink.accept(page);
                pages.add(page);
            });
            return new Harvests(stores, Map.of(SourceKind.OAI, watched)).harvest(source, counts -> {});
        } catch (LeaseRefused | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            problems = pages.stream().flatMap(page -> page.problems().stream()).toList();
        }
    }

    void later(Duration duration) {
        now = now.plus(duration);
    }

    Stores stores() {
        return stores;
    }

    Checkpoint checkpoint() {
        return stores.registry().checkpoint(source.id());
    }

    /** Problems of the last run, as it sent them. */
    List<Problem> problems() {
        return problems;
    }

    List<Reason> reasons() {
        return problems.stream().map(Problem::reason).toList();
    }

    /** The identifiers of the live records. */
    Set<String> live() {
        Set<String> live = new TreeSet<>();
        stores.records().forEach(source.id(), record -> {
            if (!record.raw().deleted()) {
                live.add(record.raw().id().identifier());
            }
        });
        return live;
    }
}
