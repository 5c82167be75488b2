package kz.ortaq.engine.index;

import java.util.Arrays;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;

/** What was found of a stretch of documents, by their place in it. */
final class ClueWindow {

    /** Each clue costs anew in each stretch, so stretches are as long as fits into the fast memory of a processor. */
    static final int SIZE = 1 << 14;

    private final float[] scores = new float[SIZE];
    private final int[] words = new int[SIZE];
    private final long[] found = new long[SIZE >> 6];
    private float[] frequencies = {};
    private long[] gathered = {};
    private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
    private long[] lengths = {};
    private int base;
    private boolean used;

    /** Begins at a document, with nothing. */
    void begin(int document) {
        if (used) {
            // The search before did not come to its end.
            Arrays.fill(scores, 0);
            Arrays.fill(words, 0);
            Arrays.fill(found, 0);
            Arrays.fill(frequencies, 0);
            Arrays.fill(gathered, 0);
        }
        used = true;
        base = document;
    }

    /** Space for one clue at a time. */
    DocAndFloatFeatureBuffer buffer() {
        return buffer;
    }

    /** Space for the lengths of so many documents. */
    long[] lengths(int documents) {
        if (lengths.length < documents) {
            lengths = new long[Math.max(SIZE / 8, documents)];
        }
        return lengths;
    }

    void add(int document, float score, int word) {
        int place = document - base;
        scores[place] += score;
        words[place] |= word;
        found[place >> 6] |= 1L << place;
    }

    void add(DocAndFloatFeatureBuffer documents, float weight, int word) {
        for (int i = 0; i < documents.size; i++) {
            int place = documents.docs[i] - base;
            scores[place] += weight * documents.features[i];
            found[place >> 6] |= 1L << place;
        }
        if (word != Clue.NO_WORD) {
            for (int i = 0; i < documents.size; i++) {
                words[documents.docs[i] - base] |= word;
            }
        }
    }

    /** Adds frequencies up, before they are counted. */
    void gather(DocAndFloatFeatureBuffer documents, float boost) {
        if (frequencies.length == 0) {
            frequencies = new float[SIZE];
            gathered = new long[SIZE >> 6];
        }
        for (int i = 0; i < documents.size; i++) {
            int place = documents.docs[i] - base;
            frequencies[place] += boost * documents.features[i];
            gathered[place >> 6] |= 1L << place;
        }
    }

    /** Hands out what was gathered, in the order of documents; false where nothing was. */
    boolean gathered(DocAndFloatFeatureBuffer into) {
        int size = 0;
        for (int i = 0; i < gathered.length; i++) {
            size += Long.bitCount(gathered[i]);
        }
        into.growNoCopy(size);
        into.size = 0;
        for (int i = 0; i < gathered.length; i++) {
            for (long bits = gathered[i]; bits != 0; bits &= bits - 1) {
                int place = (i << 6) + Long.numberOfTrailingZeros(bits);
                into.docs[into.size] = base + place;
                into.features[into.size++] = frequencies[place];
                frequencies[place] = 0;
            }
            gathered[i] = 0;
        }
        return into.size > 0;
    }

    /** Takes what was found of one document. */
    interface Taking {
        void take(int document, float score, int words);
    }

    /** Hands out all that was found, in the order of documents, and is empty after. */
    void empty(Taking taking) {
        for (int i = 0; i < found.length; i++) {
            for (long bits = found[i]; bits != 0; bits &= bits - 1) {
                int place = (i << 6) + Long.numberOfTrailingZeros(bits);
                taking.take(base + place, scores[place], words[place]);
                scores[place] = 0;
                words[place] = 0;
            }
        }
        Arrays.fill(found, 0);
        used = false;
    }
}
