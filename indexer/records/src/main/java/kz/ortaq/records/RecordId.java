package kz.ortaq.records;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names one record for ever.
 *
 * <p>An identifier that no database could keep as a key is made into one that can be, always the same: U+0000 becomes
 * U+FFFD, and of more than 500 characters the first are kept with the hash of all.
 *
 * @param source the id of the source that gives it
 * @param identifier the source's own identifier, or one minted at first sight where the source has none
 */
public record RecordId(String source, String identifier) {

    private static final int MINTED = 20;
    // PostgreSQL's keys end at 2,700 bytes.
    private static final int LONGEST = 500;
    private static final int KEPT = 400;

    public RecordId {
        if (source.isBlank() || identifier.isBlank()) {
            throw new IllegalArgumentException("a record needs a source and an identifier");
        }
        if (identifier.length() > LONGEST) {
            int end = Character.isHighSurrogate(identifier.charAt(KEPT - 1)) ? KEPT - 1 : KEPT;
            identifier = identifier.substring(0, end) + '…' + hash(identifier);
        }
        identifier = identifier.replace('\0', '\uFFFD');
    }

    /**
     * A short id that follows from this one alone (80 bits of its SHA-256, in hexadecimal), for the edition or work
     * that this record founds: a rebuild from nothing mints the same.
     */
    public String minted(String prefix) {
        return prefix + hash(source + '\n' + identifier).substring(0, MINTED);
    }

    /** SHA-256 of a text in UTF-8, in hexadecimal. */
    public static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of bytes, in hexadecimal. */
    public static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** A digest that names content, for bytes that come as a stream. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
