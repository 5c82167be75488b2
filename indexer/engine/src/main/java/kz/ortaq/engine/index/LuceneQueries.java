package kz.ortaq.engine.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.engine.query.Evidence;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.engine.query.Numbers;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.BytesRef;

/** Turns a {@link Question} into Lucene's query: what must match, and what each match counts. */
final class LuceneQueries {

    static final Query WORKS = new TermQuery(new Term(IndexFields.TYPE, IndexFields.TYPE_WORK));
    static final BitSetProducer PARENTS = new QueryBitSetProducer(WORKS);

    private static final Pattern SPAN = Pattern.compile("(\\d{1,4})?-(\\d{1,4})?");
    /** Of more than a few words a work must have those that together tell so much of what all tell. */
    private static final double TOLD = 0.25;

    private static final float PARTS_OF_FEW = 1f;
    private static final float TEXT_OF_FEW = 0.3f;
    private static final float PARTS_OF_MANY = 0.5f;
    /** More than all words together can count. */
    private static final float KNOWN_ITEM = 1_000f;

    private static final float CLOSENESS = 0.5f;
    private static final float INITIAL = 0.5f;
    private static final int MOST_SPELLINGS = 16;

    private final WordForms forms;
    private final WordQueries words;
    private final Commonness commonness = new Commonness();
    private final Set<Evidence> used;

    LuceneQueries(WordForms forms, Set<Evidence> evidence) {
        this.forms = forms;
        this.words = new WordQueries(forms, evidence);
        this.used = evidence;
    }

    /** Works that fit a question and filters, pages never. */
    Query works(Question question, Map<Facet, List<String>> filters, KnownTerms terms) throws IOException {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        if (!question.isEmpty()) {
            Query clues = new CluesQuery(clues(question, terms), demand(question, terms), terms);
            if (question.demanded().isEmpty() && question.unwanted().isEmpty() && filters.isEmpty()) {
                return clues;
            }
            builder.add(clues, Occur.MUST);
        } else if (question.everything()) {
            builder.add(new MatchAllDocsQuery(), Occur.MUST);
            builder.add(WORKS, Occur.FILTER);
        } else {
            return new MatchNoDocsQuery("no word was asked for");
        }
        question.demanded().forEach(phrase -> builder.add(anywhere(phrase), Occur.FILTER));
        question.unwanted().forEach(text -> builder.add(anywhere(text), Occur.MUST_NOT));
        filters.forEach((facet, values) -> builder.add(filter(facet, values), Occur.FILTER));
        return builder.build();
    }

    /** Works that fit a question, without what each counts for. */
    Query matches(Question question, KnownTerms terms) throws IOException {
        return new ConstantScoreQuery(works(question, Map.of(), terms));
    }

    /** Pages that have the words of a question. */
    Query pages(Question question, KnownTerms terms) throws IOException {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (Question.Asked asked : question.words()) {
            counted(IndexFields.TEXT, textWeight(question), asked, question, isCommon(asked, question, terms))
                    .forEach(clue -> builder.add(WordQueries.query(clue), Occur.SHOULD));
        }
        closeInText(question, terms).forEach(pair -> builder.add(pair, Occur.SHOULD));
        question.phrases().forEach(phrase -> builder.add(words.phrase(IndexFields.TEXT, phrase), Occur.SHOULD));
        return builder.build();
    }

    private static boolean demands(Question question) {
        int asked = question.words().size();
        return asked > 1 && asked <= Demand.MOST_WORDS && !question.asks();
    }

    /** Which of the words must be there. */
    private static Demand demand(Question question, KnownTerms terms) throws IOException {
        if (!demands(question)) {
            return Demand.NONE;
        }
        int asked = question.words().size();
        if (asked <= Question.FEW) {
            // Two words are both meant; of three one may be worded otherwise in the book.
            return Demand.of(asked, 2);
        }
        Vocabulary vocabulary = new Vocabulary(terms);
        double[] rarities = new double[asked];
        for (int i = 0; i < asked; i++) {
            rarities[i] = vocabulary.rarity(question.words().get(i).word());
        }
        return Demand.of(rarities, TOLD);
    }

    private List<Clue> clues(Question question, KnownTerms terms) throws IOException {
        List<Clue> clues = new ArrayList<>();
        if (demands(question)) {
            for (int i = 0; i < question.words().size(); i++) {
                // In some spelling or form, in the record or on a page.
                clues.addAll(words.has(IndexFields.ALL, question.words().get(i), 1 << i));
                clues.addAll(words.has(IndexFields.TEXT, question.words().get(i), 1 << i));
            }
            words.names(question).forEach(name -> clues.add(new Clue.Other(name, false, Clue.ALL_WORDS)));
        }
        for (Question.Asked asked : question.words()) {
            clues.addAll(clues(asked, question, terms));
        }
        closeInText(question, terms).forEach(pair -> clues.add(scored(pair)));
        words.closeInTitles(question, CLOSENESS, terms).forEach(pair -> clues.add(scored(pair)));
        question.phrases().forEach(phrase -> phrase(phrase, clues));
        question.initials().forEach(letter -> clues.add(word(IndexFields.INITIALS, letter, INITIAL)));
        knownItem(question, terms).forEach(known -> clues.add(new Clue.Other(known, true, Clue.ALL_WORDS)));
        return clues;
    }

    /** What speaks for works that have a word: the same in every question that is as long. */
    private List<Clue> clues(Question.Asked asked, Question question, KnownTerms terms) throws IOException {
        boolean few = few(question);
        List<Clue> known = few ? asked.noted().ofFew : asked.noted().ofMany;
        if (known == null) {
            List<Clue.Words> all = new ArrayList<>();
            float weight = few ? PARTS_OF_FEW : PARTS_OF_MANY;
            boolean common = isCommon(asked, question, terms);
            for (Map.Entry<String, Float> part : IndexFields.PARTS.entrySet()) {
                float its = weight * part.getValue();
                all.addAll(counted(part.getKey(), its, asked, question, common));
                // Whoever names a work may spell it; in a sentence letters tell nothing that other forms do not.
                if (few && used.contains(Evidence.EXACT)) {
                    all.add(word(part.getKey(), asked.word().exact(), its * IndexFields.EXACT_WEIGHT));
                }
            }
            all.addAll(counted(IndexFields.TEXT, textWeight(question), asked, question, common));
            List<Clue> found = new ArrayList<>();
            for (Clue.Words clue : all) {
                found.addAll(terms.found(clue));
            }
            known = List.copyOf(found);
            if (few) {
                asked.noted().ofFew = known;
            } else {
                asked.noted().ofMany = known;
            }
        }
        return known;
    }

    /** Whether a word of a sentence is common in the index, so that its lemma alone says enough. */
    private boolean isCommon(Question.Asked asked, Question question, KnownTerms terms) throws IOException {
        return !few(question) && used.contains(Evidence.LEMMA) && new Vocabulary(terms).isCommon(asked.word());
    }

    /** What a word counts in a field by its forms. */
    private List<Clue.Words> counted(
            String field, float weight, Question.Asked asked, Question question, boolean common) {
        if (few(question)) {
            return words.evidence(field, asked, weight);
        }
        float telling = used.contains(Evidence.COMMONNESS)
                ? commonness.telling(asked.word().lemma())
                : 1;
        return words.ofSentence(field, asked, weight * telling, common);
    }

    private static Clue.Words word(String field, String term, float weight) {
        return new Clue.Words(field, List.of(new Clue.Form(term, 1)), weight, Clue.NO_WORD);
    }

    private static Clue scored(Query query) {
        return new Clue.Other(query, true, Clue.NO_WORD);
    }

    private static boolean few(Question question) {
        return question.words().size() <= Question.FEW && !question.asks();
    }

    private static float textWeight(Question question) {
        return few(question) ? TEXT_OF_FEW : 1;
    }

    private List<Query> closeInText(Question question, KnownTerms terms) throws IOException {
        return question.words().size() <= Question.FEW ? words.closeInTexts(question, CLOSENESS, terms) : List.of();
    }

    /** A phrase in the parts of a record and on a page, and as it is spelt before other spellings. */
    private void phrase(String text, List<Clue> clues) {
        clues.add(scored(words.phrase(IndexFields.ALL, text)));
        clues.add(scored(words.phrase(IndexFields.TEXT, text)));
        for (WordForms.Word word : forms.words(text)) {
            IndexFields.PARTS.forEach((part, weight) -> clues.add(word(part, word.exact(), weight)));
        }
    }

    /** Works whose whole title or whose number was typed. */
    private List<Query> knownItem(Question question, KnownTerms terms) throws IOException {
        List<Query> known = new ArrayList<>();
        for (String title : WordForms.whole(question.keys(), MOST_SPELLINGS)) {
            if (terms.documents(IndexFields.WHOLE_TITLE, title) > 0) {
                known.add(new TermQuery(new Term(IndexFields.WHOLE_TITLE, title)));
            }
        }
        Numbers.key(question.typed())
                .ifPresent(number -> known.add(new TermQuery(new Term(IndexFields.NUMBER, number))));
        return known.isEmpty() ? known : List.of(new BoostQuery(new ConstantScoreQuery(any(known)), KNOWN_ITEM));
    }

    /** Words that stand together, in a record or on a page. */
    private Query anywhere(String text) {
        return new BooleanQuery.Builder()
                .add(words.phrase(IndexFields.ALL, text), Occur.SHOULD)
                .add(
                        new ToParentBlockJoinQuery(words.phrase(IndexFields.TEXT, text), PARENTS, ScoreMode.None),
                        Occur.SHOULD)
                .build();
    }

    private static Query any(List<Query> queries) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        queries.forEach(query -> builder.add(query, Occur.SHOULD));
        return builder.build();
    }

    private static Query filter(Facet facet, List<String> values) {
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
}
