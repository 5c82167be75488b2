package kz.ortaq.harvesters.marc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.ortaq.config.Reason;
import kz.ortaq.letters.Utf8Count;

/** Keeps out of a record what no XML may hold, and counts what it kept out. Belongs to one record. */
final class PlainText {

    private static final int MOST_TIMES = 3;

    private int lost;
    private boolean twice;

    /** How many characters could not be read or kept. */
    int lost() {
        return lost;
    }

    /** Tells what became of the record's characters, where not all is well. */
    void note(MarcCharset charset, List<Mend> mends) {
        if (lost > 0) {
            mends.add(new Mend(Reason.MARC_CHARACTERS_LOST, lost + " (" + charset.label() + ")"));
        }
        if (twice) {
            mends.add(new Mend(Reason.MARC_ENCODED_TWICE, charset.label()));
        }
    }

    String decode(byte[] bytes, MarcCharset charset) {
        Decoded decoded = Decoded.of(bytes, charset);
        lost += decoded.lost();
        return charset == MarcCharset.UTF_8 ? once(decoded.text()) : decoded.text();
    }

    /** Text that a program took for Latin letters though it was UTF-8 already, and encoded again, even repeatedly. */
    private String once(String text) {
        String read = text;
        for (int i = 0; i < MOST_TIMES; i++) {
            byte[] inner = Decoded.asWindows1252(read);
            if (inner.length == 0) {
                break;
            }
            Utf8Count count = Utf8Count.ofWhole(inner);
            if (count.characters() == 0 || count.wrong() > 0) {
                break;
            }
            twice = true;
            read = new String(inner, StandardCharsets.UTF_8);
        }
        return read;
    }

    /** The text without control characters; line ends become blanks. */
    String clean(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c >= ' ' && c < 0x7F || c > 0x9F && c < 0xFFFE && !Character.isSurrogate(c) || pair) {
                if (clean != null) {
                    clean.append(c);
                    if (pair) {
                        clean.append(text.charAt(i + 1));
                    }
                }
                i += pair ? 1 : 0;
                continue;
            }
            if (clean == null) {
                clean = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (c == '\n' || c == '\r' || c == '\t') {
                clean.append(' ');
            } else if (!sorting(c)) {
                lost++;
            }
        }
        return clean == null ? text : clean.toString();
    }

    /** The text of a leader, each character in its place. */
    String leader(String text) {
        StringBuilder leader = new StringBuilder(text);
        for (int i = 0; i < leader.length(); i++) {
            if (leader.charAt(i) < ' ' || leader.charAt(i) > '~') {
                leader.setCharAt(i, ' ');
            }
        }
        return leader.toString();
    }

    /** Marks of what sorting passes over, in ISO 6630 and in Unicode: meant to be there, and nothing to read. */
    private static boolean sorting(char c) {
        return c == 0x88 || c == 0x89 || c == 0x98 || c == 0x9C;
    }
}
