package kz.ortaq.engine.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Works by all that speaks for them: what their record says and what their best page says, summed. Does in one pass over
 * blocks of documents what Lucene's queries would do clause by clause with a join of pages to works around each; see
 * {@link CluesScorer}.
 */
final class CluesQuery extends Query {

    private final List<Clue> clues;
    private final int needed;
    private final KnownTerms terms;

    /**
     * @param needed how many different words of the question must be there; 0 where any clue is enough
     * @param terms of the snapshot that will be searched; others are looked up anew
     */
    CluesQuery(List<Clue> clues, int needed, KnownTerms terms) {
        this.clues = List.copyOf(clues);
        this.needed = needed;
        this.terms = terms;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        boolean sameSnapshot = terms.reader() == searcher.getIndexReader();
        Plan plan = new Plan(searcher, sameSnapshot ? terms : new KnownTerms(searcher.getIndexReader()), boost);
        for (Clue clue : clues) {
            plan.add(clue);
        }
        return new CluesWeight(this, plan);
    }

    /** A clue as it is asked of each segment: terms that are somewhere, or the weight of another query. */
    private record Planned(
            Clue clue,
            List<KnownTerms.Known> known,
            @Nullable SimScorer scorer,
            @Nullable Weight other) {}

    private static final class Plan {
        private final IndexSearcher searcher;
        private final KnownTerms terms;
        private final float boost;
        private final Map<String, CollectionStatistics> statistics = new HashMap<>();
        private final List<Planned> planned = new ArrayList<>();

        Plan(IndexSearcher searcher, KnownTerms terms, float boost) {
            this.searcher = searcher;
            this.terms = terms;
            this.boost = boost;
        }

        void add(Clue clue) throws IOException {
            switch (clue) {
                case Clue.Words words -> words(words);
                case Clue.Other other -> {
                    ScoreMode mode = other.counts() ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
                    Weight weight = searcher.createWeight(searcher.rewrite(other.query()), mode, boost);
                    planned.add(new Planned(other, List.of(), null, weight));
                }
            }
        }

        private void words(Clue.Words words) throws IOException {
            List<KnownTerms.Known> known = new ArrayList<>();
            int documents = 0;
            long occurrences = 0;
            for (Clue.Form form : words.forms()) {
                KnownTerms.Known term = terms.find(words.field(), form.term());
                known.add(term);
                documents = Math.max(documents, term.documents());
                occurrences += term.occurrences();
            }
            if (documents == 0) {
                return;
            }
            SimScorer scorer = words.counts()
                    ? searcher.getSimilarity()
                            .scorer(
                                    boost * words.weight(),
                                    statistics(words.field()),
                                    new TermStatistics(known.getFirst().term(), documents, occurrences))
                    : null;
            planned.add(new Planned(words, known, scorer, null));
        }

        private CollectionStatistics statistics(String field) throws IOException {
            CollectionStatistics known = statistics.get(field);
            if (known == null) {
                known = searcher.collectionStatistics(field);
                statistics.put(field, known);
            }
            return known;
        }
    }

    private static final class CluesWeight extends Weight {
        private final CluesQuery query;
        private final Plan plan;

        CluesWeight(CluesQuery query, Plan plan) {
            super(query);
            this.query = query;
            this.plan = plan;
        }

        @Override
        public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
            BitSet works = LuceneQueries.PARENTS.getBitSet(leaf);
            List<ClueHits> hits = new ArrayList<>();
            for (Planned planned : plan.planned) {
                ClueHits found = hits(planned, leaf);
                if (found != null) {
                    hits.add(found);
                }
            }
            if (works == null || hits.isEmpty()) {
                return null;
            }
            return new ScorerSupplier() {
                @Override
                public Scorer get(long leadCost) {
                    return new CluesScorer(works, leaf.reader().maxDoc(), hits, query.needed);
                }

                @Override
                public long cost() {
                    return hits.stream().mapToLong(ClueHits::cost).sum();
                }
            };
        }

        private @Nullable ClueHits hits(Planned planned, LeafReaderContext leaf) throws IOException {
            if (planned.clue() instanceof Clue.Words words) {
                return TermHits.of(plan.terms, words, planned.known(), planned.scorer(), leaf);
            }
            Scorer scorer = planned.other() == null ? null : planned.other().scorer(leaf);
            return scorer == null ? null : new QueryHits(scorer, planned.clue());
        }

        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
            return false;
        }

        @Override
        public Explanation explain(LeafReaderContext leaf, int document) throws IOException {
            ScorerSupplier supplier = scorerSupplier(leaf);
            Scorer scorer = supplier == null ? null : supplier.get(1);
            return scorer != null && scorer.iterator().advance(document) == document
                    ? Explanation.match(scorer.score(), "clues, summed")
                    : Explanation.noMatch("no clue");
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return clues.toString();
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other) && clues.equals(((CluesQuery) other).clues) && needed == ((CluesQuery) other).needed;
    }

    @Override
    public int hashCode() {
        return 31 * clues.hashCode() + needed;
    }
}
