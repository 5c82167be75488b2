package kz.ortaq.records;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * What a source sent of one record, unchanged, or word that it is deleted.
 *
 * @param payload the record as sent, or our reading of it; empty for a deletion
 * @param format what the payload is: the namespace of an XML record, or {@code file} for a document in a folder
 * @param datestamp when the source says it changed, as written; empty when it does not say
 * @param sets the sets it belongs to, as the source names them
 * @param place where in the source it stood, as a person would look for it: {@code page 2}, or a file's path
 * @param documents the documents that came with it
 * @param original the bytes that were sent, where the payload is a reading of them and not they themselves: MARC in an
 *     old charset, a mended record
 */
public record RawRecord(
        RecordId id,
        boolean deleted,
        String format,
        String datestamp,
        List<String> sets,
        String place,
        String payload,
        List<StoredDocument> documents,
        Bytes original) {

    public RawRecord {
        sets = List.copyOf(sets);
        documents = List.copyOf(documents);
    }

    /** A record whose payload is what was sent. */
    public RawRecord(
            RecordId id,
            boolean deleted,
            String format,
            String datestamp,
            List<String> sets,
            String place,
            String payload,
            List<StoredDocument> documents) {
        this(id, deleted, format, datestamp, sets, place, payload, documents, Bytes.NONE);
    }

    /** A deletion, which has no payload. */
    public static RawRecord deletion(RecordId id, String datestamp, String place) {
        return new RawRecord(id, true, "", datestamp, List.of(), place, "", List.of());
    }

    /** SHA-256 over what the source said of the record; the same hash means that nothing changed. */
    public String hash() {
        return hash(encoded());
    }

    /** The same, for who has the payload in UTF-8 already, as {@link #encoded} gives it. */
    public String hash(byte[] encoded) {
        if (deleted) {
            return RecordId.hash("deleted");
        }
        MessageDigest digest = RecordId.sha256();
        digest.update((format + '\n' + String.join(" ", sets) + '\n').getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(encoded));
    }

    /** The payload in UTF-8. */
    public byte[] encoded() {
        return payload.getBytes(StandardCharsets.UTF_8);
    }
}
