package kz.ortaq.harvesters.net;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads addresses as people and servers write them, and shows them without what is private. */
final class Addresses {

    private static final int LARGEST_PORT = 65_535;

    /** The authority of a hierarchical address: user, host (a literal IPv6 in brackets) and port. */
    private static final Pattern AUTHORITY =
            Pattern.compile("(?i)(https?)://(?:([^/?#@]*)@)?(\\[[^]/?#]*]|[^/?#:@\\[\\]]+)(?::(\\d{0,5}))?([/?#].*)?");

    /** A host whose last label is a number is an IPv4 address, and only in this form a plain one. */
    private static final Pattern NUMBER = Pattern.compile("(?i)(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

    private static final Pattern DOTTED = Pattern.compile("(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3}");

    private static final Pattern FILE_NAME =
            Pattern.compile("(?i)filename(\\*?)\\s*+=\\s*+(?:\"([^\"]{1,500}+)\"|([^;\\s\"]{1,500}+))");

    private Addresses() {}

    /**
     * The name of a file that an address gave: that of Content-Disposition (RFC 6266), else the last part of the
     * address; without folders.
     */
    static String fileName(URI address, String disposition) {
        String named = "";
        Matcher matcher = FILE_NAME.matcher(disposition);
        while (matcher.find()) {
            boolean extended = !matcher.group(1).isEmpty();
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            if (extended) {
                // RFC 8187: charset'language'percent-encoded
                named = decoded(value.substring(value.lastIndexOf('\'') + 1));
                break;
            }
            named = value;
        }
        String path = address.getPath() == null ? "" : address.getPath();
        String name = named.isEmpty() ? path : named;
        return name.replaceFirst("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value; // a stray percent sign is part of the name
        }
    }

    /**
     * An http or https address with a host in ASCII and a path.
     *
     * @throws NetException with ADDRESS_WRONG for anything else
     */
    static URI parse(String text) throws NetException {
        String address = encoded(text.strip());
        Matcher parts = AUTHORITY.matcher(address);
        if (!parts.matches()) {
            throw NetException.wrong(text);
        }
        try {
            String scheme = parts.group(1).toLowerCase(Locale.ROOT);
            String port = parts.group(4) == null || parts.group(4).isEmpty() ? "" : ":" + parts.group(4);
            String user = parts.group(2) == null ? "" : parts.group(2) + "@";
            String rest = parts.group(5) == null ? "/" : parts.group(5);
            String host = host(parts.group(3));
            // 2130706433, 127.1 and 0177.0.0.1 mean one address to one program and another to the next.
            if (NUMBER.matcher(host).matches() && !DOTTED.matcher(host).matches()) {
                throw NetException.wrong(text);
            }
            // A fragment never leaves the reader (RFC 9110, 7.1).
            String path = rest.replaceFirst("#.*", "");
            URI uri = new URI(scheme + "://" + user + host + port + (path.startsWith("/") ? path : "/" + path));
            if (uri.getRawAuthority() == null || uri.getPort() > LARGEST_PORT || uri.getPort() == 0) {
                throw NetException.wrong(text);
            }
            return uri;
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw NetException.wrong(text);
        }
    }

    /** The address that a redirect's Location leads to, seen from {@code base}. */
    static URI resolve(URI base, String location) throws NetException {
        try {
            return parse(base.resolve(encoded(location.strip())).toString());
        } catch (IllegalArgumentException e) {
            throw NetException.wrong(location);
        }
    }

    /** Host and port, the port written out: as {@code network.allowed} names them. */
    static String hostAndPort(URI address) {
        return host(address) + ":" + port(address);
    }

    /** The host in lower case, a literal IPv6 without its brackets. */
    static String host(URI address) {
        // URI.getHost() is null for what is not a host name by RFC 2396, such as a number or a name with "_".
        String authority = address.getRawAuthority();
        String hostPort = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = hostPort.startsWith("[") ? hostPort.indexOf(':', hostPort.indexOf(']')) : hostPort.indexOf(':');
        String host = colon < 0 ? hostPort : hostPort.substring(0, colon);
        return host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    }

    static int port(URI address) {
        String authority = address.getRawAuthority();
        String port = authority.substring(authority.lastIndexOf(']') + 1);
        int colon = port.lastIndexOf(':');
        if (colon >= 0 && colon + 1 < port.length()) {
            return Integer.parseInt(port.substring(colon + 1));
        }
        return "https".equals(address.getScheme()) ? 443 : 80;
    }

    /** User and password in front of the host, decoded nowhere; null when there are none. */
    static @Nullable String user(URI address) {
        String authority = address.getRawAuthority();
        int at = authority.lastIndexOf('@');
        return at < 0 ? null : authority.substring(0, at);
    }

    /** The address without user and password. */
    static URI withoutUser(URI address) {
        return URI.create(address.toString().replaceFirst("(?<=://)[^/?#]*@", ""));
    }

    /** The address for logs and messages: without user, password and query, in which keys may stand. */
    static String shown(URI address) {
        return withoutUser(address).toString().replaceFirst("\\?.*", "");
    }

    private static String host(String host) {
        if (host.startsWith("[")) {
            return host;
        }
        // Kazakhstan has domains in Cyrillic (.қаз); the wire wants them in ASCII (RFC 3490).
        return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    }

    /** Percent-encodes what stands raw in many Location headers and pasted addresses, but never the host. */
    private static String encoded(String address) {
        int path = address.indexOf('/', Math.max(0, address.indexOf("://") + 3));
        StringBuilder encoded = new StringBuilder(address.substring(0, Math.max(0, path)));
        String rest = path < 0 ? address : address.substring(path);
        if (path < 0 && address.contains("://")) {
            return address;
        }
        for (byte octet : rest.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (c <= ' ' || c >= 0x7F || "\"<>\\^`{|}".indexOf(c) >= 0) {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }
}
