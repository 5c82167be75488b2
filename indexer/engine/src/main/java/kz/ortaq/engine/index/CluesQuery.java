package kz.ortaq.engine.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Works by all that speaks for them: what their record says and what their best page says, summed. Does in one pass over
 * blocks of documents what Lucene's queries would do clause by clause with a join of pages to works around each; see
 * {@link CluesScorer}.
 */
final class CluesQuery extends Query {

    private final List<Clue> clues;
    private final Demand demand;
    private final KnownTerms terms;

    /**
     * @param demand which words of the question must be there
     * @param terms of the snapshot that will be searched; others are looked up anew
     */
    CluesQuery(List<Clue> clues, Demand demand, KnownTerms terms) {
        this.clues = List.copyOf(clues);
        this.demand = demand;
        this.terms = terms;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        Plan plan = new Plan(searcher, terms, boost);
        for (Clue clue : clues) {
            plan.add(clue);
        }
        return new CluesWeight(this, plan);
    }

    /** A clue as it is asked of each segment: terms that are somewhere, or the weight of another query. */
    private record Planned(Clue clue, @Nullable Weight other) {}

    private static final class Plan {
        private final IndexSearcher searcher;
        private final KnownTerms terms;
        private final boolean sameSnapshot;
        private final float boost;
        private final List<Planned> planned = new ArrayList<>();

        Plan(IndexSearcher searcher, KnownTerms terms, float boost) {
            this.searcher = searcher;
            this.sameSnapshot = terms.reader() == searcher.getIndexReader();
            this.terms = sameSnapshot ? terms : new KnownTerms(new TermMemory(searcher.getIndexReader()));
            this.boost = boost;
        }

        void add(Clue clue) throws IOException {
            switch (clue) {
                case Clue.Words words -> terms.found(words).forEach(found -> planned.add(new Planned(found, null)));
                case Clue.Found found when sameSnapshot -> planned.add(new Planned(found, null));
                case Clue.Found found -> add(found.words());
                case Clue.Other other -> {
                    ScoreMode mode = other.counts() ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
                    Weight weight = searcher.createWeight(searcher.rewrite(other.query()), mode, boost);
                    planned.add(new Planned(other, weight));
                }
            }
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
                    return new CluesScorer(works, leaf.reader().maxDoc(), hits, query.demand, plan.terms.window());
                }

                @Override
                public long cost() {
                    return hits.stream().mapToLong(ClueHits::cost).sum();
                }
            };
        }

        private @Nullable ClueHits hits(Planned planned, LeafReaderContext leaf) throws IOException {
            if (planned.clue() instanceof Clue.Found found) {
                return TermHits.of(plan.terms, found, plan.boost, leaf);
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
        return sameClassAs(other)
                && clues.equals(((CluesQuery) other).clues)
                && demand.equals(((CluesQuery) other).demand);
    }

    @Override
    public int hashCode() {
        return 31 * clues.hashCode() + demand.hashCode();
    }
}
