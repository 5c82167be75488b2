package kz.ortaq.engine.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;

/** A place in a result list, by score and work, that holds while works are added and removed. */
final class Cursor {

    private Cursor() {}

    static String write(FieldDoc hit) {
        if (hit.fields == null || !(hit.fields[1] instanceof BytesRef id)) {
            throw new IllegalArgumentException("a hit that was not sorted by score and work");
        }
        ByteBuffer buffer =
                ByteBuffer.allocate(Float.BYTES + id.length).putFloat(hit.score).put(id.bytes, id.offset, id.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    /**
     * The place of a cursor; empty for a text that is none.
     *
     * @param documents how many documents the index has; Lucene wants a place before its end
     */
    static Optional<FieldDoc> read(String cursor, int documents) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.UTF_8)));
            if (buffer.remaining() <= Float.BYTES || buffer.remaining() > 100) {
                return Optional.empty();
            }
            float score = buffer.getFloat();
            byte[] id = new byte[buffer.remaining()];
            buffer.get(id);
            // After the last document none comes, so only score and work decide.
            return Optional.of(new FieldDoc(Math.max(0, documents - 1), score, new Object[] {score, new BytesRef(id)}));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
