package kz.ortaq.engine.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;

/**
 * A place in a result list, by score and work.
 *
 * @param snapshot the version of the index that the list was made from: scores of another are not comparable, because
 *     each work that is added changes how much a word counts
 * @param work the id of the last work before the place
 */
record Cursor(long snapshot, float score, String work) {

    private static final int LONGEST_WORK = 100;
    private static final int FIXED = Long.BYTES + Float.BYTES;

    static Cursor of(long snapshot, FieldDoc hit) {
        if (hit.fields == null || !(hit.fields[0] instanceof Float score) || !(hit.fields[1] instanceof BytesRef id)) {
            throw new IllegalArgumentException("a hit that was not sorted by score and work");
        }
        return new Cursor(snapshot, score, id.utf8ToString());
    }

    /** The cursor that a text means; empty for a text that means none. */
    static Optional<Cursor> read(String text) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.UTF_8)));
            if (buffer.remaining() <= FIXED || buffer.remaining() > FIXED + LONGEST_WORK) {
                return Optional.empty();
            }
            long snapshot = buffer.getLong();
            float score = buffer.getFloat();
            return Optional.of(new Cursor(
                    snapshot,
                    score,
                    StandardCharsets.UTF_8.decode(buffer.slice()).toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The cursor as an address carries it. */
    String write() {
        byte[] id = work.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(FIXED + id.length)
                .putLong(snapshot)
                .putFloat(score)
                .put(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    /** The place in a reader of so many documents. */
    FieldDoc place(int documents) {
        // No document comes after the last one, so only score and work decide.
        return new FieldDoc(Math.max(0, documents - 1), score, new Object[] {score, new BytesRef(work)});
    }
}
