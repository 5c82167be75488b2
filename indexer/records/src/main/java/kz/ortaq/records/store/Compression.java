package kz.ortaq.records.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Texts as zstd frames (RFC 8878). */
final class Compression {

    private static final int LEVEL = 3;
    // No text that Ortaq writes comes near this; a larger frame is damage.
    private static final long LONGEST = 1L << 30;

    // A context takes longer to make than a record to compress, so a few are kept.
    private static final BlockingQueue<ZstdCompressCtx> CONTEXTS =
            new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());

    private static final BlockingQueue<ZstdDecompressCtx> DECOMPRESSING =
            new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());

    private Compression() {}

    static byte[] compress(String text) {
        return compress(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] compress(byte[] bytes) {
        ZstdCompressCtx context = CONTEXTS.poll();
        if (context == null) {
            context = new ZstdCompressCtx().setLevel(LEVEL);
        }
        try {
            return context.compress(bytes);
        } finally {
            if (!CONTEXTS.offer(context)) {
                context.close();
            }
        }
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
        ZstdDecompressCtx context = DECOMPRESSING.poll();
        if (context == null) {
            context = new ZstdDecompressCtx();
        }
        try {
            return context.decompress(frame, (int) size);
        } finally {
            if (!DECOMPRESSING.offer(context)) {
                context.close();
            }
        }
    }
}
