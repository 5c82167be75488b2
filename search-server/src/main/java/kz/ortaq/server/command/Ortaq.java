package kz.ortaq.server.command;

import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.run.Indexes;
import kz.ortaq.engine.run.WorkBuilder;
import kz.ortaq.engine.text.TextExtractor;
import kz.ortaq.harvesters.Harvests;
import kz.ortaq.harvesters.link.LinkHarvest;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.store.Stores;

/** An opened data folder with all that works on it. */
public record Ortaq(
        DataFolder data,
        Settings settings,
        Stores stores,
        Net net,
        Harvests harvests,
        LinkHarvest links,
        TextExtractor extractor,
        Crosswalks crosswalks,
        WorkBuilder builder,
        Indexes indexes)
        implements AutoCloseable {

    /** Tells whoever looks into a folder that nobody has filled, so that no answer is not taken for all is well. */
    void sayWhereEmpty() {
        if (stores.registry().libraries().isEmpty()) {
            Output.say("No library is registered in " + data.root()
                    + "; “ortaq library add” registers one, and --data names another folder.");
        }
    }

    @Override
    public void close() {
        extractor.close();
        net.close();
        stores.close();
    }
}
