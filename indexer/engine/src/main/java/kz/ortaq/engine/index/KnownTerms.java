package kz.ortaq.engine.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one search in one snapshot of the index, each looked up once: to understand a question and to answer it
 * takes the same terms. Serves one thread.
 */
final class KnownTerms {

    private final IndexReader reader;
    private final List<LeafReaderContext> leaves;
    private final Map<String, @Nullable TermsEnum[]> fields = new HashMap<>();
    private final Map<Term, Known> terms = new HashMap<>();

    KnownTerms(IndexReader reader) {
        this.reader = reader;
        this.leaves = reader.leaves();
    }

    /** A term, and where the segments have it. */
    static final class Known {
        private final BytesRef term;
        private final @Nullable TermState[] states;
        private int documents;
        private long occurrences;

        private Known(BytesRef term, int segments) {
            this.term = term;
            this.states = new TermState[segments];
        }

        BytesRef term() {
            return term;
        }

        /** How many documents have it. */
        int documents() {
            return documents;
        }

        /** How often it stands in them. */
        long occurrences() {
            return occurrences;
        }
    }

    IndexReader reader() {
        return reader;
    }

    /** Whether any document has the field. */
    boolean hasField(String field) throws IOException {
        for (TermsEnum segment : segments(field)) {
            if (segment != null) {
                return true;
            }
        }
        return false;
    }

    /** How many documents have a term. */
    int documents(String field, String text) throws IOException {
        return find(field, text).documents;
    }

    Known find(String field, String text) throws IOException {
        Term term = new Term(field, text);
        Known known = terms.get(term);
        if (known == null) {
            known = look(term);
            terms.put(term, known);
        }
        return known;
    }

    private Known look(Term term) throws IOException {
        @Nullable TermsEnum[] segments = segments(term.field());
        Known known = new Known(term.bytes(), segments.length);
        for (int i = 0; i < segments.length; i++) {
            TermsEnum segment = segments[i];
            if (segment != null && segment.seekExact(term.bytes())) {
                known.states[i] = segment.termState();
                known.documents += segment.docFreq();
                known.occurrences += segment.totalTermFreq();
            }
        }
        return known;
    }

    /** The documents of a segment that have a term, and how often; null where none has. */
    @Nullable
    PostingsEnum postings(String field, Known known, LeafReaderContext leaf) throws IOException {
        TermState state = known.states[leaf.ord];
        TermsEnum segment = segments(field)[leaf.ord];
        if (state == null || segment == null) {
            return null;
        }
        segment.seekExact(known.term, state);
        return segment.postings(null, PostingsEnum.FREQS);
    }

    private @Nullable TermsEnum[] segments(String field) throws IOException {
        @Nullable TermsEnum[] known = fields.get(field);
        if (known == null) {
            known = new TermsEnum[leaves.size()];
            for (LeafReaderContext leaf : leaves) {
                Terms of = leaf.reader().terms(field);
                known[leaf.ord] = of == null ? null : of.iterator();
            }
            fields.put(field, known);
        }
        return known;
    }
}
