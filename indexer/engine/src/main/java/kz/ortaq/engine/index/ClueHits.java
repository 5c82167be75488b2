package kz.ortaq.engine.index;

import java.io.IOException;

/** Where one clue is found in a segment, read forwards. */
abstract class ClueHits {

    private final boolean counts;
    private final int word;

    ClueHits(Clue clue) {
        this.counts = clue.counts();
        this.word = clue.word();
    }

    boolean counts() {
        return counts;
    }

    int word() {
        return word;
    }

    /** The document that would be read next. */
    abstract int document();

    /** Passes over documents before one. */
    abstract void skipTo(int document) throws IOException;

    /** Reads all documents before {@code end} into a window. */
    abstract void read(int end, ClueWindow window) throws IOException;

    /** About how many documents there are. */
    abstract long cost();
}
