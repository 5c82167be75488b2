package kz.ortaq.harvesters.site;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.harvesters.net.NetException;

/** Reads a site's maps, and the maps that those name, within bounds. */
final class Sitemaps {

    private static final int MOST = 50;

    /** How something is fetched, if the site lets us. */
    interface Fetch {
        Answer get(String address) throws NetException, InterruptedException;
    }

    private final Fetch fetch;
    private final Frontier frontier;
    private final BiConsumer<String, String> faults;
    private final Set<String> read = new HashSet<>();
    private boolean cut;

    /** @param faults is told the address of a map that cannot be read, and why */
    Sitemaps(Fetch fetch, Frontier frontier, BiConsumer<String, String> faults) {
        this.fetch = fetch;
        this.frontier = frontier;
        this.faults = faults;
    }

    /** Seeds the frontier with what the map at {@code address} names. */
    void read(String address, boolean announced) throws InterruptedException {
        Deque<String> maps = new ArrayDeque<>();
        maps.add(address);
        boolean first = true;
        while (!maps.isEmpty()) {
            String map = maps.poll();
            boolean told = announced || !first;
            first = false;
            if (!read.add(map)) {
                continue;
            }
            if (read.size() > MOST) {
                cut = true;
                return;
            }
            read(map, told, maps::add);
        }
    }

    /** Whether maps were left out because there are too many. */
    boolean cut() {
        return cut;
    }

    private void read(String address, boolean announced, Consumer<String> more) throws InterruptedException {
        try {
            Answer answer = fetch.get(address);
            AbstractSiteMap map = parse(answer);
            if (map instanceof SiteMapIndex index) {
                index.getSitemaps()
                        .forEach(inner -> PageAddresses.normal(String.valueOf(inner.getUrl()))
                                .filter(found -> PageAddresses.host(found).equals(PageAddresses.host(address)))
                                .ifPresent(more));
            } else if (map instanceof SiteMap pages) {
                pages.getSiteMapUrls()
                        .forEach(page -> PageAddresses.normal(String.valueOf(page.getUrl()))
                                .ifPresent(frontier::seed));
            }
        } catch (NetException e) {
            boolean none = e.answer().map(answer -> answer.status() < 500).orElse(false);
            if (announced || !none) {
                faults.accept(address, e.value());
            }
        } catch (UnknownFormatException | IOException | RuntimeException e) {
            // Many sites answer with their front page where there is no map.
            if (announced) {
                faults.accept(address, String.valueOf(e.getMessage()));
            }
        }
    }

    private static AbstractSiteMap parse(Answer answer) throws UnknownFormatException, IOException {
        byte[] body = answer.body();
        int at = 0;
        while (at < body.length && at < 1_000 && body[at] != '<') {
            at++;
        }
        // Compression is off already, whatever the server calls it; so it is XML, or a list of addresses.
        boolean xml = at < body.length && body[at] == '<';
        SiteMapParser parser = new SiteMapParser(false);
        parser.setStrictNamespace(false);
        return parser.parseSiteMap(
                xml ? "text/xml" : "text/plain",
                body,
                URI.create(answer.address().toString()).toURL());
    }
}
