package kz.ortaq.harvesters.oai;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/** Mends what stands between the tags of a record: characters that XML forbids, and references that it does not know. */
final class CharacterMending {

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:([A-Za-z][A-Za-z0-9]{0,31}+)|#(\\d{1,7}+)|#[xX]([0-9A-Fa-f]{1,6}+));");

    private static final Set<String> OF_XML = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final char LOST = '\uFFFD';
    private static final char SUBSTITUTE = 0x1A;

    private final String text;
    private final int end;
    private final StringBuilder out;
    private final Mended mended;
    private final Matcher reference;

    private CharacterMending(String text, int end, StringBuilder out, Mended mended) {
        this.text = text;
        this.end = end;
        this.out = out;
        this.mended = mended;
        this.reference = REFERENCE.matcher(text);
    }

    /** Appends to {@code out} the text from {@code start} up to {@code end}, which holds references. */
    static void text(String text, int start, int end, StringBuilder out, Mended mended) {
        new CharacterMending(text, end, out, mended).mend(start, true);
    }

    /** Appends to {@code out} what stands from {@code start} up to {@code end}, where {@code &} is but a character. */
    static void literal(String text, int start, int end, StringBuilder out, Mended mended) {
        new CharacterMending(text, end, out, mended).mend(start, false);
    }

    private void mend(int start, boolean references) {
        for (int i = start; i < end; ) {
            char c = text.charAt(i);
            if (c == '&' && references) {
                i = reference(i);
            } else if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(i + 1));
                i += 2;
            } else {
                if (isForbidden(c)) {
                    mended.note(String.format(Locale.ROOT, "U+%04X", (int) c));
                    forbidden(c);
                } else {
                    out.append(c);
                }
                i++;
            }
        }
    }

    private static boolean isForbidden(int code) {
        return (code < ' ' && code != '\t' && code != '\n' && code != '\r')
                || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)
                || code == 0xFFFE
                || code == 0xFFFF;
    }

    private void forbidden(int code) {
        if (code == SUBSTITUTE || code >= ' ') {
            out.append(LOST); // it stands where a character was that somebody could not write
        } else if (code == 0x0B || code == 0x0C || code >= 0x1C) {
            out.append(' '); // it separated lines, pages or fields
        }
    }

    private int reference(int at) {
        reference.region(at, end);
        if (!reference.lookingAt()) {
            mended.note("&");
            out.append("&amp;");
            return at + 1;
        }
        if (reference.group(1) != null) {
            named(reference.group(1));
            return reference.end();
        }
        int code = code();
        if (!isForbidden(code) && Character.isValidCodePoint(code)) {
            out.append(reference.group());
            return reference.end();
        }
        String written = reference.group();
        int next = reference.end();
        if (Character.isBmpCodePoint(code) && Character.isHighSurrogate((char) code)) {
            Optional<String> whole = whole(code, next);
            if (whole.isPresent()) {
                mended.note(written + reference.group() + " → " + whole.get());
                out.append(whole.get());
                return reference.end();
            }
        }
        mended.note(written);
        forbidden(code);
        return next;
    }

    /** A character written as references to its two halves in UTF-16. */
    private Optional<String> whole(int high, int at) {
        reference.region(at, end);
        if (!reference.lookingAt() || reference.group(1) != null) {
            return Optional.empty();
        }
        int low = code();
        return low >= Character.MIN_LOW_SURROGATE && low <= Character.MAX_LOW_SURROGATE
                ? Optional.of(Character.toString(Character.toCodePoint((char) high, (char) low)))
                : Optional.empty();
    }

    private int code() {
        return reference.group(2) != null
                ? Integer.parseInt(reference.group(2))
                : Integer.parseInt(reference.group(3), 16);
    }

    private void named(String name) {
        if (OF_XML.contains(name)) {
            out.append('&').append(name).append(';');
            return;
        }
        mended.note("&" + name + ";");
        String meant = Entities.getByName(name);
        for (char c : (meant.isEmpty() ? "&" + name + ";" : meant).toCharArray()) {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
