package kz.ortaq.harvesters.oai;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.letters.Letters;

/**
 * The bytes of an XML answer as text.
 *
 * @param text without a byte order mark; bytes that are not of the charset stand in it as {@link IllegalBytes}
 * @param charset in which it was read
 * @param mended what was declared and what it is, {@code UTF-8 → windows-1251}, where the two differ; else empty
 */
record PageText(String text, Charset charset, String mended) {

    private static final int HEAD = 256;

    /** One character of UTF-8 to so many bytes that are none. */
    private static final int LEAST = 3;

    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][\\w.:-]*)[\"']");
    private static final Pattern IN_HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z][\\w.:-]*)");

    /** The text of {@code bytes}. */
    static String decode(byte[] bytes, String contentType) {
        return of(bytes, contentType).text();
    }

    /** The text of {@code bytes}, and how it was read. */
    static PageText of(byte[] bytes, String contentType) {
        Optional<Charset> wide = marked(bytes);
        if (wide.isPresent()) {
            return new PageText(unmarked(wide(bytes, wide.get())), wide.get(), "");
        }
        // What is valid UTF-8 was written as UTF-8, whatever a declaration says: no other charset passes by accident.
        String text = new String(bytes, StandardCharsets.UTF_8);
        Optional<Named> declared = declared(bytes);
        if (text.indexOf('\uFFFD') < 0 || isUtf8(bytes)) {
            boolean ascii = text.length() == bytes.length;
            return new PageText(
                    unmarked(text), StandardCharsets.UTF_8, ascii ? "" : changed(declared, StandardCharsets.UTF_8));
        }
        text = IllegalBytes.decode(bytes, StandardCharsets.UTF_8);
        if (isMostlyUtf8(text)) {
            // One bad byte must not turn the page's Cyrillic into Latin-1.
            return new PageText(unmarked(text), StandardCharsets.UTF_8, "");
        }
        return narrow(bytes, text, declared, named(IN_HEADER, contentType));
    }

    /** The text of bytes that are not UTF-8. */
    private static PageText narrow(byte[] bytes, String utf8, Optional<Named> declared, Optional<Named> header) {
        Optional<Charset> named = declared.flatMap(PageText::narrow).or(() -> header.flatMap(PageText::narrow));
        return named.filter(
                        charset -> Letters.charset(bytes, Optional.of(charset)).equals(charset))
                .or(() -> Letters.cyrillic(bytes))
                .or(() -> named)
                .map(charset -> new PageText(
                        IllegalBytes.decode(bytes, charset), charset, changed(declared.or(() -> header), charset)))
                .orElse(new PageText(utf8, StandardCharsets.UTF_8, ""));
    }

    /** A charset that bytes without a mark may be in which are no UTF-8: any but the ways of Unicode. */
    private static Optional<Charset> narrow(Named named) {
        return named.charset().filter(charset -> !charset.name().startsWith("UTF-"));
    }

    private static String changed(Optional<Named> declared, Charset charset) {
        if (declared.isEmpty()) {
            // XML that declares none is UTF-8 (XML 1.0, 4.3.3).
            return charset.equals(StandardCharsets.UTF_8) ? "" : "UTF-8 → " + charset.name();
        }
        boolean same = declared.get().charset().filter(charset::equals).isPresent();
        return same ? "" : declared.get().name() + " → " + charset.name();
    }

    private static String unmarked(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** What was sent of a part of the text. */
    byte[] bytes(String part) {
        return IllegalBytes.encode(part, charset);
    }

    /** Text in sixteen bits. The JDK's decoder takes the next character away with half a one; here each stands alone. */
    private static String wide(byte[] bytes, Charset charset) {
        boolean big = charset.equals(StandardCharsets.UTF_16BE);
        char[] text = new char[bytes.length / 2];
        for (int i = 0; i < text.length; i++) {
            int first = bytes[2 * i] & 0xFF;
            int second = bytes[2 * i + 1] & 0xFF;
            text[i] = (char) (big ? (first << 8) | second : (second << 8) | first);
        }
        for (int i = 0; i < text.length; i++) {
            if (Character.isHighSurrogate(text[i]) && i + 1 < text.length && Character.isLowSurrogate(text[i + 1])) {
                i++;
            } else if (Character.isSurrogate(text[i])) {
                text[i] = '\uFFFF'; // XML forbids it, so the record that holds it is noticed
            }
        }
        return new String(text);
    }

    private static Optional<Charset> marked(byte[] bytes) {
        int first = bytes.length > 1 ? ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF) : 0;
        // A mark, or "<" in sixteen bits (XML 1.0, appendix F).
        return switch (first) {
            case 0xFEFF, 0x003C -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xFFFE, 0x3C00 -> Optional.of(StandardCharsets.UTF_16LE);
            default -> Letters.unicode(bytes).filter(charset -> !charset.equals(StandardCharsets.UTF_8));
        };
    }

    /** A charset as an answer names it; without one where the name says nothing to anybody. */
    private record Named(String name, Optional<Charset> charset) {}

    private static Optional<Named> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        return named(DECLARED, head);
    }

    private static Optional<Named> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Named(matcher.group(1), Optional.of(Charset.forName(matcher.group(1)))));
        } catch (IllegalArgumentException e) {
            return Optional.of(new Named(matcher.group(1), Optional.empty()));
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * Whether a page is UTF-8 for a good part: among the letters of another charset, hardly any form UTF-8 by accident.
     * A record in a charset of its own is read in that later.
     */
    private static boolean isMostlyUtf8(String text) {
        int end = text.length();
        // A page that was cut within a character is not in another charset for that.
        while (end > 0 && text.length() - end < 3 && IllegalBytes.is(text.charAt(end - 1), ' ')) {
            end--;
        }
        int illegal = IllegalBytes.count(text, 0, end);
        int legal = 0;
        for (int i = 0; i < end && legal * LEAST < illegal; i++) {
            if (text.charAt(i) > 0x7F && !Character.isSurrogate(text.charAt(i))) {
                legal++;
            }
        }
        return legal * LEAST >= illegal;
    }
}
