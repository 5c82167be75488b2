package kz.ortaq.harvesters.oai;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;

/** Notices a list that leads in circles. Remembers hashes, and only so many. */
final class Repeats {

    private static final int MOST = 100_000;
    private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

    private final SequencedSet<String> tokens = new LinkedHashSet<>();
    private final SequencedSet<Long> pages = new LinkedHashSet<>();

    /** Remembers a token; true when it was given before. */
    boolean token(String token) {
        if (tokens.size() >= MOST) {
            tokens.removeFirst();
        }
        return !tokens.add(RecordId.hash(token));
    }

    /** Remembers a page; true when one of this list held the very same records before. */
    boolean page(Page page) {
        if (page.records().isEmpty()) {
            return false;
        }
        // Identifiers and datestamps tell pages apart well enough; to hash every record again costs more than to
        // store it.
        long hash = page.records().size();
        for (RawRecord record : page.records()) {
            hash = (hash ^ record.id().identifier().hashCode()) * PRIME;
            hash = (Long.rotateLeft(hash, 29) ^ record.datestamp().hashCode()) * PRIME;
        }
        if (pages.size() >= MOST) {
            pages.removeFirst();
        }
        return !pages.add(hash);
    }
}
