package kz.ortaq.engine.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.engine.query.Query;
import kz.ortaq.engine.query.SearchRequest;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.BytesRef;

/** Turns a {@link Query} into Lucene's. */
final class LuceneQueries {

    static final org.apache.lucene.search.Query WORKS =
            new TermQuery(new Term(IndexFields.TYPE, IndexFields.TYPE_WORK));
    static final BitSetProducer PARENTS = new QueryBitSetProducer(WORKS);

    private static final Pattern SPAN = Pattern.compile("(\\d{1,4})?-(\\d{1,4})?");
    private static final float TIE = 0.1f;

    /** Beyond so many words a phrase is asked in one spelling: each word of several counts against Lucene's bound. */
    private static final int LONG_PHRASE = 16;

    private final Analyzer analyzer;

    LuceneQueries(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Works that fit a request, pages never. */
    org.apache.lucene.search.Query works(SearchRequest request) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        builder.add(translate(request.query()), Occur.MUST);
        builder.add(WORKS, Occur.FILTER);
        request.filters().forEach((facet, values) -> builder.add(filter(facet, values), Occur.FILTER));
        return builder.build();
    }

    /** The words of a query as one field has them, for finding a page and for highlighting. */
    org.apache.lucene.search.Query words(Query query, String field) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        words(query, field, builder);
        return builder.build();
    }

    private void words(Query query, String field, BooleanQuery.Builder builder) {
        switch (query) {
            case Query.Everything everything -> {}
            case Query.Nothing nothing -> {}
            case Query.Term term -> builder.add(phrase(field, terms(field, term.text())), Occur.SHOULD);
            case Query.Phrase phrase -> builder.add(phrase(field, terms(field, phrase.text())), Occur.SHOULD);
            case Query.Most most -> most.parts().forEach(part -> words(part, field, builder));
            case Query.Without without -> words(without.wanted(), field, builder);
        }
    }

    private org.apache.lucene.search.Query translate(Query query) {
        return switch (query) {
            case Query.Everything everything -> new MatchAllDocsQuery();
            case Query.Nothing nothing -> new MatchNoDocsQuery("no word was asked for");
            case Query.Term term -> anywhere(term.text());
            case Query.Phrase phrase -> anywhere(phrase.text());
            case Query.Most most -> most(most.parts());
            case Query.Without without ->
                new BooleanQuery.Builder()
                        .add(translate(without.wanted()), Occur.MUST)
                        .add(translate(without.unwanted()), Occur.MUST_NOT)
                        .build();
        };
    }

    private org.apache.lucene.search.Query most(List<Query> parts) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        parts.forEach(part -> builder.add(translate(part), Occur.SHOULD));
        // Two words are both meant; of a longer question a few words may be worded otherwise in the book.
        int size = parts.size();
        builder.setMinimumNumberShouldMatch(size <= 2 ? size : (size * 2 + 2) / 3);
        return builder.build();
    }

    /** Words that stand together, in the best of all fields. */
    private org.apache.lucene.search.Query anywhere(String text) {
        List<org.apache.lucene.search.Query> fields = new ArrayList<>();
        for (Map.Entry<String, Float> part : IndexFields.PARTS.entrySet()) {
            String folded = part.getKey() + IndexFields.FOLDED;
            fields.add(new BoostQuery(phrase(part.getKey(), terms(part.getKey(), text)), part.getValue()));
            fields.add(
                    new BoostQuery(phrase(folded, terms(folded, text)), part.getValue() * IndexFields.FOLDED_WEIGHT));
        }
        org.apache.lucene.search.Query page = phrase(IndexFields.TEXT, terms(IndexFields.TEXT, text));
        fields.add(new BoostQuery(new ToParentBlockJoinQuery(page, PARENTS, ScoreMode.Max), IndexFields.TEXT_WEIGHT));
        return new DisjunctionMaxQuery(fields, TIE);
    }

    /** Words in their order, each of them written in one of several ways. */
    private static org.apache.lucene.search.Query phrase(String field, List<List<String>> words) {
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no word");
        }
        if (words.size() == 1) {
            SynonymQuery.Builder either = new SynonymQuery.Builder(field);
            words.getFirst().forEach(term -> either.addTerm(new Term(field, term)));
            return either.build();
        }
        if (words.size() > LONG_PHRASE || words.stream().allMatch(terms -> terms.size() == 1)) {
            return new PhraseQuery(field, words.stream().map(List::getFirst).toArray(String[]::new));
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        words.forEach(terms ->
                phrase.add(terms.stream().map(term -> new Term(field, term)).toArray(Term[]::new)));
        return phrase.build();
    }

    private static org.apache.lucene.search.Query filter(Facet facet, List<String> values) {
        List<BytesRef> exact = new ArrayList<>();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String value : values) {
            Matcher span = SPAN.matcher(value);
            if (facet == Facet.YEAR && span.matches()) {
                int from = span.group(1) == null ? 0 : Integer.parseInt(span.group(1));
                int to = span.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(span.group(2));
                any.add(IntPoint.newRangeQuery(IndexFields.YEAR_POINT, from, to), Occur.SHOULD);
            } else {
                exact.add(new BytesRef(value));
            }
        }
        if (!exact.isEmpty()) {
            any.add(new TermInSetQuery(facet.code(), exact), Occur.SHOULD);
        }
        return any.build();
    }

    /** The words of a text as a field has them: for each place the terms that stand there. */
    private List<List<String>> terms(String field, String text) {
        List<List<String>> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute place = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (place.getPositionIncrement() > 0) {
                    words.add(new ArrayList<>());
                }
                words.getLast().add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return words;
    }
}
