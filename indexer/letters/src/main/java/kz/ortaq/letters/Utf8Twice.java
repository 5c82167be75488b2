package kz.ortaq.letters;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** UTF-8 that was read as a charset of eight bits, “РљРЅРёРіР°” or “ÐšÐ½Ð¸Ð³Ð°” for «Книга», read again. */
final class Utf8Twice implements Mending.Step {

    /** Pairs of letters that form UTF-8 by accident are rare, and three in a row are none. */
    private static final int PAIRS = 3;

    /** ™, the last character that either charset has. */
    private static final char LAST = '\u2122';

    private static final List<Utf8Twice> READINGS =
            List.of(new Utf8Twice("windows-1251"), new Utf8Twice("windows-1252"));

    private final String charset;
    private final short[] values = new short[LAST + 1];

    private Utf8Twice(String charset) {
        this.charset = charset;
        Arrays.fill(values, (short) -1);
        for (int value = 0x80; value < 0x100; value++) {
            char read = new String(new byte[] {(byte) value}, Charset.forName(charset)).charAt(0);
            // Where the charset has nothing, and in ISO 8859-1, a byte is its own character.
            values[read == '\uFFFD' ? value : read] = (short) value;
            if (value < 0xA0 && values[value] < 0) {
                values[value] = (short) value;
            }
        }
    }

    static Optional<Mending.Step> in(String text) {
        for (Utf8Twice step : READINGS) {
            if (step.isCertain(text)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private boolean isCertain(String text) {
        for (int at = 0; at < text.length(); at++) {
            int end = end(text, at);
            if (end - at >= 2 * PAIRS && decoded(text, at, end).isPresent()) {
                return true;
            }
            at = end;
        }
        return false;
    }

    @Override
    public String name() {
        return "UTF-8 → " + charset;
    }

    /** Where a text has one certain run, a single letter of it is one too. */
    @Override
    public String mend(String text) {
        return mended(text, 2);
    }

    private String mended(String text, int shortest) {
        StringBuilder mended = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int end = end(text, at);
            if (end > at) {
                Optional<String> run = end - at < shortest ? Optional.empty() : decoded(text, at, end);
                mended.append(run.orElse(text.substring(at, end)));
                at = end;
            } else {
                mended.append(text.charAt(at));
                at++;
            }
        }
        return mended.toString();
    }

    /** Where the run of upper bytes ends that begins there. */
    private int end(String text, int from) {
        int end = from;
        while (end < text.length() && value(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** A run of upper bytes as UTF-8, where it is that throughout. */
    private Optional<String> decoded(String text, int from, int end) {
        // Words of Cyrillic are such runs too, and cost nothing here: a first byte, and none that goes on.
        boolean begins = end - from > 1 && value(text.charAt(from)) >= 0xC2 && value(text.charAt(from + 1)) < 0xC0;
        if (!begins) {
            return Optional.empty();
        }
        byte[] bytes = new byte[end - from];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) value(text.charAt(from + at));
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(decoded);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private int value(char c) {
        return c > LAST ? -1 : values[c];
    }
}
