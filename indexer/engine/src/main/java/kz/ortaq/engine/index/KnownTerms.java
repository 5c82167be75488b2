package kz.ortaq.engine.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one search in one snapshot of the index, each looked up once: to understand a question and to answer it
 * takes the same terms. Serves one thread; what it finds is remembered for others, and what it holds open and its space
 * serve one search after the other.
 */
final class KnownTerms implements AutoCloseable {

    /** Three kilobytes each. */
    private static final int MOST_SPARE = 256;

    private final TermMemory memory;
    private final List<LeafReaderContext> leaves;
    private final Map<String, Field> fields = new HashMap<>();
    private final ClueWindow window = new ClueWindow();
    private int spare;

    KnownTerms(TermMemory memory) {
        this.memory = memory;
        this.leaves = memory.reader().leaves();
    }

    /** A term, and where the segments have it. */
    static final class Known {
        private final BytesRef term;
        private final @Nullable TermState[] states;
        private final int documents;

        private Known(BytesRef term, @Nullable TermState[] states, int documents) {
            this.term = term;
            this.states = states;
            this.documents = documents;
        }

        /** How many documents have it. */
        int documents() {
            return documents;
        }
    }

    /** A field, by segments; what reads its postings is used again by the next search. */
    private final class Field {
        private final @Nullable TermsEnum[] terms;
        private final List<List<PostingsEnum>> postings = new ArrayList<>();
        private final int[] used;

        Field(String name) throws IOException {
            this.terms = new TermsEnum[leaves.size()];
            this.used = new int[leaves.size()];
            for (LeafReaderContext leaf : leaves) {
                Terms of = leaf.reader().terms(name);
                terms[leaf.ord] = of == null ? null : of.iterator();
                postings.add(new ArrayList<>());
            }
        }

        PostingsEnum postings(TermsEnum segment, int ord) throws IOException {
            List<PostingsEnum> known = postings.get(ord);
            int next = used[ord]++;
            if (next >= known.size()) {
                PostingsEnum fresh = segment.postings(null, PostingsEnum.FREQS);
                if (spare < MOST_SPARE && next == known.size()) {
                    known.add(fresh);
                    spare++;
                }
                return fresh;
            }
            PostingsEnum again = segment.postings(known.get(next), PostingsEnum.FREQS);
            known.set(next, again);
            return again;
        }
    }

    IndexReader reader() {
        return memory.reader();
    }

    TermMemory memory() {
        return memory;
    }

    /** Space for one search at a time. */
    ClueWindow window() {
        return window;
    }

    /** How many documents have a term. */
    int documents(String field, String text) throws IOException {
        return find(field, text).documents;
    }

    Known find(String field, String text) throws IOException {
        TermMemory.InField term = new TermMemory.InField(field, text);
        Known known = memory.terms().get(term);
        if (known == null) {
            known = look(field, new BytesRef(text));
            memory.terms().put(term, known);
        }
        return known;
    }

    /** The terms of a clue that are there; empty where none is. */
    List<Clue> found(Clue.Words words) throws IOException {
        List<Known> known = new ArrayList<>(words.forms().size());
        int documents = 0;
        for (Clue.Form form : words.forms()) {
            Known term = find(words.field(), form.term());
            known.add(term);
            documents = Math.max(documents, term.documents);
        }
        if (documents == 0) {
            return List.of();
        }
        TermMemory.FieldScores scores = words.counts() ? memory.scores(words.field()) : null;
        float weight = scores == null ? 0 : words.weight() * scores.rarity(documents);
        return List.of(new Clue.Found(words, known, scores, weight));
    }

    private Known look(String field, BytesRef term) throws IOException {
        @Nullable TermsEnum[] segments = field(field).terms;
        @Nullable TermState[] states = new TermState[segments.length];
        int documents = 0;
        for (int i = 0; i < segments.length; i++) {
            TermsEnum segment = segments[i];
            if (segment != null && segment.seekExact(term)) {
                states[i] = segment.termState();
                documents += segment.docFreq();
            }
        }
        return new Known(term, states, documents);
    }

    /** The documents of a segment that have a term, and how often; null where none has. Good until this is closed. */
    @Nullable
    PostingsEnum postings(String field, Known known, LeafReaderContext leaf) throws IOException {
        TermState state = known.states[leaf.ord];
        if (state == null) {
            return null;
        }
        Field of = field(field);
        TermsEnum segment = of.terms[leaf.ord];
        if (segment == null) {
            return null;
        }
        segment.seekExact(known.term, state);
        return of.postings(segment, leaf.ord);
    }

    private Field field(String name) throws IOException {
        Field known = fields.get(name);
        if (known == null) {
            known = new Field(name);
            fields.put(name, known);
        }
        return known;
    }

    @Override
    public void close() {
        fields.values().forEach(field -> Arrays.fill(field.used, 0));
        memory.giveBack(this);
    }
}
