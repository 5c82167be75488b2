package kz.ortaq.extractor;

import org.apache.tika.exception.TikaException;

/** A document needs a program that is not installed. */
final class HelperMissing extends TikaException {

    private static final long serialVersionUID = 1L;

    /** @param name what the operator would install */
    HelperMissing(String name) {
        super(name);
    }
}
