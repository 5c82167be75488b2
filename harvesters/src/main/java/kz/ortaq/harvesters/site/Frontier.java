package kz.ortaq.harvesters.site;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.ortaq.harvesters.Seen;

/**
 * The pages that are still to be read: within the site and the section that was registered, breadth first, each once.
 * Addresses that a program makes without end (calendars, filters, paths that repeat) are bounded by their pattern.
 */
final class Frontier {

    /** Pages of one pattern that are read: with a query, and without. What a sitemap names is not bounded so. */
    static final int SAME_QUERY = 100;

    static final int SAME_PATH = 1_000;
    private static final int MOST_SEGMENTS = 20;
    private static final int MOST_PARAMETERS = 6;
    private static final int MOST_TRAPS = 1_000;
    private static final int LONGEST_WORDS = 300;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,200}+");
    private static final Pattern REPEATED =
            Pattern.compile("/([^/]{1,100}+)(?:/[^/]{1,100}+){0,3}?/\\1(?:/[^/]{1,100}+){0,3}?/\\1(?:/|$)");

    private static final Pattern NO_PAGE =
            Pattern.compile("(?i).*\\.(?:jpe?g|png|gif|svg|webp|ico|bmp|tiff?|css|js|json|xml|rss|atom|"
                    + "zip|rar|7z|gz|exe|apk|mp[34]|avi|mov|wmv|flv|mkv|webm|wav|ogg|m4a|woff2?|ttf|eot|ics)");

    /**
     * A page to read.
     *
     * @param words of the link that led here
     * @param from the page that it stands on; empty for the first
     */
    record Entry(String address, int depth, String words, String from) {

        Entry {
            words = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
        }
    }

    private final String host;
    private final String section;
    private final int deepest;
    private final int most;
    private final Deque<Entry> queue = new ArrayDeque<>();
    private final Seen offered = new Seen();
    private final Map<String, Integer> patterns = new HashMap<>();
    private final Map<String, String> traps = new LinkedHashMap<>();
    private boolean cut;

    /** @param most addresses that are remembered, read or not */
    Frontier(String start, int deepest, int most) {
        this.host = PageAddresses.host(start);
        this.section = section(PageAddresses.path(start));
        this.deepest = deepest;
        this.most = most;
    }

    /** Whether an address belongs to the site and its section. */
    boolean within(String address) {
        String path = PageAddresses.path(address);
        return PageAddresses.host(address).equals(host) && (path.startsWith(section) || (path + "/").equals(section));
    }

    /** Notes a page that a sitemap names; it is trusted to be one. */
    void seed(String address) {
        offer(new Entry(address, 1, "", ""), true);
    }

    /** Notes a page that a link leads to, if it is new, within the site, and no trap. */
    void offer(Entry entry) {
        offer(entry, false);
    }

    private void offer(Entry entry, boolean trusted) {
        String address = entry.address();
        if (!within(address)
                || offered.contains(PageAddresses.key(address))
                || NO_PAGE.matcher(PageAddresses.path(address)).matches()) {
            return;
        }
        if (entry.depth() > deepest || offered.size() >= most) {
            cut = true;
            return;
        }
        if (!trusted && trap(address)) {
            if (traps.size() < MOST_TRAPS) {
                traps.putIfAbsent(pattern(address), address);
            } else {
                cut = true;
            }
            return;
        }
        offered.add(PageAddresses.key(address));
        queue.add(entry);
    }

    Optional<Entry> next() {
        return Optional.ofNullable(queue.poll());
    }

    /** Whether a page was reached already, by this address or through a redirect; from now on it was. */
    boolean reached(String address) {
        String key = PageAddresses.key(address);
        boolean before = offered.contains(key);
        offered.add(key);
        return before;
    }

    /** Whether addresses were left out because they lie too deep, or are too many. */
    boolean cut() {
        return cut;
    }

    /** The patterns of which not all pages were read, each with the first address that was left out. */
    Map<String, String> traps() {
        return Map.copyOf(traps);
    }

    /** Whether an address is one of a pattern of which not all pages were read. */
    boolean trapped(String address) {
        return traps.containsKey(pattern(address));
    }

    private boolean trap(String address) {
        String path = PageAddresses.path(address);
        String query = PageAddresses.query(address);
        boolean endless = REPEATED.matcher(path).find()
                || path.chars().filter(c -> c == '/').count() > MOST_SEGMENTS
                || query.chars().filter(c -> c == '&').count() >= MOST_PARAMETERS;
        if (endless) {
            return true;
        }
        int same = patterns.merge(pattern(address), 1, Integer::sum);
        return same > (query.isEmpty() ? SAME_PATH : SAME_QUERY);
    }

    /** The address with all numbers alike, and of its query only the names. */
    private static String pattern(String address) {
        Set<String> names = new TreeSet<>();
        for (String parameter : PageAddresses.query(address).split("&")) {
            names.add(parameter.replaceFirst("=.*", ""));
        }
        return DIGITS.matcher(PageAddresses.path(address)).replaceAll("#") + "?" + String.join("&", names);
    }

    /** The part of the site that a start address stands for: its folder. */
    private static String section(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (last.isEmpty()) {
            return path;
        }
        return last.contains(".") ? path.substring(0, path.lastIndexOf('/') + 1) : path + "/";
    }
}
