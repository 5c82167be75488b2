package kz.ortaq.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.Harvests;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.oai.OaiHarvester;
import kz.ortaq.records.Library;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Stores;

/** The harvest of the product: every check, every promise, into SQLite. */
final class OurHarvest implements Contender {

    private final Settings settings;

    OurHarvest(Settings settings) {
        this.settings = settings;
    }

    @Override
    public long harvest(String address, Path folder) throws Exception {
        Clock clock = Clock.systemUTC();
        Stores stores = Stores.open(DataFolder.open(folder), clock);
        stores.registry().save(new Library("bench", Map.of(Language.EN, "Bench"), "", "", ""));
        Source source = new Source("bench-oai", "bench", SourceKind.OAI, address, Map.of(), Source.State.ACTIVE);
        stores.registry().save(source);
        try (Net net = new Net(settings, clock)) {
            Harvests harvests = new Harvests(
                    stores,
                    Map.of(SourceKind.OAI, new OaiHarvester(net, settings, clock, stores, new Crosswalks().formats())));
            HarvestReport report = harvests.harvest(source, counts -> {});
            if (report.run().status() != RunStatus.COMPLETE) {
                throw new IllegalStateException("the harvest ended as " + report.run() + report.problems());
            }
            // What windows of time ask for twice is counted once.
            return stores.records().live(source.id());
        }
    }
}
