package kz.ortaq.harvesters.marc;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import kz.ortaq.letters.Kz1048;
import org.marc4j.converter.impl.Iso5426ToUnicode;

/**
 * Text out of bytes.
 *
 * @param lost how many characters could not be read; U+FFFD stands in the place of most
 */
record Decoded(String text, int lost) {

    // The letters and signs that windows-1252 has from 0x80 to 0x9F, where ISO 8859-1 has none.
    private static final String WINDOWS_1252 = "€\uFFFF‚ƒ„…†‡ˆ‰Š‹Œ\uFFFFŽ\uFFFF\uFFFF‘’“”•–—˜™š›œ\uFFFFžŸ";

    static Decoded of(byte[] bytes, MarcCharset charset) {
        return switch (charset) {
            case ASCII -> new Decoded(new String(bytes, StandardCharsets.UTF_8), 0);
            case MARC_8 -> Marc8.decode(bytes);
            case ISO_5426 -> counted(iso5426(bytes));
            case UTF_8 -> counted(new String(bytes, StandardCharsets.UTF_8));
            case WINDOWS_1251 -> counted(new String(bytes, Charset.forName("windows-1251")));
            case KZ_1048 -> counted(new String(bytes, Kz1048.CHARSET));
            case IBM866 -> counted(new String(bytes, Charset.forName("IBM866")));
            case KOI8_R -> counted(new String(bytes, Charset.forName("KOI8-R")));
            case WINDOWS_1252 -> counted(new String(bytes, Charset.forName("windows-1252")));
        };
    }

    /** The bytes that windows-1252 or ISO 8859-1 has for a text; none where it has not all of them, or all are ASCII. */
    static byte[] asWindows1252(String text) {
        byte[] bytes = new byte[text.length()];
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int at = c <= 0xFF ? c : WINDOWS_1252.indexOf(c);
            if (at < 0 || c == '\uFFFD') {
                return new byte[0];
            }
            ascii &= c < 0x80;
            bytes[i] = (byte) (c <= 0xFF ? c : 0x80 + at);
        }
        return ascii ? new byte[0] : bytes;
    }

    private static String iso5426(byte[] bytes) {
        String read = new Iso5426ToUnicode().convert(new String(bytes, StandardCharsets.ISO_8859_1));
        return Normalizer.normalize(read, Normalizer.Form.NFC);
    }

    private static Decoded counted(String text) {
        return new Decoded(text, (int) text.chars().filter(c -> c == '\uFFFD').count());
    }
}
