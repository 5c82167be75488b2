package kz.ortaq.harvesters.oai;

import java.time.Clock;
import java.util.function.Consumer;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.Harvester;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Source;

/**
 * Harvests OAI-PMH 2.0 endpoints, as they should be and as they are. Options of a source: {@code prefix}, the format to
 * ask for ({@code oai_dc} when not set), and {@code set}. Thread-safe.
 */
public final class OaiHarvester implements Harvester {

    private final Net net;
    private final Settings settings;
    private final Clock clock;

    public OaiHarvester(Net net, Settings settings, Clock clock) {
        this.net = net;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Ending harvest(Source source, Checkpoint checkpoint, Consumer<HarvestPage> sink)
            throws InterruptedException {
        Endpoint endpoint = new Endpoint(net, source.address());
        PageReader reader = new PageReader(source.id(), settings.harvest().recordCharacters());
        return new OaiHarvest(source, endpoint, reader, clock, sink).run(checkpoint);
    }
}
