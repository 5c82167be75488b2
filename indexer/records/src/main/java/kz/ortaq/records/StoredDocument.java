package kz.ortaq.records;

/**
 * A document of a record, as it lies in the {@code DocumentStore}.
 *
 * @param hash SHA-256 of its bytes in hexadecimal, which is also its name in the store
 * @param name the file name its library gave it, with the folder below the source's root
 * @param bytes its size
 */
public record StoredDocument(String hash, String name, long bytes) {}
