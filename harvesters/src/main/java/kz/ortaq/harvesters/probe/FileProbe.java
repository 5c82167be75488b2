package kz.ortaq.harvesters.probe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Recognises files of one kind by what is in them. */
public interface FileProbe {

    /**
     * Reads a whole file, within the bounds of a harvest; empty when it is none of this kind.
     *
     * @param name what its owner calls it
     * @param records how many records are kept in the finding
     */
    Optional<Finding> look(Path file, String name, int records) throws IOException, InterruptedException;
}
