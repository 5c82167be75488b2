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
        List<WordForms.Word> words = new ArrayList<>();
        List<String> initials = new ArrayList<>();
        boolean asks = parts.asks;
        for (String term : parts.terms) {
            asks |= special.asks(forms.plain(term));
            if (parts.terms.size() > 1 && INITIALS.matcher(term).matches()) {
                term.codePoints()
                        .filter(Character::isLetter)
                        .forEach(letter -> initials.addAll(KazakhFold.keys(Character.toString(letter))));
            } else {
                words.addAll(meant(term, vocabulary));
            }
        }
        if (asks) {
            // In a sentence «…» is the name of something, and no demand.
            parts.phrases.forEach(phrase -> words.addAll(forms.words(phrase)));
        }
        List<Asked> asked = new ArrayList<>();
        for (WordForms.Word word : telling(words.subList(0, Math.min(words.size(), MOST_WORDS)))) {
            boolean known = vocabulary.knows(word);
            boolean guesses = !known && evidence.contains(Evidence.GUESSES);
            asked.add(new Asked(word, known, guesses ? vocabulary.guesses(word) : List.of()));
        }
        return new Question(
                parts.everything,
                String.join(" ", parts.terms),
                asked,
                initials,
                parts.phrases,
                parts.unwanted,
                asks && words.size() > 1,
                vocabulary.parts());
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

    private List<WordForms.Word> telling(List<WordForms.Word> words) {
        if (!evidence.contains(Evidence.TELLING_WORDS)) {
            return words;
        }
        List<WordForms.Word> telling = words.stream()
                .filter(word -> !special.isFunctionWord(word.typed()))
                .toList();
        return telling.size() >= ENOUGH ? telling : words;
    }
}
