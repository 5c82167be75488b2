package kz.ortaq.harvesters.probe;

import java.util.Optional;

/** Recognises services of one kind by what an address answers. */
@FunctionalInterface
public interface AddressProbe {

    /**
     * Asks an address a few questions; empty when it is no service of this kind.
     *
     * @param records how many records are kept in the finding
     */
    Optional<Finding> look(String address, int records) throws InterruptedException;
}
