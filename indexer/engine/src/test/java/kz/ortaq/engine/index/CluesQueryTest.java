package kz.ortaq.engine.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** Works by clues are the works that Lucene's own queries and joins find, with the same scores. */
class CluesQueryTest {

    private static final String[] WORDS = {"абай", "жолы", "роман", "слова", "song", "қан", "мен", "тер"};
    private static final String RECORD = "record";
    private static final String PAGE = "page";
    private static final float TITLE_WEIGHT = 0.7f;
    private static final float TOLERANCE = 1e-4f;
    private static final int MOST = 10_000;

    private final long seed = Long.getLong("ortaq.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void findsAndScoresAsJoinsDo() throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            write(directory, 9_000);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (int i = 0; i < 20; i++) {
                    List<List<String>> asked = asked();
                    assertSame(reader, clues(asked), Demand.NONE, joined(reader, asked));
                }
            }
        }
    }

    @Test
    void leavesOutWorksThatHaveTooFewOfTheWords() throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            write(directory, 3_000);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (int i = 0; i < 20; i++) {
                    List<List<String>> asked = asked();
                    BooleanQuery.Builder most = new BooleanQuery.Builder().setMinimumNumberShouldMatch(asked.size());
                    asked.forEach(forms -> most.add(
                            new BooleanQuery.Builder()
                                    .add(either(RECORD, forms), Occur.SHOULD)
                                    .add(onPage(either(PAGE, forms)), Occur.SHOULD)
                                    .build(),
                            Occur.SHOULD));
                    Query all = new BooleanQuery.Builder()
                            .add(joined(reader, asked), Occur.MUST)
                            .add(most.build(), Occur.FILTER)
                            .build();
                    assertSame(reader, clues(asked), Demand.of(asked.size(), asked.size()), all);
                }
            }
        }
    }

    @Test
    void searchesShareWhatTheyFoundOutAndTheirSpace() throws Exception {
        try (Directory directory = new ByteBuffersDirectory()) {
            write(directory, 6_000);
            try (DirectoryReader reader = DirectoryReader.open(directory);
                    ExecutorService threads = Executors.newFixedThreadPool(6)) {
                IndexSearcher searcher = searcher(reader);
                TermMemory memory = new TermMemory(reader);
                List<Future<?>> searches = new ArrayList<>();
                for (int i = 0; i < 120; i++) {
                    List<List<String>> asked = asked();
                    boolean breaksOff = i % 5 == 0;
                    searches.add(threads.submit(() -> {
                        try (KnownTerms terms = memory.borrow()) {
                            Query ours = new CluesQuery(clues(asked), Demand.NONE, terms);
                            if (breaksOff) {
                                assertThrows(BrokenOff.class, () -> searcher.search(ours, new BreakingOff()));
                            } else {
                                assertSame(found(searcher, joined(reader, asked)), found(searcher, ours));
                            }
                        }
                        return null;
                    }));
                }
                for (Future<?> search : searches) {
                    search.get();
                }
            }
        }
    }

    /** As when the time of a search is over. */
    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Takes some hits and no more. */
    private static final class BreakingOff extends SimpleCollector {
        private int left = 10;

        @Override
        public void collect(int document) {
            if (left-- == 0) {
                throw new BrokenOff();
            }
        }

        @Override
        public org.apache.lucene.search.ScoreMode scoreMode() {
            return org.apache.lucene.search.ScoreMode.COMPLETE;
        }
    }

    private static IndexSearcher searcher(DirectoryReader reader) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(IndexFields.similarity());
        searcher.setQueryCache(null);
        return searcher;
    }

    private void assertSame(DirectoryReader reader, List<Clue> clues, Demand demand, Query joined) throws IOException {
        IndexSearcher searcher = searcher(reader);
        Query ours = new CluesQuery(clues, demand, new KnownTerms(new TermMemory(reader)));

        assertSame(found(searcher, joined), found(searcher, ours));
        Query some = new TermQuery(new Term("filter", "yes"));
        assertSame(found(searcher, filtered(joined, some)), found(searcher, filtered(ours, some)));
        // Of few the collector says what score is too low to be shown.
        ScoreDoc[] best = searcher.search(joined, 5).scoreDocs;
        ScoreDoc[] bestOfOurs = searcher.search(ours, 5).scoreDocs;
        assertEquals(best.length, bestOfOurs.length, "seed " + seed);
        for (int i = 0; i < best.length; i++) {
            assertEquals(best[i].score, bestOfOurs[i].score, TOLERANCE, "the best, seed " + seed);
        }
    }

    private void assertSame(Map<Integer, Float> expected, Map<Integer, Float> found) {
        assertEquals(expected.keySet(), found.keySet(), "seed " + seed);
        expected.forEach((document, score) ->
                assertEquals(score, found.getOrDefault(document, -1f), TOLERANCE, document + ", seed " + seed));
    }

    private static Query filtered(Query query, Query filter) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
    }

    private static Map<Integer, Float> found(IndexSearcher searcher, Query query) throws IOException {
        Map<Integer, Float> found = new TreeMap<>();
        for (ScoreDoc doc : searcher.search(query, MOST).scoreDocs) {
            found.put(doc.doc, doc.score);
        }
        return found;
    }

    /** Two or three words, each in one form or two. */
    private List<List<String>> asked() {
        List<List<String>> asked = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            String word = WORDS[random.nextInt(WORDS.length)];
            asked.add(random.nextBoolean() ? List.of(word) : List.of(word, "nowhere", WORDS[0]));
        }
        return asked;
    }

    private static List<Clue> clues(List<List<String>> asked) {
        List<Clue> clues = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            List<Clue.Form> forms = asked.get(i).stream()
                    .distinct()
                    .map(term -> new Clue.Form(term, 1))
                    .toList();
            clues.add(new Clue.Words(RECORD, forms, TITLE_WEIGHT, 1 << i));
            clues.add(new Clue.Words(PAGE, forms, 1, 1 << i));
        }
        clues.add(new Clue.Other(new PhraseQuery(PAGE, WORDS[0], WORDS[1]), true, Clue.NO_WORD));
        return clues;
    }

    private static Query joined(DirectoryReader reader, List<List<String>> asked) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        BooleanQuery.Builder page = new BooleanQuery.Builder();
        for (List<String> forms : asked) {
            all.add(new BoostQuery(either(RECORD, forms), TITLE_WEIGHT * rare(reader, RECORD, forms)), Occur.SHOULD);
            page.add(new BoostQuery(either(PAGE, forms), rare(reader, PAGE, forms)), Occur.SHOULD);
        }
        page.add(new PhraseQuery(PAGE, WORDS[0], WORDS[1]), Occur.SHOULD);
        return all.add(onPage(page.build()), Occur.SHOULD).build();
    }

    /** What a clue counts more than by BM25's own rarity. */
    private static float rare(DirectoryReader reader, String field, List<String> forms) throws IOException {
        int having = 0;
        for (String form : forms) {
            having = Math.max(having, reader.docFreq(new Term(field, form)));
        }
        TermMemory.FieldScores scores = new TermMemory(reader).scores(field);
        double one = TermMemory.rarity(scores.documents(), 1);
        return (float) (scores.rarity(having) * one / TermMemory.rarity(scores.documents(), having));
    }

    private static Query either(String field, List<String> forms) {
        SynonymQuery.Builder either = new SynonymQuery.Builder(field);
        forms.stream().distinct().forEach(form -> either.addTerm(new Term(field, form)));
        return either.build();
    }

    private static Query onPage(Query page) {
        return new ToParentBlockJoinQuery(page, LuceneQueries.PARENTS, ScoreMode.Max);
    }

    /** Works of none to four pages, some of them deleted, in several segments. */
    private void write(Directory directory, int works) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (int i = 0; i < works; i++) {
                List<Document> block = new ArrayList<>();
                for (int page = random.nextInt(5); page > 0; page--) {
                    block.add(document(IndexFields.TYPE_PAGE, PAGE, i));
                }
                block.add(document(IndexFields.TYPE_WORK, RECORD, i));
                writer.addDocuments(block);
                if (i == works / 3) {
                    writer.commit();
                }
            }
            for (int i = 0; i < works; i += 7) {
                writer.deleteDocuments(new Term(IndexFields.ID, String.valueOf(i)));
            }
        }
    }

    private Document document(String type, String field, int id) {
        StringBuilder text = new StringBuilder();
        for (int words = random.nextInt(12); words > 0; words--) {
            text.append(random.nextInt(3) == 0 ? WORDS[random.nextInt(WORDS.length)] : "other")
                    .append(' ');
        }
        Document document = new Document();
        document.add(new StringField(IndexFields.TYPE, type, Field.Store.NO));
        document.add(new StringField(IndexFields.ID, String.valueOf(id), Field.Store.NO));
        document.add(new StringField("filter", random.nextInt(50) == 0 ? "yes" : "no", Field.Store.NO));
        document.add(new TextField(field, text.toString(), Field.Store.NO));
        return document;
    }
}
