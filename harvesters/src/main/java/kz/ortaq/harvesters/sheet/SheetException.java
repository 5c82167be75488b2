package kz.ortaq.harvesters.sheet;

import kz.ortaq.config.Reason;

/** A file cannot be read, or not to its end; what was given before stands. */
final class SheetException extends Exception {

    private final Reason reason;
    private final String value;

    SheetException(Reason reason, String value) {
        super(reason.code() + ": " + value);
        this.reason = reason;
        this.value = value;
    }

    Reason reason() {
        return reason;
    }

    String value() {
        return value;
    }
}
