package kz.ortaq.analysis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Sorts as Kazakh dictionaries do: by the forty-two letters from а, ә, б, в, г, ғ to ы, і, ь, э, ю, я, which hold the
 * Russian ones in their own order, then Latin. Numbers come before letters and by their value, so that № 9 stands before
 * № 10; a space before either, so that shorter names stand before longer ones that begin with them. Punctuation, marks
 * over Latin letters and case decide only between names that are otherwise the same, small letters first.
 *
 * <p>The JDK sorts Kazakh by the order of Unicode: Ә, Қ and Ө after Я, and І before А. Only the first
 * {@value #LONGEST} characters count for the order of letters. Two strings compare as 0 only where they are equal; the
 * class may be used by many threads.
 */
public final class KazakhCollation implements Comparator<String> {

    /** So many characters of a string decide; equal beginnings of that length are told apart by code points. */
    public static final int LONGEST = 500;

    private static final String ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

    private static final int SPACE = 2;
    private static final int NUMBER = 3;
    private static final int CYRILLIC = 0x10;
    private static final int OTHER_CYRILLIC = CYRILLIC + 2 * 42;
    private static final int LATIN = OTHER_CYRILLIC + 4;
    private static final int OTHER = LATIN + 2 * 26 + 2;

    @Override
    public int compare(String left, String right) {
        int order = Arrays.compareUnsigned(key(left), key(right));
        return order != 0 ? order : left.compareTo(right);
    }

    /**
     * A key whose bytes, compared as unsigned, order strings as {@link #compare} does: for an index or a database that
     * sorts bytes.
     */
    public static byte[] key(String text) {
        String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
        String counted = whole.substring(0, Math.min(whole.length(), LONGEST));
        ByteArrayOutputStream letters = new ByteArrayOutputStream(counted.length() + 8);
        ByteArrayOutputStream cases = new ByteArrayOutputStream(counted.length());
        boolean space = false;
        for (int i = 0; i < counted.length(); ) {
            int c = counted.codePointAt(i);
            int length = Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = letters.size() > 0;
            } else if (Character.isLetterOrDigit(c)) {
                if (space) {
                    letters.write(SPACE);
                    space = false;
                }
                if (c >= '0' && c <= '9') {
                    length = number(counted, i, letters);
                } else {
                    letter(Character.toLowerCase(c), letters);
                    cases.write(Character.isUpperCase(c) ? 2 : 1);
                }
            }
            i += length;
        }
        letters.write(0);
        letters.writeBytes(cases.toByteArray());
        letters.write(0);
        letters.writeBytes(counted.getBytes(StandardCharsets.UTF_8));
        return letters.toByteArray();
    }

    /** The digits without leading zeros, after their number. */
    private static int number(String text, int start, ByteArrayOutputStream key) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        int first = start;
        while (first < end - 1 && text.charAt(first) == '0') {
            first++;
        }
        key.write(NUMBER);
        key.write(1 + Math.min(end - first, 250));
        for (int i = first; i < end; i++) {
            key.write(text.charAt(i));
        }
        return end - start;
    }

    private static void letter(int c, ByteArrayOutputStream key) {
        int kazakh = c < 0x10000 ? ALPHABET.indexOf((char) c) : -1;
        if (kazakh >= 0) {
            key.write(CYRILLIC + 2 * kazakh);
            return;
        }
        int latin = latin(c);
        if (latin >= 0) {
            key.write(LATIN + 2 * latin);
            return;
        }
        key.write(c < 0x10000 && MixedScript.isCyrillic((char) c) ? OTHER_CYRILLIC : OTHER);
        key.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
    }

    /** The place of a Latin letter without its mark, or -1. */
    private static int latin(int c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        if (c < 0x1F00 && MixedScript.isLatin((char) c)) {
            char base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                    .charAt(0);
            return base >= 'a' && base <= 'z' ? base - 'a' : -1;
        }
        return -1;
    }
}
