package kz.ortaq.engine.cluster;

/**
 * What a librarian decided of two descriptions.
 *
 * @param same whether they are one edition; else they are never of one work
 */
public record Decision(String one, String other, boolean same) {}
