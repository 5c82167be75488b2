package kz.ortaq.server.web;

import java.util.List;

/**
 * A library.
 *
 * @param facts kind and place in one line
 * @param holdings where all that it has is listed
 * @param lists what it recommends
 * @param branches the libraries that are branches of it
 * @param more how many branches are not shown, in words; empty where all are
 * @param own whether it is the reader's own
 * @param choose the form that makes it so, or forgets it
 */
public record LibraryView(
        Frame frame,
        String id,
        String name,
        String facts,
        String holdings,
        List<WorkView.Fact> details,
        List<Line> lists,
        List<Line> branches,
        String more,
        boolean own,
        NearView choose) {

    public LibraryView {
        details = List.copyOf(details);
        lists = List.copyOf(lists);
        branches = List.copyOf(branches);
    }
}
