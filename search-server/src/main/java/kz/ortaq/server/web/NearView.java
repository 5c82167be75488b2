package kz.ortaq.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form by which a reader says where they are.
 *
 * @param where what is known of it, in words; empty where nothing is
 * @param own the reader’s library, which is chosen; null where they told of none
 * @param regions the regions and cities
 * @param inside the towns and districts of the chosen region; empty where none is chosen
 * @param back the page to come back to
 * @param note what was told and cannot be used, in words; empty where there is nothing
 */
public record NearView(
        String action,
        String where,
        @Nullable Choice own,
        List<Choice> regions,
        List<Choice> inside,
        String back,
        String note) {

    public NearView {
        regions = List.copyOf(regions);
        inside = List.copyOf(inside);
    }

    /** Whether there is something to forget. */
    public boolean known() {
        return own != null || !where.isEmpty();
    }

    /** A place to choose, or the library that was chosen. */
    public record Choice(String code, String name, boolean chosen) {}
}
