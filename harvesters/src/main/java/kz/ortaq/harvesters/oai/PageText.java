package kz.ortaq.harvesters.oai;

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

/**
 * Turns the bytes of an XML answer into text. Bytes that no charset explains become U+FFFF, which XML forbids, so that
 * only the records that hold them fail.
 */
final class PageText {

    private static final int HEAD = 256;
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][\\w.:-]*)[\"']");
    private static final Pattern IN_HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z][\\w.:-]*)");
    private static final String MARK = "\uFFFF";

    private PageText() {}

    /** The text of {@code bytes}, without a byte order mark. */
    static String decode(byte[] bytes, String contentType) {
        Optional<Charset> wide = marked(bytes);
        if (wide.isPresent()) {
            String text = lenient(bytes, wide.get());
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        // What is valid UTF-8 was written as UTF-8, whatever a declaration says: no other charset passes by accident.
        // Declarations of ISO-8859-1 over UTF-8 come from servlet containers' defaults.
        SequencedSet<Charset> candidates = new LinkedHashSet<>();
        candidates.add(StandardCharsets.UTF_8);
        Charset declared = declared(bytes).orElse(StandardCharsets.UTF_8);
        // A page that says UTF-8, and is but for a few bytes, stays UTF-8: one bad byte must not turn the page's
        // Cyrillic into Latin-1.
        if (!declared.equals(StandardCharsets.UTF_8) || !mostlyUtf8(bytes)) {
            candidates.add(declared);
            named(IN_HEADER, contentType).ifPresent(candidates::add);
        }
        for (Charset candidate : candidates) {
            Optional<String> text = strict(bytes, candidate);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return lenient(bytes, declared);
    }

    private static Optional<Charset> marked(byte[] bytes) {
        int first = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0;
        // A mark, or "<" in sixteen bits (XML 1.0, appendix F).
        return switch (first) {
            case 0xFEFF, 0x003C -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xFFFE, 0x3C00 -> Optional.of(StandardCharsets.UTF_16LE);
            case 0xEFBB -> Optional.of(StandardCharsets.UTF_8);
            default -> Optional.empty();
        };
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        return named(DECLARED, head);
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
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .replaceWith(MARK)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a decoder that replaces does not report", e);
        }
    }

    private static boolean mostlyUtf8(byte[] bytes) {
        String text = lenient(bytes, StandardCharsets.UTF_8);
        long bad = text.chars().filter(c -> c == 0xFFFF).count();
        long good = text.chars().filter(c -> c > 0x7F && c != 0xFFFF).count();
        return bad <= good;
    }
}
