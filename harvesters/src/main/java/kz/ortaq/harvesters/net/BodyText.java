package kz.ortaq.harvesters.net;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.letters.Letters;

/**
 * The text of an XML or HTML body: its bytes are believed before what it says of itself, and that before what the
 * server says.
 *
 * @param text without a byte order mark; bytes that the charset does not explain are U+FFFD
 * @param charset the charset it was read in
 * @param mended what was wrong with the charset; empty when nothing was
 */
public record BodyText(String text, Charset charset, String mended) {

    private static final int HEAD = 2_048;

    private static final Pattern IN_BODY = Pattern.compile(
            "(?i)(?:<\\?xml[^>]{0,200}?\\sencoding|<meta[^>]{0,400}?\\bcharset)\\s{0,20}=\\s{0,20}[\"']?\\s{0,20}([A-Za-z][\\w.:-]{0,40})");
    private static final Pattern IN_HEADER =
            Pattern.compile("(?i)charset\\s{0,20}=\\s{0,20}[\"']?([A-Za-z][\\w.:-]{0,40})");

    /** @param contentType the Content-Type as sent; empty when there was none */
    public static BodyText of(byte[] bytes, String contentType) {
        Optional<Charset> mark = marked(bytes);
        if (mark.isPresent()) {
            String text = lenient(bytes, mark.get());
            return new BodyText(text.startsWith("\uFEFF") ? text.substring(1) : text, mark.get(), "");
        }
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        SequencedSet<Charset> told = new LinkedHashSet<>();
        named(IN_BODY, head).ifPresent(told::add);
        named(IN_HEADER, contentType).ifPresent(told::add);
        // No other charset is valid UTF-8 by accident.
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return new BodyText(utf8.get(), StandardCharsets.UTF_8, "");
        }
        Charset first = told.isEmpty() ? StandardCharsets.UTF_8 : told.getFirst();
        if (mostlyUtf8(bytes)) {
            return new BodyText(
                    lenient(bytes, StandardCharsets.UTF_8), StandardCharsets.UTF_8, "bytes that are not UTF-8");
        }
        for (Charset charset : told) {
            // A declaration is believed where the text bears it out.
            boolean borneOut = Letters.charset(bytes, Optional.of(charset)).equals(charset);
            Optional<String> text = borneOut ? strict(bytes, charset) : Optional.empty();
            if (text.isPresent()) {
                return new BodyText(text.get(), charset, charset.equals(first) ? "" : first + " → " + charset);
            }
        }
        Charset guessed = Letters.cyrillic(bytes).orElse(StandardCharsets.ISO_8859_1);
        return new BodyText(lenient(bytes, guessed), guessed, first + " → " + guessed);
    }

    private static Optional<Charset> marked(byte[] bytes) {
        int first = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0;
        return switch (first) {
            case 0xFEFF, 0x003C -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xFFFE, 0x3C00 -> Optional.of(StandardCharsets.UTF_16LE);
            case 0xEFBB -> Optional.of(StandardCharsets.UTF_8);
            // Russian in UTF-16 without a mark is made of bytes that are valid UTF-8.
            default -> Letters.unicode(bytes);
        };
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        try {
            return matcher.find() ? Optional.of(Charset.forName(matcher.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a charset that nobody knows says nothing
        }
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String lenient(byte[] bytes, Charset charset) {
        return new String(bytes, charset);
    }

    /** Whether most of what is not ASCII is UTF-8: one bad byte must not turn a page's Cyrillic into Latin-1. */
    private static boolean mostlyUtf8(byte[] bytes) {
        String text = lenient(bytes, StandardCharsets.UTF_8);
        long bad = text.chars().filter(c -> c == 0xFFFD).count();
        long good = text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        return bad < good;
    }
}
