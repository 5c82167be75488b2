package kz.ortaq.harvesters.feed;

import java.util.List;
import kz.ortaq.harvesters.PayloadFields;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;

/**
 * What one fetched feed holds.
 *
 * @param format what it is, for people: {@code RSS}, {@code Atom}
 * @param next the address of the next page; empty where there is none
 * @param salvaged how many of the items had to be mended
 */
record FeedPage(
        String format,
        String charset,
        List<Item> items,
        List<HarvestPage.Rejected> rejected,
        List<Problem> problems,
        String next,
        int salvaged) {

    FeedPage {
        items = List.copyOf(items);
        rejected = List.copyOf(rejected);
        problems = List.copyOf(problems);
    }

    /**
     * One item.
     *
     * @param guid what the feed calls it; empty where it has no name
     * @param link where it leads; empty where it leads nowhere
     * @param original as it was sent
     */
    record Item(String guid, String link, String changed, String place, PayloadFields fields, String original) {}
}
