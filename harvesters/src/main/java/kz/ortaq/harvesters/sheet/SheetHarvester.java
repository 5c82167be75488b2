package kz.ortaq.harvesters.sheet;

import java.nio.file.Path;
import java.util.function.Consumer;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.Harvester;
import kz.ortaq.harvesters.files.SourceFiles;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.Stores;

/**
 * Rows of sheets, each a record: those of a file, of the sheets in a folder, or of an export at an address.
 *
 * <p>A record's payload is a JSON object (see {@link Book#payload}), in the format {@code sheet}.
 */
public final class SheetHarvester implements Harvester {

    /** The format of a record that stands for a row. */
    public static final String FORMAT = "sheet";

    private final Stores stores;
    private final Net net;
    private final Path temporary;
    private final Settings.Harvest limits;

    /** @param temporary a folder for downloads */
    public SheetHarvester(Stores stores, Net net, Path temporary, Settings.Harvest limits) {
        this.stores = stores;
        this.net = net;
        this.temporary = temporary;
        this.limits = limits;
    }

    @Override
    public Ending harvest(Source source, Checkpoint checkpoint, Consumer<HarvestPage> sink)
            throws InterruptedException {
        try (SourceFiles files = SourceFiles.open(source, net, temporary, limits, SheetHarvester::fits)) {
            return new SheetHarvest(stores, source, files.files(), limits, checkpoint, sink).run();
        } catch (SourceFiles.Missing e) {
            sink.accept(HarvestPage.of(e.problem(), checkpoint));
            return Ending.STOPPED;
        }
    }

    private static boolean fits(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        // ~$ and .~lock. stand beside a sheet while somebody has it open.
        return TableFiles.named(name) && !file.startsWith("~$") && !file.startsWith(".");
    }
}
