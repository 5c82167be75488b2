package kz.ortaq.harvesters.oai;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** What was mended in one record, each kind once, as a librarian could look for it: {@code U+0003, 0x92, xmlns:dc}. */
final class Mended {

    private static final int MOST = 12;

    private final SequencedSet<String> kinds = new LinkedHashSet<>();

    void note(String kind) {
        if (kinds.size() <= MOST) {
            kinds.add(kinds.size() == MOST && !kinds.contains(kind) ? "…" : kind);
        }
    }

    boolean isEmpty() {
        return kinds.isEmpty();
    }

    @Override
    public String toString() {
        return String.join(", ", kinds);
    }
}
