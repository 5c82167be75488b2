package kz.ortaq.engine.cluster;

/** A description among those to be clustered, under an id that no other has. */
public record Node(String id, Traits traits) {}
