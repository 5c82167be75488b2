package kz.ortaq.records.store;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;

/** Texts as zstd frames (RFC 8878). */
final class Compression {

    private static final int LEVEL = 3;
    // No text that Ortaq writes comes near this; a larger frame is damage.
    private static final long LONGEST = 1L << 30;

    private Compression() {}

    static byte[] compress(String text) {
        return Zstd.compress(text.getBytes(StandardCharsets.UTF_8), LEVEL);
    }

    static byte[] compress(byte[] bytes) {
        return Zstd.compress(bytes, LEVEL);
    }

    static String text(byte[] frame) {
        return new String(bytes(frame), StandardCharsets.UTF_8);
    }

    static byte[] bytes(byte[] frame) {
        if (frame.length == 0) {
            return frame;
        }
        long size = Zstd.getFrameContentSize(frame);
        if (size < 0 || size > LONGEST) {
            throw new IllegalStateException("a stored text is damaged: its frame names " + size + " bytes");
        }
        return Zstd.decompress(frame, (int) size);
    }
}
