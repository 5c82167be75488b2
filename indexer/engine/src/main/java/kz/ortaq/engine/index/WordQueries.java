package kz.ortaq.engine.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.ortaq.analysis.OrtaqAnalyzers;
import kz.ortaq.engine.query.Evidence;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/** Queries for single words and for words that stand together. */
final class WordQueries {

    /** What a word counts that is only like the one that was typed. */
    private static final float GUESSED = 0.7f;
    /** What the root of a word counts beside its lemma, and beside its first letters. */
    private static final float ROOT = 0.7f;
    /** What the lemma of a common word counts where nothing else of it does: a little less than all forms together. */
    private static final float LEMMA_ALONE = 2.3f;
    /** Beyond so many words a phrase is asked in one spelling: each word of several counts against Lucene's bound. */
    private static final int LONG_PHRASE = 16;
    /** How many words may stand between two that are close. */
    private static final int CLOSE = 3;

    private final WordForms forms;
    private final Set<Evidence> used;

    WordQueries(WordForms forms, Set<Evidence> evidence) {
        this.forms = forms;
        this.used = evidence;
    }

    /** What a word counts in a field, by its lemma and by its first letters; the more alike, the more. */
    List<Clue.Words> evidence(String field, Question.Asked asked, float weight) {
        List<Clue.Words> evidence = new ArrayList<>();
        if (used.contains(Evidence.LEMMA)) {
            evidence.add(clue(IndexFields.lemma(field), asked.word().lemma(), weight, Clue.NO_WORD));
        }
        if (used.contains(Evidence.ROBUST)) {
            evidence.add(clue(IndexFields.robust(field), asked.word().robust(), weight, Clue.NO_WORD));
        }
        List<String> robust = asked.guesses().stream()
                .map(guess -> OrtaqAnalyzers.beginning(guess.key()))
                .distinct()
                .filter(letters -> !asked.word().robust().contains(letters))
                .toList();
        if (!robust.isEmpty()) {
            evidence.add(clue(IndexFields.robust(field), robust, weight * GUESSED, Clue.NO_WORD));
        }
        if (field.equals(IndexFields.TEXT) && !asked.guesses().isEmpty()) {
            evidence.add(guessed(field, asked, weight * GUESSED, Clue.NO_WORD));
        }
        return evidence;
    }

    /**
     * What a word of a sentence counts in a field: its root too, since texts may word it otherwise, but of a common word
     * its lemma alone, for its other forms are long to read and tell nothing more.
     *
     * @param common whether it is common in the index
     */
    List<Clue.Words> ofSentence(String field, Question.Asked asked, float weight, boolean common) {
        if (common) {
            return List.of(clue(IndexFields.lemma(field), asked.word().lemma(), weight * LEMMA_ALONE, Clue.NO_WORD));
        }
        List<Clue.Words> evidence = evidence(field, asked, weight);
        if (used.contains(Evidence.ROOTS)) {
            evidence.add(clue(IndexFields.root(field), asked.word().roots(), weight * ROOT, Clue.NO_WORD));
        }
        return evidence;
    }

    /** The fields' own words that are a word, in some spelling or form, or are like it where it is not known. */
    List<Clue> has(String field, Question.Asked asked, int word) {
        List<Clue> has = new ArrayList<>();
        has.add(clue(field, asked.word().folded(), 0, word));
        has.add(clue(IndexFields.lemma(field), asked.word().lemma(), 0, word));
        if (!asked.known()) {
            has.add(clue(IndexFields.robust(field), asked.word().robust(), 0, word));
            if (!asked.guesses().isEmpty()) {
                has.add(guessed(field, asked, 0, word));
            }
        }
        return has;
    }

    /** A clue as a query of its own. */
    static Query query(Clue clue) {
        return switch (clue) {
            case Clue.Other other -> other.query();
            case Clue.Found found -> query(found.words());
            case Clue.Words words -> {
                SynonymQuery.Builder either = new SynonymQuery.Builder(words.field());
                words.forms().forEach(form -> either.addTerm(new Term(words.field(), form.term()), form.boost()));
                yield new BoostQuery(either.build(), words.weight());
            }
        };
    }

    /**
     * Works by people who have one word of a short question as their name, and the first letter of each other: of a
     * record that has only initials a reader may know the whole name.
     */
    List<Query> names(Question question) {
        List<Query> names = new ArrayList<>();
        List<Question.Asked> words = question.words();
        if (words.size() > 3 || question.asks()) {
            return names;
        }
        for (Question.Asked family : words) {
            BooleanQuery.Builder name = new BooleanQuery.Builder();
            name.add(named(family), Occur.MUST);
            for (Question.Asked given : words) {
                if (given != family) {
                    String letter = given.word().folded().getFirst().substring(0, 1);
                    name.add(
                            new BooleanQuery.Builder()
                                    .add(named(given), Occur.SHOULD)
                                    .add(
                                            new TermQuery(
                                                    new Term(IndexFields.CONTRIBUTOR + IndexFields.ROBUST, letter)),
                                            Occur.SHOULD)
                                    .build(),
                            Occur.MUST);
                }
            }
            names.add(name.build());
        }
        return names;
    }

    /** Pairs of neighbouring words, close to each other in titles. */
    List<Query> closeInTitles(Question question, float weight, KnownTerms index) throws IOException {
        List<List<Term>> spellings = new ArrayList<>();
        for (Question.Asked asked : question.words()) {
            List<Term> inTitles = asked.noted().inTitles;
            if (inTitles == null) {
                inTitles = spellings(IndexFields.TITLE + IndexFields.FOLDED, asked, index);
                asked.noted().inTitles = inTitles;
            }
            spellings.add(inTitles);
        }
        return close(spellings, weight);
    }

    /** Pairs of neighbouring words, close to each other on a page. */
    List<Query> closeInTexts(Question question, float weight, KnownTerms index) throws IOException {
        List<List<Term>> spellings = new ArrayList<>();
        for (Question.Asked asked : question.words()) {
            spellings.add(spellings(IndexFields.TEXT, asked, index));
        }
        return close(spellings, weight);
    }

    private List<Query> close(List<List<Term>> spellings, float weight) {
        List<Query> pairs = new ArrayList<>();
        if (!used.contains(Evidence.CLOSENESS)) {
            return pairs;
        }
        for (int i = 0; i + 1 < spellings.size(); i++) {
            if (!spellings.get(i).isEmpty() && !spellings.get(i + 1).isEmpty()) {
                MultiPhraseQuery.Builder pair = new MultiPhraseQuery.Builder().setSlop(CLOSE);
                pair.add(spellings.get(i).toArray(Term[]::new));
                pair.add(spellings.get(i + 1).toArray(Term[]::new));
                pairs.add(boosted(pair.build(), weight));
            }
        }
        return pairs;
    }

    /** Words in their order, each of them in one of its spellings. */
    Query phrase(String field, String text) {
        List<List<String>> words = forms.keys(text);
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no word");
        }
        if (words.size() == 1) {
            return either(field, words.getFirst());
        }
        if (words.size() > LONG_PHRASE || words.stream().allMatch(terms -> terms.size() == 1)) {
            return new PhraseQuery(field, words.stream().map(List::getFirst).toArray(String[]::new));
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        words.forEach(terms ->
                phrase.add(terms.stream().map(term -> new Term(field, term)).toArray(Term[]::new)));
        return phrase.build();
    }

    private Query named(Question.Asked asked) {
        return new BooleanQuery.Builder()
                .add(
                        either(
                                IndexFields.CONTRIBUTOR + IndexFields.LEMMA,
                                asked.word().lemma()),
                        Occur.SHOULD)
                .add(
                        either(
                                IndexFields.CONTRIBUTOR + IndexFields.ROBUST,
                                asked.word().robust()),
                        Occur.SHOULD)
                .build();
    }

    private static Clue.Words guessed(String field, Question.Asked asked, float weight, int word) {
        List<Clue.Form> like = asked.guesses().stream()
                .map(guess -> new Clue.Form(guess.key(), guess.likeness()))
                .toList();
        return new Clue.Words(field, like, weight, word);
    }

    private static Clue.Words clue(String field, List<String> terms, float weight, int word) {
        return new Clue.Words(
                field, terms.stream().map(term -> new Clue.Form(term, 1)).toList(), weight, word);
    }

    /** The spellings of a word that a field has. */
    private static List<Term> spellings(String field, Question.Asked asked, KnownTerms index) throws IOException {
        List<Term> terms = new ArrayList<>();
        for (String key : asked.word().folded()) {
            if (index.documents(field, key) > 0) {
                terms.add(new Term(field, key));
            }
        }
        return List.copyOf(terms);
    }

    private static Query either(String field, List<String> terms) {
        if (terms.size() == 1) {
            return new TermQuery(new Term(field, terms.getFirst()));
        }
        SynonymQuery.Builder either = new SynonymQuery.Builder(field);
        terms.forEach(term -> either.addTerm(new Term(field, term)));
        return either.build();
    }

    private static Query boosted(Query query, float weight) {
        return weight == 1 ? query : new BoostQuery(query, weight);
    }
}
