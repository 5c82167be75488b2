package kz.ortaq.engine.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kz.ortaq.engine.query.Evidence;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.engine.query.SearchBox;
import kz.ortaq.engine.query.SearchRequest;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.engine.query.SpecialWords;
import kz.ortaq.engine.query.Suggestion;
import kz.ortaq.engine.query.WorkSummary;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.join.ParentChildrenBlockJoinQuery;
import org.jspecify.annotations.Nullable;

/** Answers searches from one snapshot of the index at a time. Safe for use by many threads. */
final class IndexSearch {

    private static final Sort BY_SCORE =
            new Sort(SortField.FIELD_SCORE, new SortField(IndexFields.ID_ORDER, SortField.Type.STRING));
    private static final Comparator<SearchIndex.Ranked> BEST_FIRST = (one, other) -> one.score() == other.score()
            ? one.work().compareTo(other.work())
            : Float.compare(other.score(), one.score());
    private static final int FACET_VALUES = 200;
    private static final int LONGEST_TYPED = 200;
    /** Milliseconds that a completion may take: who types does not wait. */
    private static final long SUGGESTING = 300;

    private static final int MOST_CLAUSES = 8_192;

    static {
        // A long query asks each word in every part and form, some words in several spellings.
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private final FacetsConfig facets = IndexFields.facets();
    private final Understanding understanding;
    private final LuceneQueries queries;
    private final Highlights highlights;
    private final Completions completions;
    private final BetterWords better;
    private final SearchBox box = new SearchBox(LONGEST_TYPED);
    private final long milliseconds;
    private final Map<IndexReader, Snapshot> snapshots = new ConcurrentHashMap<>();

    /**
     * What is kept of an open snapshot: the newest is asked most, but who pages by a cursor asks an older one beside it.
     *
     * @param facets ordinals of facets, which cost to make; null where no work has any
     */
    private record Snapshot(TermMemory memory, @Nullable SortedSetDocValuesReaderState facets) {}

    /** @param milliseconds how long one search may take */
    IndexSearch(long milliseconds, WordForms forms, Set<Evidence> evidence) {
        this.milliseconds = milliseconds;
        this.understanding = new Understanding(forms, new SpecialWords(), evidence);
        this.queries = new LuceneQueries(forms, evidence);
        this.highlights = new Highlights(new WordQueries(forms, evidence));
        ChildSafe safe = new ChildSafe(forms);
        this.completions = new Completions(forms, safe);
        this.better = new BetterWords(forms, safe);
    }

    SearchResult search(DirectoryReader reader, SearchRequest request, @Nullable Cursor cursor) throws IOException {
        try (KnownTerms terms = terms(reader)) {
            return search(reader, request, cursor, terms);
        }
    }

    private SearchResult search(
            DirectoryReader reader, SearchRequest request, @Nullable Cursor cursor, KnownTerms terms)
            throws IOException {
        IndexSearcher searcher = searcher(reader);
        FieldDoc after = cursor == null ? null : cursor.place(reader.maxDoc());
        int skipped = after == null ? (request.page() - 1) * request.size() : 0;
        Question question = understanding.of(request.query(), new Vocabulary(terms));
        Query works = queries.works(question, request.filters(), terms);
        FacetsCollectorManager.FacetsResult found = FacetsCollectorManager.searchAfter(
                searcher, after, works, skipped + request.size() + 1, BY_SCORE, new FacetsCollectorManager());
        ScoreDoc[] all = found.topDocs().scoreDocs;
        List<SearchResult.Hit> hits = new ArrayList<>();
        int end = Math.min(all.length, skipped + request.size());
        Query pages = queries.pages(question, terms);
        for (int i = skipped; i < end; i++) {
            hits.add(hit(searcher, question, pages, (FieldDoc) all[i]));
        }
        String next = all.length > end && end > skipped
                ? Cursor.of(reader.getVersion(), (FieldDoc) all[end - 1]).write()
                : "";
        long total = found.topDocs().totalHits.value();
        boolean first = after == null && request.page() == 1;
        String meant = first ? better.of(searcher(reader), question, total, text -> finds(reader, text)) : "";
        return new SearchResult(total, !searcher.timedOut(), hits, facets(reader, found), next, meant);
    }

    /** What completes what is being typed. */
    List<Suggestion> suggestions(DirectoryReader reader, String typed, String language, int most) throws IOException {
        String read = typed.length() > LONGEST_TYPED ? typed.substring(0, LONGEST_TYPED) : typed;
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setTimeout(new QueryTimeoutImpl(Math.min(milliseconds, SUGGESTING)));
        return completions.of(searcher, read, language, most, text -> finds(reader, text));
    }

    private boolean finds(DirectoryReader reader, String text) throws IOException {
        try (KnownTerms terms = terms(reader)) {
            Question question = understanding.of(box.parse(text), new Vocabulary(terms));
            IndexSearcher searcher = searcher(reader);
            searcher.setTimeout(new QueryTimeoutImpl(Math.min(milliseconds, SUGGESTING)));
            Query works = queries.matches(question, terms);
            return searcher.search(works, new TopScoreDocCollectorManager(1, 1)).scoreDocs.length > 0;
        }
    }

    /** The best works for a query. */
    List<SearchIndex.Ranked> ranked(DirectoryReader reader, kz.ortaq.engine.query.Query query, int most)
            throws IOException {
        ScoreDoc[] best;
        try (KnownTerms terms = terms(reader)) {
            Question question = understanding.of(query, new Vocabulary(terms));
            Query works = queries.works(question, Map.of(), terms);
            best = searcher(reader).search(works, new TopScoreDocCollectorManager(most, most)).scoreDocs;
        }
        // Ids are read of the best alone: to compare them among all that are found costs a tenth of the search.
        List<SearchIndex.Ranked> ranked = ids(reader, best);
        ranked.sort(BEST_FIRST);
        return ranked;
    }

    /** The ids of hits, read in the order of documents and given in that of the hits. */
    private static List<SearchIndex.Ranked> ids(DirectoryReader reader, ScoreDoc[] hits) throws IOException {
        long[] inOrder = new long[hits.length];
        for (int i = 0; i < hits.length; i++) {
            inOrder[i] = (long) hits[i].doc << Integer.SIZE | i;
        }
        Arrays.sort(inOrder);
        SearchIndex.Ranked[] ranked = new SearchIndex.Ranked[hits.length];
        BinaryDocValues ids = DocValues.emptyBinary();
        LeafReaderContext leaf = null;
        for (long place : inOrder) {
            ScoreDoc hit = hits[(int) place];
            LeafReaderContext its = reader.leaves().get(ReaderUtil.subIndex(hit.doc, reader.leaves()));
            if (its != leaf) {
                leaf = its;
                ids = DocValues.getBinary(its.reader(), IndexFields.ID_VALUE);
            }
            String id =
                    ids.advanceExact(hit.doc - its.docBase) ? ids.binaryValue().utf8ToString() : "";
            ranked[(int) place] = new SearchIndex.Ranked(id, hit.score);
        }
        return new ArrayList<>(List.of(ranked));
    }

    /** To be closed by the one search that it is for. */
    private KnownTerms terms(DirectoryReader reader) throws IOException {
        return snapshot(reader).memory().borrow();
    }

    /** What is kept of a snapshot, until it is closed. */
    private Snapshot snapshot(DirectoryReader reader) throws IOException {
        Snapshot known = snapshots.get(reader);
        if (known != null) {
            return known;
        }
        boolean any = MultiDocValues.getSortedSetValues(reader, FacetsConfig.DEFAULT_INDEX_FIELD_NAME) != null;
        Snapshot fresh = new Snapshot(
                new TermMemory(reader), any ? new DefaultSortedSetDocValuesReaderState(reader, facets) : null);
        Snapshot sooner = snapshots.putIfAbsent(reader, fresh);
        if (sooner != null) {
            return sooner;
        }
        reader.getReaderCacheHelper().addClosedListener(closed -> snapshots.remove(reader));
        return fresh;
    }

    private IndexSearcher searcher(DirectoryReader reader) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(IndexFields.similarity());
        searcher.setTimeout(new QueryTimeoutImpl(milliseconds));
        return searcher;
    }

    private SearchResult.Hit hit(IndexSearcher searcher, Question question, Query pages, FieldDoc doc)
            throws IOException {
        StoredFields fields = searcher.storedFields();
        WorkSummary work = WorkDocuments.summary(fields.document(doc.doc).get(IndexFields.SUMMARY));
        SearchResult.PageHit page = work.fullText() ? page(searcher, fields, question, pages, doc.doc) : null;
        return new SearchResult.Hit(work, (Float) doc.fields[0], highlights.of(question, work), page);
    }

    private SearchResult.@Nullable PageHit page(
            IndexSearcher searcher, StoredFields fields, Question question, Query pages, int work) throws IOException {
        TopDocs best = searcher.search(new ParentChildrenBlockJoinQuery(LuceneQueries.PARENTS, pages, work), 1);
        if (best.scoreDocs.length == 0) {
            return null;
        }
        Document page = fields.document(best.scoreDocs[0].doc);
        return WorkDocuments.pageHit(page, highlights.passage(question, page.get(IndexFields.PAGE_TEXT)));
    }

    private Map<Facet, List<SearchResult.FacetValue>> facets(
            DirectoryReader reader, FacetsCollectorManager.FacetsResult found) throws IOException {
        Map<Facet, List<SearchResult.FacetValue>> values = new EnumMap<>(Facet.class);
        SortedSetDocValuesReaderState state = snapshot(reader).facets();
        if (state == null) {
            return values;
        }
        SortedSetDocValuesFacetCounts counts = new SortedSetDocValuesFacetCounts(state, found.facetsCollector());
        for (Facet facet : Facet.values()) {
            FacetResult result = counts.getTopChildren(FACET_VALUES, facet.code());
            List<SearchResult.FacetValue> list = new ArrayList<>();
            if (result != null) {
                for (LabelAndValue value : result.labelValues) {
                    list.add(new SearchResult.FacetValue(value.label, value.value.longValue()));
                }
            }
            values.put(facet, List.copyOf(list));
        }
        return values;
    }
}
