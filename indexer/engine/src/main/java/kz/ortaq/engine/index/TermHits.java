package kz.ortaq.engine.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.similarities.Similarity.BulkSimScorer;
import org.jspecify.annotations.Nullable;

/** Documents with any of some terms, many at a time; the terms count as one that stands there as often as all do. */
final class TermHits extends ClueHits {

    private final PostingsEnum[] terms;
    private final float[] boosts;
    private final @Nullable NumericDocValues lengths;
    private final @Nullable BulkSimScorer scorer;
    private final float weight;

    private TermHits(
            Clue.Found clue,
            List<PostingsEnum> terms,
            float[] boosts,
            @Nullable NumericDocValues lengths,
            @Nullable BulkSimScorer scorer,
            float weight) {
        super(clue);
        this.terms = terms.toArray(PostingsEnum[]::new);
        this.boosts = boosts;
        this.lengths = lengths;
        this.scorer = scorer;
        this.weight = weight;
    }

    /** Null where the segment has none of the terms. */
    static @Nullable TermHits of(KnownTerms index, Clue.Found clue, float boost, LeafReaderContext leaf)
            throws IOException {
        String field = clue.words().field();
        List<PostingsEnum> terms = new ArrayList<>(clue.terms().size());
        float[] boosts = new float[clue.terms().size()];
        for (int i = 0; i < boosts.length; i++) {
            PostingsEnum term = index.postings(field, clue.terms().get(i), leaf);
            if (term != null) {
                term.nextDoc();
                boosts[terms.size()] = clue.words().forms().get(i).boost();
                terms.add(term);
            }
        }
        if (terms.isEmpty()) {
            return null;
        }
        TermMemory.FieldScores scores = clue.scores();
        return scores == null
                ? new TermHits(clue, terms, boosts, null, null, 0)
                : new TermHits(
                        clue,
                        terms,
                        boosts,
                        leaf.reader().getNormValues(field),
                        scores.scorer().asBulkSimScorer(),
                        boost * clue.weight());
    }

    @Override
    int document() {
        int first = DocIdSetIterator.NO_MORE_DOCS;
        for (PostingsEnum term : terms) {
            first = Math.min(first, term.docID());
        }
        return first;
    }

    @Override
    void skipTo(int document) throws IOException {
        for (PostingsEnum term : terms) {
            if (term.docID() < document) {
                term.advance(document);
            }
        }
    }

    @Override
    void read(int end, ClueWindow window) throws IOException {
        boolean one = terms.length == 1;
        DocAndFloatFeatureBuffer buffer = window.buffer();
        for (int i = 0; i < terms.length; i++) {
            PostingsEnum term = terms[i];
            if (term.docID() >= end) {
                continue;
            }
            for (term.nextPostings(end, buffer); buffer.size > 0; term.nextPostings(end, buffer)) {
                if (!one) {
                    window.gather(buffer, boosts[i]);
                } else {
                    if (boosts[i] != 1) {
                        for (int k = 0; k < buffer.size; k++) {
                            buffer.features[k] *= boosts[i];
                        }
                    }
                    count(buffer, window);
                }
            }
        }
        if (!one && window.gathered(buffer)) {
            count(buffer, window);
        }
    }

    private void count(DocAndFloatFeatureBuffer buffer, ClueWindow window) throws IOException {
        if (scorer == null) {
            Arrays.fill(buffer.features, 0, buffer.size, 0);
        } else {
            long[] norms = window.lengths(buffer.size);
            if (lengths == null) {
                Arrays.fill(norms, 0, buffer.size, 1);
            } else {
                lengths.longValues(buffer.size, buffer.docs, norms, 1);
            }
            scorer.score(buffer.size, buffer.features, norms, buffer.features);
        }
        window.add(buffer, weight, word());
    }

    @Override
    long cost() {
        long cost = 0;
        for (PostingsEnum term : terms) {
            cost += term.cost();
        }
        return cost;
    }
}
