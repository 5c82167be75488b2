package kz.ortaq.letters;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * What letters say of bytes and of texts, in Kazakh, Russian and English. All of it goes by how often letters follow
 * each other in words; nothing is looked up in a dictionary. Safe among threads.
 */
public final class Letters {

    private Letters() {}

    /**
     * How much a text reads as words of some language in Cyrillic or Latin letters, from 0 to 1.
     *
     * <p>Prose scores 1, and so do most lists of titles and names; a page of OCR with an error in each second word about
     * 0.5; an honest language that is far from ours 0.6 to 1; letters of a wrong charset or a font of its own, and
     * letters at random, 0 to 0.2. Below 0.4 a text layer is not worth keeping. Texts of fewer than a dozen letters, and
     * of other scripts, score 1, because nothing can be said of them; digits and signs do not count.
     */
    public static double readable(String text) {
        return Reading.readable(text, true);
    }

    /**
     * The same for Kazakh, Russian, English and the languages near them alone: another in Latin letters scores 0 to 0.7.
     * What is that foreign may have been read in the wrong one of two Latin charsets, which differ in few letters.
     */
    public static double familiar(String text) {
        return Reading.readable(text, false);
    }

    /** The language that most of a text is in: {@code kk}, {@code ru} or {@code en}; empty for others and nonsense. */
    public static String language(String text) {
        return Reading.language(text);
    }

    /**
     * The charset of a text, by its bytes: byte order marks and UTF-16, UTF-8, then the charset of eight bits in which
     * it reads best.
     *
     * @param bytes the text or its beginning, which may end within a character; 64 KiB are plenty
     * @param declared what the text or its server says; believed where the bytes bear it out
     */
    public static Charset charset(byte[] bytes, Optional<Charset> declared) {
        return CharsetGuess.of(bytes, declared);
    }

    /** UTF-8 or UTF-16 by a byte order mark, or UTF-16 without one by its higher bytes; empty where there is neither. */
    public static Optional<Charset> unicode(byte[] bytes) {
        return CharsetGuess.unicode(bytes);
    }

    /** The charset of eight bits in which bytes read as Cyrillic; empty where they do in none. */
    public static Optional<Charset> cyrillic(byte[] bytes) {
        return CharsetGuess.cyrillic(bytes);
    }

    /**
     * How much bytes above 0x7F read as Cyrillic in a charset: about half for each letter of such a text, and less than
     * nothing where they read as none. For those who weigh it against other alphabets.
     *
     * @param charset one of eight bits
     */
    public static double cyrillicScore(byte[] bytes, Charset charset) {
        return CharsetGuess.score(bytes, charset);
    }

    /** A text as it was meant, where it was read in the wrong charset or written in a font of its own kind. */
    public static String mend(String text) {
        return Mending.of(List.of(text)).mend(text);
    }

    /**
     * A text without letters of another alphabet in its words: Latin ones in Cyrillic words and the reverse, as typists
     * leave them. A word that is one of its alphabet as it stands stays.
     */
    public static String mendLookAlikes(String text) {
        return mendLookAlikes(List.of(text)).getFirst();
    }

    /** The same for the pages of a document, each by its own language. */
    public static List<String> mendLookAlikes(List<String> pages) {
        return LookAlikes.mend(pages, false);
    }

    /**
     * What OCR read, with Kazakh letters where it saw Latin or Russian ones that look like them, as far as the word
     * tells and the text is Kazakh.
     */
    public static String mendOcr(String text) {
        return LookAlikes.mend(List.of(text), true).getFirst();
    }
}
