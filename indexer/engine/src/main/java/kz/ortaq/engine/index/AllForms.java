package kz.ortaq.engine.index;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.ortaq.analysis.OrtaqAnalyzers;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * All forms of each word of a text at the word's place, for marking what matched in whichever form: the folded keys as
 * they are, lemmas and first letters with a prefix.
 */
final class AllForms extends Analyzer {

    static final String LEMMA = "lemma:";
    static final String ROBUST = "robust:";

    private final Analyzer folded = OrtaqAnalyzers.folded();
    private final Analyzer lemma = OrtaqAnalyzers.lemma();
    private final Analyzer robust = OrtaqAnalyzers.robust();

    private record Token(String text, int start, int end) {}

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokens tokens = new Tokens();
        return new TokenStreamComponents(reader -> tokens.set(read(reader)), tokens);
    }

    private List<Token> read(Reader reader) {
        try {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[8192];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                text.append(buffer, 0, n);
            }
            List<Token> tokens = new ArrayList<>();
            add(tokens, folded, "", text.toString());
            add(tokens, lemma, LEMMA, text.toString());
            add(tokens, robust, ROBUST, text.toString());
            tokens.sort(Comparator.comparingInt(Token::start));
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private static void add(List<Token> tokens, Analyzer analyzer, String prefix, String text) throws IOException {
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(prefix + term, offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        }
    }

    /** Tokens that were read before. */
    private static final class Tokens extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final PositionIncrementAttribute place = addAttribute(PositionIncrementAttribute.class);
        private List<Token> tokens = List.of();
        private int next;

        void set(List<Token> read) {
            tokens = read;
        }

        @Override
        public boolean incrementToken() {
            if (next == tokens.size()) {
                return false;
            }
            clearAttributes();
            Token token = tokens.get(next);
            boolean samePlace = next > 0 && tokens.get(next - 1).start() == token.start();
            term.append(token.text());
            offset.setOffset(token.start(), token.end());
            place.setPositionIncrement(samePlace ? 0 : 1);
            next++;
            return true;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            next = 0;
        }
    }
}
