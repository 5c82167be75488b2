package kz.ortaq.harvesters.net;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Reads a body within a bound, on the wire and unpacked, and takes off its compression. */
final class Body {

    private static final int BUFFER = 8_192;
    private static final int HEAD = 256;

    /** The body would pass its bound. */
    static final class TooLarge extends IOException {
        private final long bound;

        TooLarge(long bound) {
            super("larger than " + bound + " bytes");
            this.bound = bound;
        }

        long bound() {
            return bound;
        }
    }

    /** Bytes of a body; {@code cut} when it ended early. */
    @SuppressWarnings("ArrayRecordComponent") // lives between two lines of Net
    record Read(byte[] bytes, boolean cut) {}

    private Body() {}

    /** Reads {@code in} to its end, or to where the connection broke. */
    static Read read(InputStream in, String encoding, int bound, LargeBodies.Room room) throws IOException {
        Read wire = drain(in, bound, room);
        Read body = unpack(wire, encoding, bound, room);
        // Proxies have been seen to compress what was compressed already.
        return body == wire ? body : unpack(body, "", bound, room);
    }

    /** As much of {@code in} as {@code bound} allows; the rest is not waited for. */
    static Read beginning(InputStream in, int bound) throws IOException {
        try {
            return new Read(in.readNBytes(bound), false);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            return new Read(new byte[0], true);
        }
    }

    /** A body that was written to a file; {@code cut} when it ended early. */
    record Saved(long bytes, boolean cut) {}

    /** Writes {@code in} to {@code file}, without the compression of the transfer. */
    static Saved save(InputStream in, String encoding, Path file, long bound) throws IOException {
        boolean packed = encoding.toLowerCase(Locale.ROOT).contains("gzip");
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            try {
                PushbackInputStream wire = new PushbackInputStream(in, 2);
                InputStream body = packed && gzipped(wire) ? new GZIPInputStream(wire) : wire;
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    bytes += read;
                    if (bytes > bound) {
                        throw new TooLarge(bound);
                    }
                    write(out, buffer, read);
                }
            } catch (InterruptedIOException | TooLarge | UncheckedIOException e) {
                throw e;
            } catch (IOException e) {
                return new Saved(bytes, true);
            }
        }
        return new Saved(bytes, false);
    }

    /** Writes to a disk of ours; that it is full is no fault of the server, and must stop the run. */
    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException("a download cannot be written", e);
        }
    }

    private static boolean gzipped(PushbackInputStream in) throws IOException {
        byte[] head = in.readNBytes(2);
        in.unread(head);
        return head.length == 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
    }

    private static Read unpack(Read packed, String encoding, int bound, LargeBodies.Room room) throws IOException {
        byte[] bytes = packed.bytes();
        // The header alone is not believed: servers announce gzip over plain text, and send gzip unannounced.
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B) {
            return drainPacked(packed, bound, room, GZIPInputStream::new);
        }
        if (encoding.toLowerCase(Locale.ROOT).contains("deflate") && !looksLikeText(bytes)) {
            // "deflate" means zlib (RFC 9110, 8.4.1.2), though some send the bare deflate of RFC 1951.
            boolean zlib =
                    bytes.length > 1 && (bytes[0] & 0x0F) == 8 && ((bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF) % 31 == 0;
            return drainPacked(packed, bound, room, in -> new InflaterInputStream(in, new Inflater(!zlib)));
        }
        return packed;
    }

    private interface Opener {
        InputStream open(InputStream in) throws IOException;
    }

    private static Read drainPacked(Read packed, int bound, LargeBodies.Room room, Opener opener) throws IOException {
        try (InputStream in = opener.open(new BufferedInputStream(new ByteArrayInputStream(packed.bytes())))) {
            Read read = drain(in, bound, room);
            return new Read(read.bytes(), read.cut() || packed.cut());
        } catch (EOFException | ZipException e) {
            return new Read(new byte[0], true);
        }
    }

    private static Read drain(InputStream in, int bound, LargeBodies.Room room) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
        byte[] buffer = new byte[BUFFER];
        while (true) {
            int read;
            try {
                read = in.read(buffer);
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                // What arrived before the break is worth reading: a page may hold good records up to there.
                return new Read(out.toByteArray(), true);
            }
            if (read < 0) {
                return new Read(out.toByteArray(), false);
            }
            if (read > bound - out.size()) {
                throw new TooLarge(bound);
            }
            room.need(out.size() + read);
            out.write(buffer, 0, read);
        }
    }

    /** Whether the first byte behind white space and a byte order mark is {@code <}. */
    private static boolean looksLikeText(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.UTF_8);
        return head.replaceFirst("^[\\s\uFEFF]+", "").startsWith("<");
    }
}
