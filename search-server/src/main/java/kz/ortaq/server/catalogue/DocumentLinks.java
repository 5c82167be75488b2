package kz.ortaq.server.catalogue;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.engine.query.WorkSummary;

/** Where a document opens, at the page that was found where its format can say so. */
public final class DocumentLinks {

    /** Below it lie the documents that this server gives out. */
    public static final String ROOT = "/documents/";

    private static final String PDF = "application/pdf";
    // Servers refuse addresses with these, however they are written; the document itself is named in the header.
    private static final Pattern SUSPECT = Pattern.compile("[%\\\\;\\p{Cntrl}]");

    private DocumentLinks() {}

    /** The address at this server of a document of a work; the name is there for people, and for what they save. */
    public static String address(String work, String hash, String name) {
        String file = SUSPECT.matcher(name.substring(name.lastIndexOf('/') + 1)).replaceAll("_");
        return ROOT + encoded(work) + "/" + encoded(hash) + "/" + encoded(file);
    }

    /**
     * Where a hit opens: at this server where everyone may read the document, else where its record points; empty where
     * neither is.
     */
    public static String of(WorkSummary work, SearchResult.PageHit page) {
        if (page.open()) {
            return address(work.id(), page.hash(), page.document()) + fragment(page.mediaType(), page);
        }
        return web(work.links())
                .map(link -> link.toASCIIString() + fragment(typeOf(link), page))
                .orElse("");
    }

    /** RFC 8118 has the page of a PDF in the fragment; other formats have nothing that readers agree on. */
    private static String fragment(String mediaType, SearchResult.PageHit page) {
        return mediaType.equals(PDF) && page.kind().equals("page") ? "#page=" + page.number() : "";
    }

    private static String typeOf(URI link) {
        boolean pdf = link.getRawFragment() == null
                && String.valueOf(link.getPath()).toLowerCase(Locale.ROOT).endsWith(".pdf");
        return pdf ? PDF : "";
    }

    private static Optional<URI> web(List<String> links) {
        for (String link : links) {
            try {
                URI uri = new URI(link.strip());
                String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
                if (List.of("http", "https").contains(scheme) && uri.getHost() != null) {
                    return Optional.of(uri);
                }
            } catch (URISyntaxException e) {
                // No address; perhaps the next is one.
            }
        }
        return Optional.empty();
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
