package kz.ortaq.records.store;

/** A file that a folder held when it was last harvested: its record's identifier, its path and its content's hash. */
public record KnownFile(String identifier, String path, String hash) {}
