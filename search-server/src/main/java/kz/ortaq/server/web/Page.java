package kz.ortaq.server.web;

/**
 * A page as it goes out.
 *
 * @param template the name of the template that shows {@code view}
 * @param seconds how long it may be kept by browsers and caches; 0 for not at all
 */
record Page(int status, String template, Object view, int seconds) {}
