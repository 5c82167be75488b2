package kz.ortaq.harvesters.oai;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import kz.ortaq.letters.Letters;

/** Reads the bytes of a record that are not of its page's charset, as what they were most likely meant to be. */
final class ByteMending {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final char LOST = '\uFFFD';

    /** A character of two halves, each written as three bytes (CESU-8), as some databases store it. */
    private static final int HALVES = 6;

    private final String text;
    private final Mended mended;
    private final StringBuilder out;

    private ByteMending(String text, Mended mended) {
        this.text = text;
        this.mended = mended;
        this.out = new StringBuilder(text.length());
    }

    /** {@code text} with a character for each stand-in of {@link IllegalBytes}; one that nothing explains is U+FFFD. */
    static String mend(String text, Charset charset, Mended mended) {
        int illegal = IllegalBytes.count(text, 0, text.length());
        if (illegal == 0) {
            return text;
        }
        long legal = text.chars().filter(c -> c > 0x7F).count() - illegal;
        if (illegal > legal) {
            // A record in another charset than its page: it was typed, or loaded, by another road.
            byte[] bytes = IllegalBytes.encode(text, charset);
            Optional<Charset> meant = Letters.cyrillic(bytes);
            if (meant.isPresent()) {
                mended.note(charset.name() + " → " + meant.get().name());
                return IllegalBytes.decode(bytes, meant.get());
            }
        }
        return new ByteMending(text, mended).mend();
    }

    private String mend() {
        for (int i = 0; i < text.length(); ) {
            if (!isByte(i)) {
                out.append(text.charAt(i++));
            } else if (isHalves(i)) {
                String whole = halves(i);
                mended.note("CESU-8 → " + whole);
                out.append(whole);
                i += HALVES;
            } else {
                int value = IllegalBytes.value(text.charAt(i));
                char meant = meant((byte) value, letterBefore(), letterAfter(i + 1));
                mended.note(String.format(Locale.ROOT, "0x%02X → %s", value, meant == LOST ? "U+FFFD" : meant));
                out.append(meant);
                i++;
            }
        }
        return out.toString();
    }

    private static char meant(byte value, Character.UnicodeScript before, Character.UnicodeScript after) {
        char cyrillic = character(value, WINDOWS_1251);
        char latin = character(value, WINDOWS_1252);
        if (cyrillic == latin && cyrillic != LOST) {
            return latin; // quotation marks, dashes and signs stand at one place in both
        }
        boolean amongCyrillic = before == Character.UnicodeScript.CYRILLIC || after == Character.UnicodeScript.CYRILLIC;
        boolean amongLatin = before == Character.UnicodeScript.LATIN || after == Character.UnicodeScript.LATIN;
        // Among UTF-8 in Cyrillic, the bytes 0xD0 to 0xD3 are first halves of letters whose second half was cut off.
        boolean half = (value & 0xFC) == 0xD0;
        if (amongCyrillic) {
            return amongLatin || half || !Character.isLetter(cyrillic) ? LOST : cyrillic;
        }
        return amongLatin && Character.isLetter(latin) ? latin : LOST;
    }

    private static char character(byte value, Charset charset) {
        return new String(new byte[] {value}, charset).charAt(0);
    }

    private Character.UnicodeScript letterBefore() {
        return out.isEmpty() ? Character.UnicodeScript.COMMON : script(out.charAt(out.length() - 1));
    }

    private Character.UnicodeScript letterAfter(int at) {
        int i = at;
        while (i < text.length() && i < at + HALVES && isByte(i)) {
            i++;
        }
        return i < text.length() ? script(text.charAt(i)) : Character.UnicodeScript.COMMON;
    }

    private static Character.UnicodeScript script(char c) {
        return Character.UnicodeScript.of(c);
    }

    private boolean isByte(int i) {
        return IllegalBytes.is(text.charAt(i), i == 0 ? ' ' : text.charAt(i - 1));
    }

    private boolean isHalves(int at) {
        return at + HALVES <= text.length()
                && isBetween(at, 0xED, 0xED)
                && isBetween(at + 1, 0xA0, 0xAF)
                && isBetween(at + 2, 0x80, 0xBF)
                && isBetween(at + 3, 0xED, 0xED)
                && isBetween(at + 4, 0xB0, 0xBF)
                && isBetween(at + 5, 0x80, 0xBF);
    }

    private boolean isBetween(int at, int least, int most) {
        int value = IllegalBytes.value(text.charAt(at));
        return value >= least && value <= most;
    }

    private String halves(int at) {
        char[] halves = {half(at), half(at + 3)};
        return new String(halves);
    }

    private char half(int at) {
        int second = IllegalBytes.value(text.charAt(at + 1)) & 0x3F;
        int third = IllegalBytes.value(text.charAt(at + 2)) & 0x3F;
        return (char) (0xD000 | (second << 6) | third);
    }
}
