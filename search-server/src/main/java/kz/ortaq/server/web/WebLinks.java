package kz.ortaq.server.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Lets through only the addresses that a reader may safely follow: records come from anywhere. */
final class WebLinks {

    private WebLinks() {}

    /** The address, where it is an http or https one with a host; empty for {@code javascript:} and all others. */
    static Optional<String> safe(String address) {
        return parse(address).map(URI::toASCIIString);
    }

    /** The host that a safe address leads to, for a reader to see before following it. */
    static String host(String address) {
        return parse(address).map(URI::getHost).orElse("");
    }

    private static Optional<URI> parse(String address) {
        try {
            URI uri = new URI(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
