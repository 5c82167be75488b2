package kz.ortaq.server.catalogue;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Holding;

/**
 * Where a reader asks a library for a copy, or renews a loan: an address of the library's own system, with gaps that are
 * filled for each record. The gaps are {@code {id}}, the record's number at the library (of an OAI identifier what stands
 * behind its last colon), {@code {identifier}}, the identifier whole, {@code {isbn}} and {@code {call-number}}.
 */
public final class RequestLinks {

    private static final int LONGEST_TEMPLATE = 500;
    private static final int LONGEST_LINK = 2_000;
    private static final Pattern GAP = Pattern.compile("\\{([^{}]*)}");
    private static final List<String> GAPS = List.of("id", "identifier", "isbn", "call-number");

    private final Map<String, String> templates;
    private final Map<String, String> sound = new ConcurrentHashMap<>();

    /** @param templates by the ids of sources */
    RequestLinks(Map<String, String> templates) {
        this.templates = templates;
    }

    /** Why an address cannot serve as a template; empty where it can. */
    public static Optional<String> fault(String template) {
        if (template.length() > LONGEST_TEMPLATE) {
            return Optional.of("it has more than " + LONGEST_TEMPLATE + " characters");
        }
        Matcher gap = GAP.matcher(template);
        boolean any = false;
        while (gap.find()) {
            any = true;
            if (!GAPS.contains(gap.group(1))) {
                return Optional.of("“" + gap.group() + "” is none of {id}, {identifier}, {isbn}, {call-number}");
            }
        }
        if (!any) {
            return Optional.of(
                    "it has none of {id}, {identifier}, {isbn}, {call-number}, so it would lead all to one page");
        }
        // What a record says must never choose the host.
        int host = template.indexOf('{');
        int path = template.indexOf('/', "https://".length());
        if (path < 0
                || host < path
                || web(GAP.matcher(template).replaceAll("1")).isEmpty()) {
            return Optional.of("it is no address; write it in full, beginning with http:// or https://,"
                    + " the gaps behind the name of the host");
        }
        return Optional.empty();
    }

    /** The address for one holding; empty where its source has no template, or what a gap asks for is not known. */
    public Optional<String> of(Holding holding, BibRecord edition) {
        String template = sound.computeIfAbsent(holding.record().source(), this::template);
        if (template.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder link = new StringBuilder();
        Matcher gap = GAP.matcher(template);
        while (gap.find()) {
            String value = value(gap.group(1), holding, edition);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            gap.appendReplacement(
                    link,
                    Matcher.quoteReplacement(
                            URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
        }
        gap.appendTail(link);
        return link.length() > LONGEST_LINK ? Optional.empty() : web(link.toString());
    }

    /** The template of a source, looked at once for all of its holdings; empty where it has none that can serve. */
    private String template(String source) {
        String template = templates.getOrDefault(source, "");
        return template.isEmpty() || fault(template).isPresent() ? "" : template;
    }

    private static String value(String gap, Holding holding, BibRecord edition) {
        String identifier = holding.record().identifier();
        return switch (gap) {
            case "id" -> identifier.substring(identifier.lastIndexOf(':') + 1);
            case "identifier" -> identifier;
            case "isbn" ->
                edition.identifiers().stream()
                        .filter(number -> number.scheme().equals("isbn"))
                        .map(BibRecord.Identifier::value)
                        .findFirst()
                        .orElse("");
            default -> holding.callNumber();
        };
    }

    private static Optional<String> web(String address) {
        try {
            URI uri = new URI(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web =
                    List.of("http", "https").contains(scheme) && uri.getHost() != null && uri.getUserInfo() == null;
            return web ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
