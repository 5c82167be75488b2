package kz.ortaq.server.web;

import org.jspecify.annotations.Nullable;

/**
 * A text on a page.
 *
 * @param language its language where it is known and not the page's own
 * @param address where it leads; null where nowhere
 */
public record Line(
        String text, @Nullable String language, @Nullable String address) {}
