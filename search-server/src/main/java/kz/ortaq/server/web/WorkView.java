package kz.ortaq.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A work with all that its libraries say of it.
 *
 * @param facts kind, year and languages in one line
 * @param creators their names in one line; empty where nobody is named
 * @param read where it can be read at once; null where nowhere
 */
public record WorkView(
        Frame frame,
        Line title,
        List<Line> otherTitles,
        String facts,
        String creators,
        @Nullable Line read,
        List<Line> description,
        List<Fact> details,
        NearView near,
        List<EditionView> editions,
        List<String> records) {

    public WorkView {
        otherTitles = List.copyOf(otherTitles);
        description = List.copyOf(description);
        details = List.copyOf(details);
        editions = List.copyOf(editions);
        records = List.copyOf(records);
    }

    /** What is known of one side of a work. */
    public record Fact(String name, List<Line> values) {
        public Fact {
            values = List.copyOf(values);
        }
    }

    /**
     * An edition with its copies.
     *
     * @param name empty where the work has this one only
     * @param more how many copies are not shown, with the address of a page that has them; null where there are none
     * @param pager the pages beside this one, where the copies of this edition are shown page by page
     */
    public record EditionView(
            String name,
            List<HoldingView> holdings,
            @Nullable Line more,
            ResultsView.Pager pager) {
        public EditionView {
            holdings = List.copyOf(holdings);
        }
    }

    /**
     * What a library has.
     *
     * @param library its name
     * @param address of its page; null where it is no longer registered
     * @param place where it is; empty when unknown
     * @param distance how near it is to the reader, in words; empty where nothing is known of that
     * @param copies how many copies; empty where it does not say
     * @param request where a copy is asked for; null where the library offers that nowhere
     */
    public record HoldingView(
            String library,
            @Nullable String address,
            String place,
            String distance,
            String callNumber,
            String copies,
            String access,
            boolean open,
            @Nullable Line link,
            @Nullable Line request) {}
}
