package kz.ortaq.harvesters.marc;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Reads an export item by item, from its start to its end. */
interface ItemReader extends Closeable {

    /** The next item; empty at the end. */
    Optional<Item> next() throws IOException;
}
