package kz.ortaq.server.catalogue;

/**
 * Where a reader is, as far as they told: at a library, or in a region, a town or a district.
 *
 * @param library the id of their library; empty when unknown
 * @param place the code of КАТО of their place; empty when unknown, and where a library says it
 */
public record Reader(String library, String place) {

    /** A reader who told nothing. */
    public static final Reader ANYWHERE = new Reader("", "");

    /** Whether anything is known. */
    public boolean isKnown() {
        return !library.isEmpty() || !place.isEmpty();
    }
}
