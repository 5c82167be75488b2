package kz.ortaq.harvesters.oai;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import kz.ortaq.records.RecordId;

/** Notices a server that leads in circles. Remembers hashes, and only so many. */
final class Repeats {

    private static final int MOST = 100_000;

    private final SequencedSet<String> tokens = new LinkedHashSet<>();
    private String lastPage = "";

    /** Begins anew: a list that is restarted may well give the same tokens. */
    void clear() {
        tokens.clear();
        lastPage = "";
    }

    /** Remembers a token; true when it was given before. */
    boolean token(String token) {
        if (tokens.size() >= MOST) {
            tokens.removeFirst();
        }
        return !tokens.add(RecordId.hash(token));
    }

    /** Remembers a page; true when it holds the very records of the page before it. */
    boolean page(Page page) {
        String records = page.records().stream()
                .map(record -> record.id().identifier() + ' ' + record.hash())
                .collect(Collectors.joining("\n"));
        String hash = records.isEmpty() ? "" : RecordId.hash(records);
        boolean repeated = !hash.isEmpty() && hash.equals(lastPage);
        lastPage = hash;
        return repeated;
    }
}
