package kz.ortaq.engine.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kz.ortaq.analysis.KazakhFold;
import kz.ortaq.engine.index.Question.Asked;
import kz.ortaq.engine.query.Evidence;
import kz.ortaq.engine.query.KeyboardLayouts;
import kz.ortaq.engine.query.Query;
import kz.ortaq.engine.query.SpecialWords;

/** Understands a query by the words that the index has. Safe for use by many threads. */
final class Understanding {

    private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\p{M}*\\.-?){1,3}|\\p{Lu}");
    private static final int ENOUGH = 2;
    private static final int MOST_WORDS = 32;

    /** What is longer, or of more words, is hardly typed again, and would fill the memory. */
    private static final int LONGEST_REMEMBERED = 64;

    private static final int MOST_REMEMBERED = 4;

    private final WordForms forms;
    private final SpecialWords special;
    private final Set<Evidence> evidence;

    Understanding(WordForms forms, SpecialWords special, Set<Evidence> evidence) {
        this.forms = forms;
        this.special = special;
        this.evidence = evidence;
    }

    /** What was typed, taken apart. */
    private static final class Parts {
        private final List<String> terms = new ArrayList<>();
        private final List<String> phrases = new ArrayList<>();
        private final List<String> unwanted = new ArrayList<>();
        private boolean everything;
        private boolean asks;

        private void take(Query query) {
            switch (query) {
                case Query.Everything all -> everything = true;
                case Query.Nothing nothing -> {}
                case Query.Term term -> terms.add(term.text());
                case Query.Phrase phrase -> phrases.add(phrase.text());
                case Query.Most most -> most.parts().forEach(this::take);
                case Query.Sentence sentence -> {
                    asks = true;
                    sentence.parts().forEach(this::take);
                }
                case Query.Without without -> {
                    take(without.wanted());
                    Parts not = new Parts();
                    not.take(without.unwanted());
                    unwanted.addAll(not.terms);
                    unwanted.addAll(not.phrases);
                }
            }
        }
    }

    Question of(Query query, Vocabulary vocabulary) throws IOException {
        Parts parts = new Parts();
        parts.take(query);
        List<Asked> words = new ArrayList<>();
        List<List<String>> keys = new ArrayList<>();
        List<String> initials = new ArrayList<>();
        boolean asks = parts.asks;
        for (String term : parts.terms) {
            Question.Typed typed = typed(term, vocabulary);
            keys.addAll(typed.keys());
            asks |= typed.asks();
            if (parts.terms.size() > 1 && typed.initials()) {
                term.codePoints()
                        .filter(Character::isLetter)
                        .forEach(letter -> initials.addAll(KazakhFold.keys(Character.toString(letter))));
            } else {
                words.addAll(typed.words());
            }
        }
        boolean named = asks || telling(words).size() > Question.FEW;
        if (named) {
            // Among many words, as in a sentence, «…» is the name of something, and no demand.
            for (String phrase : parts.phrases) {
                for (WordForms.Word word : forms.words(phrase)) {
                    words.add(asked(word, vocabulary));
                }
            }
        }
        return new Question(
                parts.everything,
                String.join(" ", parts.terms),
                keys,
                telling(words.subList(0, Math.min(words.size(), MOST_WORDS))),
                initials,
                parts.phrases,
                named ? List.of() : parts.phrases,
                parts.unwanted,
                asks && words.size() > 1);
    }

    /** What a term means in the vocabulary's snapshot, which remembers it if it is short. */
    private Question.Typed typed(String term, Vocabulary vocabulary) throws IOException {
        Question.Typed known = vocabulary.memory().typed().get(term);
        if (known == null) {
            List<Asked> words = new ArrayList<>();
            List<WordForms.Word> meant = meant(term, vocabulary);
            for (WordForms.Word word : meant.subList(0, Math.min(meant.size(), MOST_WORDS))) {
                words.add(asked(word, vocabulary));
            }
            known = new Question.Typed(
                    special.asks(forms.plain(term)),
                    INITIALS.matcher(term).matches(),
                    words,
                    forms.words(term).stream().map(WordForms.Word::folded).toList());
            if (term.length() <= LONGEST_REMEMBERED && words.size() <= MOST_REMEMBERED) {
                vocabulary.memory().typed().put(term, known);
            }
        }
        return known;
    }

    private Asked asked(WordForms.Word word, Vocabulary vocabulary) throws IOException {
        boolean known = vocabulary.knows(word);
        boolean guesses = !known && evidence.contains(Evidence.GUESSES);
        return new Asked(
                word,
                known,
                guesses ? vocabulary.guesses(word) : List.of(),
                !special.isFunctionWord(word.typed()),
                new Question.Noted());
    }

    /** The words of a term; where the index knows none of them, those that the keyboard was meant to write. */
    private List<WordForms.Word> meant(String term, Vocabulary vocabulary) throws IOException {
        List<WordForms.Word> typed = forms.words(term);
        for (WordForms.Word word : typed) {
            if (vocabulary.knows(word)) {
                return typed;
            }
        }
        for (String reading : KeyboardLayouts.otherReadings(term)) {
            List<WordForms.Word> read = forms.words(reading);
            if (read.size() == 1 && vocabulary.knows(read.getFirst())) {
                return read;
            }
        }
        return typed;
    }

    private List<Asked> telling(List<Asked> words) {
        if (!evidence.contains(Evidence.TELLING_WORDS)) {
            return words;
        }
        List<Asked> telling = words.stream().filter(Asked::tells).toList();
        return telling.size() >= ENOUGH ? telling : words;
    }
}
