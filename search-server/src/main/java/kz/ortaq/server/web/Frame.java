package kz.ortaq.server.web;

import java.util.List;

/**
 * What surrounds every page.
 *
 * @param title the page's own title; empty on the front page
 * @param query what the search box holds
 * @param style the address of the style sheet
 * @param script the address of what completes the search box, without which everything works
 * @param searchable whether search engines shall list the page
 * @param jsonLd the page's content for machines, safe inside a script element; empty where there is none
 */
public record Frame(
        Words words,
        String title,
        String query,
        List<LanguageLink> languages,
        String style,
        String script,
        String icon,
        boolean searchable,
        String jsonLd) {

    /** The same page in a language. */
    public record LanguageLink(String code, String name, String address, boolean current) {}

    public Frame {
        languages = List.copyOf(languages);
    }

    public String language() {
        return words.language().code();
    }
}
