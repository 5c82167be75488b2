package kz.ortaq.extractor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.ortaq.letters.Letters;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.html.HtmlEncodingDetector;
import org.apache.tika.parser.txt.Icu4jEncodingDetector;

/** How the charset of a text is found: what its bytes look like, and what a page declares where they bear that out. */
final class Charsets {

    static final EncodingDetector DETECTOR = Charsets::detect;

    // The beginning of a page may be scripts alone, which say nothing.
    private static final int HEAD = 1 << 20;
    private static final int WORDS = 1 << 16;
    private static final double LEAST = 0.3;
    private static final Set<String> LATIN = Set.of("ISO-8859-1", "ISO-8859-15", "windows-1252");
    private static final Pattern MARKUP = Pattern.compile("<[^>]{0,1000}>");
    private static final EncodingDetector OTHERS = new Icu4jEncodingDetector();
    private static final EncodingDetector DECLARED = new HtmlEncodingDetector();

    private Charsets() {}

    private static Charset detect(InputStream stream, Metadata metadata) throws IOException {
        Optional<Charset> declared = Optional.ofNullable(DECLARED.detect(stream, metadata));
        stream.mark(HEAD);
        byte[] head = stream.readNBytes(HEAD);
        stream.reset();
        Charset charset = Letters.charset(head, declared);
        if (LATIN.contains(charset.name()) && Letters.familiar(words(head, charset)) < LEAST) {
            // None of our languages: perhaps Polish, Arabic or Greek, whose charsets others know better.
            return Optional.ofNullable(OTHERS.detect(stream, metadata)).orElse(charset);
        }
        return charset;
    }

    private static String words(byte[] head, Charset charset) {
        String text = new String(head, 0, Math.min(head.length, WORDS), charset);
        return MARKUP.matcher(text).replaceAll(" ");
    }
}
