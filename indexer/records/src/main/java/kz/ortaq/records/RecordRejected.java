package kz.ortaq.records;

import kz.ortaq.config.Reason;

/** One record is at fault; it becomes a {@link Problem}, and the run goes on. */
public final class RecordRejected extends Exception {

    private final Reason reason;
    private final String place;
    private final String value;

    public RecordRejected(Reason reason, String place, String value) {
        super(reason.code() + " at " + place + ": " + value);
        this.reason = reason;
        this.place = place;
        this.value = value;
    }

    /** The same fault as a problem of the record {@code identifier}. */
    public Problem toProblem(Stage stage, String identifier) {
        return new Problem(reason, Severity.ERROR, stage, identifier, place, value);
    }
}
