package kz.ortaq.harvesters.probe;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import kz.ortaq.config.Tables;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Addresses worth a look when somebody gives the address of a site: a librarian knows the front page, not the endpoint. */
final class Beside {

    private static final int MOST = 12;

    /** Where repositories keep their OAI-PMH endpoint, as people would look for it: a table, to be argued about. */
    private static final List<String> PLACES = Tables.strings(Tables.read("/kz/ortaq/config/probe.yaml"), "oai-places");

    private Beside() {}

    /** Where an OAI-PMH endpoint may be: what the page links to first, then the usual places above the address. */
    static List<String> endpoints(URI address, Document page) {
        SequencedSet<String> places = new LinkedHashSet<>();
        for (Element link : page.select("a[href], link[href]")) {
            String target = link.absUrl("href");
            String lower = target.toLowerCase(Locale.ROOT);
            if (sameHost(address, target) && (lower.contains("verb=identify") || lower.matches(".*/oai(2d?)?(/.*)?"))) {
                places.add(target.replaceFirst("[?#].*", ""));
            }
        }
        URI root = address.resolve("/");
        for (String place : PLACES) {
            places.add(root.resolve(place).toString());
        }
        return places.stream().limit(MOST).toList();
    }

    /** The feeds that a page announces. */
    static List<String> feeds(URI address, Document page) {
        List<String> feeds = new ArrayList<>();
        for (Element link : page.select("link[rel~=(?i)alternate][type~=(?i)(rss|atom)][href]")) {
            String target = link.absUrl("href");
            if (sameHost(address, target)) {
                feeds.add(target);
            }
        }
        return feeds.stream().distinct().limit(MOST).toList();
    }

    private static boolean sameHost(URI address, String target) {
        try {
            String host = URI.create(target).getHost();
            return host != null && host.equalsIgnoreCase(address.getHost());
        } catch (IllegalArgumentException e) {
            return false; // no address that anybody could ask
        }
    }
}
