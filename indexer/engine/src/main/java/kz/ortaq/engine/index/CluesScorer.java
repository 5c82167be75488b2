package kz.ortaq.engine.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.BitSet;

/**
 * Reads all clues of a stretch of documents one after the other, each in bulk, adds up what they count for each
 * document, and then goes once through the documents: of a work's pages the best one is kept and added to the work, which
 * stands behind its pages.
 */
final class CluesScorer extends Scorer {

    private static final int NONE = -1;
    private static final int FIRST_SPACE = 1 << 11;

    private final BitSet works;
    private final int documents;
    private final ClueHits[] hits;
    private final Demand demand;
    private final ClueWindow window;

    private int[] found = new int[FIRST_SPACE];
    private float[] scores = new float[FIRST_SPACE];
    private int count;
    private int next;
    private int current = NONE;
    private float least;

    /** The work whose pages were read, but not itself yet. */
    private int pending = NONE;

    private float bestPage;
    private int wordsOfPages;

    CluesScorer(BitSet works, int documents, List<ClueHits> hits, Demand demand, ClueWindow window) {
        this.works = works;
        this.documents = documents;
        this.hits = hits.toArray(ClueHits[]::new);
        this.demand = demand;
        this.window = window;
    }

    private final DocIdSetIterator iterator = new DocIdSetIterator() {
        @Override
        public int docID() {
            return current;
        }

        @Override
        public int nextDoc() throws IOException {
            while (true) {
                while (next < count) {
                    if (scores[next++] >= least) {
                        current = found[next - 1];
                        return current;
                    }
                }
                if (!readOn()) {
                    current = NO_MORE_DOCS;
                    return current;
                }
            }
        }

        @Override
        public int advance(int target) throws IOException {
            if (target >= documents) {
                next = count;
                current = NO_MORE_DOCS;
                return current;
            }
            if (count == 0 || found[count - 1] < target) {
                next = count;
                skipTo(target);
            }
            while (nextDoc() < target) {}
            return current;
        }

        @Override
        public long cost() {
            long cost = 0;
            for (ClueHits clue : hits) {
                cost += clue.cost();
            }
            return cost;
        }
    };

    /** Leaves out works before one, unless pages of it were read already. */
    private void skipTo(int target) throws IOException {
        if (pending >= target) {
            return;
        }
        pending = NONE;
        int firstPage = target == 0 ? 0 : works.prevSetBit(target - 1) + 1;
        for (ClueHits clue : hits) {
            clue.skipTo(firstPage);
        }
    }

    /** Reads the next stretch in which anything is; false at the end. */
    private boolean readOn() throws IOException {
        int first = DocIdSetIterator.NO_MORE_DOCS;
        for (ClueHits clue : hits) {
            first = Math.min(first, clue.document());
        }
        count = 0;
        next = 0;
        if (first == DocIdSetIterator.NO_MORE_DOCS && pending == NONE) {
            return false;
        }
        finish(first);
        if (first != DocIdSetIterator.NO_MORE_DOCS) {
            window.begin(first);
            int end = (int) Math.min(documents, (long) first + ClueWindow.SIZE - 1);
            for (ClueHits clue : hits) {
                clue.read(end, window);
            }
            window.empty(this::take);
            finish(end);
        }
        return true;
    }

    private void take(int document, float score, int words) {
        finish(document);
        if (!works.get(document)) {
            if (pending == NONE) {
                pending = works.nextSetBit(document);
                bestPage = score;
                wordsOfPages = words;
            } else {
                bestPage = Math.max(bestPage, score);
                wordsOfPages |= words;
            }
        } else if (document == pending) {
            give(document, score + bestPage, words | wordsOfPages);
            pending = NONE;
        } else {
            give(document, score, words);
        }
    }

    /** Gives the work whose pages were read where it stands before a document: nothing of itself was found. */
    private void finish(int document) {
        if (pending != NONE && pending < document) {
            give(pending, bestPage, wordsOfPages);
            pending = NONE;
        }
    }

    private void give(int work, float score, int words) {
        if (demand.isMet(words)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
                scores = Arrays.copyOf(scores, 2 * count);
            }
            found[count] = work;
            scores[count++] = score;
        }
    }

    @Override
    public int docID() {
        return current;
    }

    @Override
    public DocIdSetIterator iterator() {
        return iterator;
    }

    @Override
    public float score() {
        return scores[next - 1];
    }

    @Override
    public void setMinCompetitiveScore(float score) {
        least = score;
    }

    @Override
    public float getMaxScore(int upTo) {
        return Float.POSITIVE_INFINITY;
    }
}
