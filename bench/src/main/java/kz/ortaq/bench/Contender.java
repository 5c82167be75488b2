package kz.ortaq.bench;

import java.nio.file.Path;

/** A way to harvest, that is measured against others on the same pages. */
interface Contender {

    /**
     * Harvests a whole repository on this very thread.
     *
     * @param folder an empty folder of its own
     * @return how many records it took
     */
    long harvest(String address, Path folder) throws Exception;
}
