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
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/** Documents with any of some terms, many at a time; the terms count as one that stands there as often as all do. */
final class TermHits extends ClueHits {

    private final PostingsEnum[] terms;
    private final float[] boosts;
    private final @Nullable NumericDocValues lengths;
    private final @Nullable BulkSimScorer scorer;
    private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
    private long[] norms = {};

    private TermHits(
            Clue.Words clue,
            List<PostingsEnum> terms,
            float[] boosts,
            @Nullable NumericDocValues lengths,
            @Nullable BulkSimScorer scorer) {
        super(clue);
        this.terms = terms.toArray(PostingsEnum[]::new);
        this.boosts = boosts;
        this.lengths = lengths;
        this.scorer = scorer;
    }

    /** Null where the segment has none of the terms. */
    static @Nullable TermHits of(
            KnownTerms index,
            Clue.Words clue,
            List<KnownTerms.Known> known,
            @Nullable SimScorer scorer,
            LeafReaderContext leaf)
            throws IOException {
        List<PostingsEnum> terms = new ArrayList<>();
        float[] boosts = new float[known.size()];
        for (int i = 0; i < known.size(); i++) {
            PostingsEnum term = index.postings(clue.field(), known.get(i), leaf);
            if (term != null) {
                term.nextDoc();
                boosts[terms.size()] = clue.forms().get(i).boost();
                terms.add(term);
            }
        }
        if (terms.isEmpty()) {
            return null;
        }
        NumericDocValues lengths = scorer == null ? null : leaf.reader().getNormValues(clue.field());
        return new TermHits(clue, terms, boosts, lengths, scorer == null ? null : scorer.asBulkSimScorer());
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
                    count(window);
                }
            }
        }
        if (!one && window.gathered(buffer)) {
            count(window);
        }
    }

    private void count(ClueWindow window) throws IOException {
        if (scorer == null) {
            Arrays.fill(buffer.features, 0, buffer.size, 0);
        } else {
            if (norms.length < buffer.size) {
                norms = new long[buffer.docs.length];
                Arrays.fill(norms, 1);
            }
            if (lengths != null) {
                lengths.longValues(buffer.size, buffer.docs, norms, 1);
            }
            scorer.score(buffer.size, buffer.features, norms, buffer.features);
        }
        window.add(buffer, word());
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
