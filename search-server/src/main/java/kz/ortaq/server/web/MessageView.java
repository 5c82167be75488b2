package kz.ortaq.server.web;

/**
 * A page that says why there is nothing else, and what to do.
 *
 * @param detail the place at fault, in English as the API says it too; empty where there is none
 */
public record MessageView(Frame frame, String heading, String advice, String detail, boolean technical) {}
