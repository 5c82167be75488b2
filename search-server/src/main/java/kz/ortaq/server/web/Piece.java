package kz.ortaq.server.web;

/** A stretch of text, marked where it is a word that was searched for. */
public record Piece(String text, boolean marked) {}
