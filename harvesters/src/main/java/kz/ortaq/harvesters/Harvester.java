package kz.ortaq.harvesters;

import java.util.function.Consumer;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Source;

/** Sends the records of one kind of source as pages, resumable from any checkpoint it gave. */
public interface Harvester {

    /** How a harvest ended. */
    enum Ending {
        /** All that the source offers was seen. */
        COMPLETE,
        /** The source failed on the way; the pages say how. */
        STOPPED,
        /** It would delete or change far more than usual, and waits for a person to confirm. */
        HELD
    }

    /**
     * Harvests {@code source} from {@code checkpoint} on. A page is safe when {@code sink} returns; its next checkpoint
     * then stands for the harvest. Faults of the source become problems on a page; an exception means that the world
     * (disk, database) failed and nothing should advance.
     */
    Ending harvest(Source source, Checkpoint checkpoint, Consumer<HarvestPage> sink) throws InterruptedException;
}
