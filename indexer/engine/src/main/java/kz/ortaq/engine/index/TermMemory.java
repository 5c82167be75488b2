package kz.ortaq.engine.index;

import java.io.IOException;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;

/**
 * What searches found out about the words of one snapshot of the index: most words of a question were asked for before.
 * Safe for use by many threads.
 */
final class TermMemory {

    private static final int TERMS = 1 << 15;
    private static final int WORDS = 1 << 13;
    private static final int MOST_IDLE = 4;
    /** Each word is counted in several forms, and common words match in more of them: rare ones make up for it. */
    private static final double RARE_WORDS = 1.3;

    private final IndexReader reader;
    private final Remembered<InField, KnownTerms.Known> terms = new Remembered<>(TERMS);
    private final Remembered<String, Question.Typed> typed = new Remembered<>(WORDS);
    private final Deque<KnownTerms> idle = new ConcurrentLinkedDeque<>();
    private final Map<String, FieldScores> fields = new ConcurrentHashMap<>();

    TermMemory(IndexReader reader) {
        this.reader = reader;
    }

    IndexReader reader() {
        return reader;
    }

    /** For one search, which gives it back by closing it: what it holds open and its space serve the next. */
    KnownTerms borrow() {
        KnownTerms known = idle.pollFirst();
        return known == null ? new KnownTerms(this) : known;
    }

    void giveBack(KnownTerms known) {
        if (idle.size() < MOST_IDLE) {
            idle.addFirst(known);
        }
    }

    /** A term; strings keep their hashes, so that it is found fast. */
    record InField(String field, String term) {}

    /** Where terms stand. */
    Remembered<InField, KnownTerms.Known> terms() {
        return terms;
    }

    /** What is typed between two blanks, and what it means. */
    Remembered<String, Question.Typed> typed() {
        return typed;
    }

    /**
     * How terms of one field are weighed.
     *
     * @param scorer of a term that a single document has, with weight 1
     * @param documents that have the field
     */
    record FieldScores(SimScorer scorer, long documents) {

        /** What a term counts against the term of a single document. */
        float rarity(int having) {
            return (float) Math.pow(TermMemory.rarity(documents, having) / TermMemory.rarity(documents, 1), RARE_WORDS);
        }
    }

    /** What a term tells by itself that some of the documents have: BM25's inverse document frequency. */
    static double rarity(long documents, long having) {
        return Math.log(1 + (documents - having + 0.5) / (having + 0.5));
    }

    /** How terms of a field are weighed that some document has. */
    FieldScores scores(String field) throws IOException {
        FieldScores known = fields.get(field);
        if (known == null) {
            CollectionStatistics statistics = new IndexSearcher(reader).collectionStatistics(field);
            SimScorer scorer =
                    IndexFields.similarity().scorer(1, statistics, new TermStatistics(new BytesRef(field), 1, 1));
            known = new FieldScores(scorer, statistics.docCount());
            fields.put(field, known);
        }
        return known;
    }
}
