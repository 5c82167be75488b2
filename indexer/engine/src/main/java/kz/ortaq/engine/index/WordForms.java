package kz.ortaq.engine.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kz.ortaq.analysis.OrtaqAnalyzers;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Cuts a text into words, and gives the forms under which the index has each. Safe for use by many threads. */
final class WordForms {

    // A longer title is not typed whole.
    private static final int LONGEST = 24;

    // What is typed without a blank is mostly a word, and was typed before.
    private static final int LONGEST_TERM = 32;
    private static final int TERMS = 1 << 14;

    private static final Pattern SIGNS = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private final Analyzer exact = OrtaqAnalyzers.exact();
    private final Analyzer folded = OrtaqAnalyzers.folded();
    private final Analyzer lemma = OrtaqAnalyzers.lemma();
    private final Remembered<String, List<Word>> terms = new Remembered<>(TERMS);

    /**
     * A word of a question.
     *
     * @param typed as it stands in the text
     * @param exact in lower case
     * @param folded the keys of its spellings
     * @param lemma its dictionary forms
     * @param robust the first letters of its keys
     * @param roots the first letters of its lemmas
     */
    record Word(
            String typed,
            String exact,
            List<String> folded,
            List<String> lemma,
            List<String> robust,
            List<String> roots) {}

    /** A word without the signs around it. */
    String plain(String term) {
        return SIGNS.matcher(term).replaceAll("");
    }

    /** The words of a text, in their order. */
    List<Word> words(String text) {
        return text.length() > LONGEST_TERM || text.isBlank() ? read(text) : terms.get(text, this::read);
    }

    private List<Word> read(String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = exact.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String typed = text.substring(offset.startOffset(), offset.endOffset());
                List<String> keys = terms(folded, typed);
                List<String> lemmas = terms(lemma, typed);
                words.add(new Word(typed, term.toString(), keys, lemmas, beginnings(keys), Roots.of(lemmas)));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return List.copyOf(words);
    }

    /** What the robust field has of folded keys. */
    private static List<String> beginnings(List<String> keys) {
        return keys.stream().map(OrtaqAnalyzers::beginning).distinct().toList();
    }

    /**
     * Spellings of a whole text as single terms: the keys of its words with a space between, in at most {@code most}
     * combinations; none for a text without words or with more than {@value #LONGEST} of them.
     */
    List<String> whole(String text, int most) {
        return whole(keys(text), most);
    }

    /** The same of the keys of words. */
    static List<String> whole(List<List<String>> keys, int most) {
        if (keys.isEmpty() || keys.size() > LONGEST) {
            return List.of();
        }
        List<String> spellings = List.of("");
        for (List<String> word : keys) {
            List<String> longer = new ArrayList<>();
            for (String key : word) {
                for (String spelling : spellings) {
                    longer.add(spelling.isEmpty() ? key : spelling + " " + key);
                }
            }
            spellings = longer.size() > most ? longer.subList(0, most) : longer;
        }
        return List.copyOf(spellings);
    }

    /** The keys of each word of a text. */
    List<List<String>> keys(String text) {
        List<List<String>> words = new ArrayList<>();
        try (TokenStream stream = folded.tokenStream("", text)) {
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

    /** How a text writes the word of a key, each time it does. */
    List<String> spellings(String text, String key) {
        List<String> spellings = new ArrayList<>();
        try (TokenStream stream = folded.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (term.toString().equals(key)) {
                    spellings.add(text.substring(offset.startOffset(), offset.endOffset()));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return spellings;
    }

    private static List<String> terms(Analyzer analyzer, String word) throws IOException {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream stream = analyzer.tokenStream("", word)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        }
        return List.copyOf(terms);
    }
}
