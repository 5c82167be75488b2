package kz.ortaq.records;

import java.util.Map;

/**
 * One feed of a library.
 *
 * @param id stable identifier, lower-case letters, digits and hyphens
 * @param library the id of the library whose records it gives
 * @param address an http(s) address, or a folder's absolute path
 * @param options settings of its kind, for example {@code prefix} and {@code set} of an OAI-PMH source
 */
public record Source(
        String id, String library, SourceKind kind, String address, Map<String, String> options, State state) {

    /** The option, of every kind, that says how often a source is harvested: {@code 6h}, {@code 7d}, {@code never}. */
    public static final String EVERY = "every";

    /** The option, of every kind, that says where a reader asks for a copy: an address with gaps. */
    public static final String REQUEST = "request";

    /** The option of an OAI-PMH source that names the sets which are lists of its library, divided by commas. */
    public static final String LISTS = "lists";

    /** Whether harvests run. */
    public enum State {
        ACTIVE,
        PAUSED,
        /** No longer harvested or shown; its records are deletions, so that no cursor misses them. */
        REMOVED
    }

    public Source {
        options = Map.copyOf(options);
        if (id.isBlank() || address.isBlank()) {
            throw new IllegalArgumentException("a source needs an id and an address");
        }
    }

    /** The value of an option, or {@code otherwise} where the source does not set it. */
    public String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }
}
