package kz.ortaq.letters;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * KZ-1048, the Kazakh charset of eight bits (STRK1048-2002): windows-1251 with Kazakh letters in the place of Serbian,
 * Ukrainian and Belarusian ones.
 *
 * <p>After the table that IANA registered and Unicode publishes (MAPPINGS/VENDORS/MISC/KZ1048.TXT). Byte 0x98 stands
 * for nothing.
 */
public final class Kz1048 extends Charset {

    public static final Kz1048 CHARSET = new Kz1048();

    private static final char NOTHING = '\uFFFD';

    private static final String UPPER_HALF = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏ"
            + "ђ‘’“”•–—\uFFFD™љ›њқһџ"
            + "\u00A0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00AD®Ү"
            + "°±Ііөµ¶·ё№ғ»әҢңү"
            + "АБВГДЕЖЗИЙКЛМНОП"
            + "РСТУФХЦЧШЩЪЫЬЭЮЯ"
            + "абвгдежзийклмноп"
            + "рстуфхцчшщъыьэюя";

    private static final byte[] BYTES = bytes();

    private Kz1048() {
        super("KZ-1048", new String[] {"STRK1048-2002", "RK1048", "csKZ1048"});
    }

    /** Whether the charset is known by this name, written in small letters. */
    boolean goesBy(String name) {
        return name.equalsIgnoreCase(name()) || aliases().stream().anyMatch(name::equalsIgnoreCase);
    }

    @Override
    public boolean contains(Charset other) {
        return other instanceof Kz1048 || other.equals(StandardCharsets.US_ASCII);
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 1, 1) {
            @Override
            protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
                return read(in, out);
            }
        };
    }

    @Override
    public CharsetEncoder newEncoder() {
        return new CharsetEncoder(this, 1, 1) {
            @Override
            protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
                return write(in, out);
            }
        };
    }

    private static CoderResult read(ByteBuffer in, CharBuffer out) {
        while (in.hasRemaining()) {
            if (!out.hasRemaining()) {
                return CoderResult.OVERFLOW;
            }
            byte value = in.get(in.position());
            char read = value >= 0 ? (char) value : UPPER_HALF.charAt(value & 0x7F);
            if (read == NOTHING) {
                return CoderResult.unmappableForLength(1);
            }
            in.position(in.position() + 1);
            out.put(read);
        }
        return CoderResult.UNDERFLOW;
    }

    private static CoderResult write(CharBuffer in, ByteBuffer out) {
        while (in.hasRemaining()) {
            char letter = in.get(in.position());
            if (Character.isSurrogate(letter)) {
                return surrogate(in, letter);
            }
            byte value = letter < 0x80 ? (byte) letter : letter < BYTES.length ? BYTES[letter] : 0;
            if (value == 0 && letter != 0) {
                return CoderResult.unmappableForLength(1);
            }
            if (!out.hasRemaining()) {
                return CoderResult.OVERFLOW;
            }
            in.position(in.position() + 1);
            out.put(value);
        }
        return CoderResult.UNDERFLOW;
    }

    private static CoderResult surrogate(CharBuffer in, char half) {
        if (Character.isLowSurrogate(half)) {
            return CoderResult.malformedForLength(1);
        }
        if (in.remaining() < 2) {
            return CoderResult.UNDERFLOW;
        }
        return Character.isLowSurrogate(in.get(in.position() + 1))
                ? CoderResult.unmappableForLength(2)
                : CoderResult.malformedForLength(1);
    }

    private static byte[] bytes() {
        byte[] bytes =
                new byte[UPPER_HALF.chars().filter(c -> c != NOTHING).max().orElse(0) + 1];
        Arrays.fill(bytes, (byte) 0);
        for (int at = 0; at < UPPER_HALF.length(); at++) {
            if (UPPER_HALF.charAt(at) != NOTHING) {
                bytes[UPPER_HALF.charAt(at)] = (byte) (0x80 + at);
            }
        }
        return bytes;
    }
}
