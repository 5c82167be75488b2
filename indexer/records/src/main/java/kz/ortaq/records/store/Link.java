package kz.ortaq.records.store;

import java.time.Instant;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Severity;
import kz.ortaq.records.StoredDocument;
import org.jspecify.annotations.Nullable;

/**
 * An address that records of a source point to, and what came of it so far.
 *
 * @param address as the records have it
 */
public record Link(long number, String source, String address, Outcome outcome) {

    /** How a link stands. */
    public enum State {
        /** It was never asked for. */
        WAITING,
        /** Its document was had the last time. */
        FETCHED,
        /** It gives no document, and will not soon. */
        REFUSED,
        /** A trouble of the moment; it is asked again. */
        FAILED,
        /** It was not asked for: its records have what it names already. */
        SPARED
    }

    /**
     * What came of a link.
     *
     * @param tries how often in a row it failed
     * @param next when it is asked for again at the earliest
     * @param copy the document that the store has of it; kept while the address has trouble
     * @param trouble what is wrong, for the problem of each record that points there
     */
    public record Outcome(
            State state,
            int tries,
            Instant next,
            @Nullable Copy copy,
            @Nullable Trouble trouble) {}

    /**
     * A document as it was fetched.
     *
     * @param file the address that gave it, where a page led there; else that of the link
     * @param etag its entity tag, to ask whether it changed; empty when there was none
     * @param lastModified when it changed, as the server wrote it; empty when it did not say
     */
    public record Copy(StoredDocument document, String file, String etag, String lastModified) {}

    /** Why there is no document, or no new one. */
    public record Trouble(Reason reason, Severity severity, String value) {}
}
