package kz.ortaq.harvesters.oai;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Carries bytes that are not of a page's charset through its text. The byte 0x92 becomes the lone surrogate U+DC92: no
 * decoder gives one, XML forbids it, so the record that holds it is noticed, and what was sent can be had back.
 */
final class IllegalBytes {

    private static final char BASE = 0xDC00;

    private IllegalBytes() {}

    /** Whether {@code c}, which follows {@code before}, stands for a byte. */
    static boolean is(char c, char before) {
        return c >= BASE + 0x80 && c <= BASE + 0xFF && !Character.isHighSurrogate(before);
    }

    /** The byte that a character stands for, from 0x80 to 0xFF. */
    static int value(char c) {
        return c - BASE;
    }

    /** How many bytes stand in {@code text}, from {@code start} up to {@code end}. */
    static int count(String text, int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            if (is(text.charAt(i), i == 0 ? ' ' : text.charAt(i - 1))) {
                count++;
            }
        }
        return count;
    }

    /** The text of {@code bytes}, with a stand-in for each byte that is not of {@code charset}. */
    static String decode(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                decoder.flush(out);
                return out.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                byte illegal = in.get();
                out.put(illegal < 0 ? (char) (BASE + (illegal & 0xFF)) : (char) illegal);
            }
            decoder.reset();
        }
    }

    /** The bytes of {@code text} in {@code charset}, as they were sent. */
    static byte[] encode(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 2);
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (is(text.charAt(i), i == 0 ? ' ' : text.charAt(i - 1))) {
                bytes.writeBytes(text.substring(from, i).getBytes(charset));
                bytes.write(value(text.charAt(i)));
                from = i + 1;
            }
        }
        bytes.writeBytes(text.substring(from).getBytes(charset));
        return bytes.toByteArray();
    }
}
