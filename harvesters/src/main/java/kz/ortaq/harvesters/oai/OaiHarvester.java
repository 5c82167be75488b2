package kz.ortaq.harvesters.oai;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import kz.ortaq.config.MetadataFormats;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.Harvester;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.Stores;

/**
 * Harvests OAI-PMH 2.0 endpoints, as they should be and as they are. Options of a source: {@code prefix}, the format to
 * ask for (the richest that can be mapped, when not set), and {@code set}. Thread-safe.
 */
public final class OaiHarvester implements Harvester {

    private final Net net;
    private final Settings settings;
    private final Clock clock;
    private final Stores stores;
    private final FormatChoice formats;

    /** @param mapped the namespaces of which records can be mapped, as the crosswalk tables name them */
    public OaiHarvester(Net net, Settings settings, Clock clock, Stores stores, List<String> mapped) {
        this.net = net;
        this.settings = settings;
        this.clock = clock;
        this.stores = stores;
        this.formats = new FormatChoice(new MetadataFormats(), mapped);
    }

    @Override
    public Ending harvest(Source source, Checkpoint checkpoint, Consumer<HarvestPage> sink)
            throws InterruptedException {
        Endpoint endpoint = new Endpoint(net, source.address());
        return new OaiHarvest(source, endpoint, settings.harvest(), clock, stores, formats, sink).run(checkpoint);
    }
}
