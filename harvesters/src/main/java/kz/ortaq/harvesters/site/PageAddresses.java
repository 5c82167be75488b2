package kz.ortaq.harvesters.site;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes addresses of one page alike: without fragment, session and tracking, host and path in their plain form. */
final class PageAddresses {

    private static final int LONGEST = 1_000;
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^/?#\\s]{1,300}+(?:[/?#]\\S*)?");
    private static final Pattern SESSION = Pattern.compile("(?i);(?:jsessionid|sid|phpsessid)=[^/?#]{0,200}+");

    private static final BasicURLNormalizer NORMALIZER = BasicURLNormalizer.newBuilder()
            .queryParamsToRemove(new TreeSet<>(List.of(
                    "utm_source",
                    "utm_medium",
                    "utm_campaign",
                    "utm_term",
                    "utm_content",
                    "fbclid",
                    "gclid",
                    "yclid",
                    "_ga",
                    "_openstat",
                    "PHPSESSID",
                    "phpsessid",
                    "jsessionid",
                    "sid",
                    "SID",
                    "sessionid",
                    "s_id")))
            .build();

    private PageAddresses() {}

    /** The one form of an address; empty for what is no address of the web. */
    static Optional<String> normal(@Nullable String address) {
        if (address == null || address.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = address.strip().replace(" ", "%20");
        if (!WEB.matcher(plain).matches()) {
            return Optional.empty();
        }
        String normal;
        try {
            normal = NORMALIZER.filter(SESSION.matcher(plain).replaceAll(""));
        } catch (RuntimeException e) {
            return Optional.empty(); // addresses of strangers can be anything
        }
        return Optional.ofNullable(normal)
                .map(text -> text.replaceFirst("#.*", ""))
                .filter(text -> WEB.matcher(text).matches());
    }

    /** The host that a reader sees, {@code www.} aside; empty where there is none. */
    static String host(String address) {
        String authority = address.replaceFirst("(?i)^https?://", "").replaceFirst("[/?#].*", "");
        String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** The address as messages show it. */
    static String withoutPassword(String address) {
        return address.replaceFirst("//[^/?#@]*@", "//");
    }

    /** The path, at least {@code /}. */
    static String path(String address) {
        String rest = address.replaceFirst("(?i)^https?://[^/?#]*", "").replaceFirst("[?#].*", "");
        return rest.isEmpty() ? "/" : rest;
    }

    /** The query without its question mark; empty where there is none. */
    static String query(String address) {
        int mark = address.indexOf('?');
        return mark < 0 ? "" : address.substring(mark + 1);
    }

    /** What pages are told apart by: not by {@code www.}, encryption or a last slash. */
    static String key(String address) {
        String path = path(address);
        String query = query(address);
        String plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return host(address) + plain + (query.isEmpty() ? "" : "?" + query);
    }

    static boolean samePage(String one, String other) {
        return key(one).equals(key(other));
    }

    /** The path as a person writes it. */
    static String readable(String path) {
        try {
            String decoded = URI.create(path).getPath();
            return decoded == null ? path : decoded;
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
