package kz.ortaq.harvesters.marc;

/**
 * A stretch of a file of ISO 2709.
 *
 * @param offset where it begins, in bytes from the file's start
 * @param bytes its bytes, or the first of them where it is too large to keep
 * @param length how many bytes it has
 */
record Chunk(Kind kind, long offset, byte[] bytes, long length) {

    /** What a stretch seems to be. */
    enum Kind {
        /** A record with its end. */
        RECORD,
        /** A record that lacks its end, or lost it. */
        OPEN,
        /** No record. */
        TEXT,
        /** Longer than a record may be. */
        TOO_LARGE
    }
}
