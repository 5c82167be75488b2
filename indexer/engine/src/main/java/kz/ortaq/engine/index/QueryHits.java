package kz.ortaq.engine.index;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;

/** What a query of Lucene finds. */
final class QueryHits extends ClueHits {

    private final Scorer scorer;
    private final DocIdSetIterator documents;

    QueryHits(Scorer scorer, Clue clue) throws IOException {
        super(clue);
        this.scorer = scorer;
        this.documents = scorer.iterator();
        documents.nextDoc();
    }

    @Override
    int document() {
        return documents.docID();
    }

    @Override
    void skipTo(int document) throws IOException {
        if (documents.docID() < document) {
            documents.advance(document);
        }
    }

    @Override
    void read(int end, ClueWindow window) throws IOException {
        for (int document = documents.docID(); document < end; document = documents.nextDoc()) {
            window.add(document, counts() ? scorer.score() : 0, word());
        }
    }

    @Override
    long cost() {
        return documents.cost();
    }
}
