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

    private static final List<String> CHARSETS = List.of("windows-1251", "windows-1252");

    /** Pairs of letters that form UTF-8 by accident are rare, and three in a row are none. */
    private static final int PAIRS = 3;

    /** ™, the last character that either charset has. */
    private static final char LAST = '\u2122';

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
        for (String charset : CHARSETS) {
            Utf8Twice step = new Utf8Twice(charset);
            if (!step.mended(text, 2 * PAIRS).equals(text)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
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
            int end = at;
            while (end < text.length() && value(text.charAt(end)) >= 0) {
                end++;
            }
            if (end > at) {
                String run = text.substring(at, end);
                mended.append(run.length() < shortest ? run : decoded(run).orElse(run));
                at = end;
            } else {
                mended.append(text.charAt(at));
                at++;
            }
        }
        return mended.toString();
    }

    /** A run of upper bytes as UTF-8, where it is that throughout. */
    private Optional<String> decoded(String run) {
        byte[] bytes = new byte[run.length()];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) value(run.charAt(at));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private int value(char c) {
        return c > LAST ? -1 : values[c];
    }
}
