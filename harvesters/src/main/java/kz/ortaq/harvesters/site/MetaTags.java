package kz.ortaq.harvesters.site;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import kz.ortaq.harvesters.PayloadFields;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads Dublin Core and citation tags of a page's head. */
final class MetaTags {

    private static final Map<String, String> DUBLIN_CORE = Map.ofEntries(
            Map.entry("title", "title"),
            Map.entry("alternative", "alternative"),
            Map.entry("creator", "creator"),
            Map.entry("contributor", "contributor"),
            Map.entry("subject", "subject"),
            Map.entry("description", "description"),
            Map.entry("abstract", "description"),
            Map.entry("publisher", "publisher"),
            Map.entry("date", "date"),
            Map.entry("issued", "date"),
            Map.entry("created", "date"),
            Map.entry("type", "type"),
            Map.entry("identifier", "identifier"),
            Map.entry("ispartof", "part-of"),
            Map.entry("bibliographiccitation", "part-of"),
            Map.entry("language", "language"),
            Map.entry("coverage", "place"),
            Map.entry("spatial", "place"),
            Map.entry("extent", "extent"),
            Map.entry("audience", "audience"),
            Map.entry("rights", "rights"),
            Map.entry("license", "rights"));

    /** The tags that Google Scholar reads. */
    private static final Map<String, String> CITATION = Map.ofEntries(
            Map.entry("title", "title"),
            Map.entry("author", "creator"),
            Map.entry("authors", "creator"),
            Map.entry("editor", "contributor"),
            Map.entry("publication_date", "date"),
            Map.entry("date", "date"),
            Map.entry("year", "date"),
            Map.entry("online_date", "date"),
            Map.entry("journal_title", "part-of"),
            Map.entry("conference_title", "part-of"),
            Map.entry("inbook_title", "part-of"),
            Map.entry("book_title", "part-of"),
            Map.entry("isbn", "isbn"),
            Map.entry("issn", "issn"),
            Map.entry("doi", "identifier"),
            Map.entry("publisher", "publisher"),
            Map.entry("dissertation_institution", "publisher"),
            Map.entry("technical_report_institution", "publisher"),
            Map.entry("language", "language"),
            Map.entry("keywords", "subject"),
            Map.entry("abstract", "description"));

    private final UnaryOperator<String> resolver;
    private final PayloadFields fields;

    /** @param resolver makes an address of the page whole */
    MetaTags(UnaryOperator<String> resolver, PayloadFields fields) {
        this.resolver = resolver;
        this.fields = fields;
    }

    /** Adds what the tags say. */
    void read(Document page) {
        for (Element meta : page.select("meta[content]")) {
            String name = (meta.hasAttr("name") ? meta.attr("name") : meta.attr("property"))
                    .strip()
                    .toLowerCase(Locale.ROOT);
            String content = meta.attr("content");
            if (name.matches("(?:dc|dcterms|dcterm)[.:].{1,100}")) {
                // DC.date.issued is an old way to write what dcterms calls issued.
                String term = name.replaceFirst("^[^.:]*[.:]", "");
                String refined = term.substring(term.lastIndexOf('.') + 1);
                String field = DUBLIN_CORE.getOrDefault(refined, DUBLIN_CORE.get(term.replaceFirst("\\..*", "")));
                if (field != null) {
                    split(field, content);
                }
            } else if (name.startsWith("citation_")) {
                citation(name.substring("citation_".length()), content);
            }
        }
    }

    /** Fills in from tags for social networks what is wanting, and says so by nothing: they only repeat the page. */
    void help(Document page) {
        fields.addIfMissing("title", content(page, "meta[property=og:title]"));
        fields.addIfMissing("description", content(page, "meta[property=og:description]"));
        fields.addIfMissing("description", content(page, "meta[name=description]"));
        fields.addIfMissing("image", resolver.apply(content(page, "meta[property=og:image]")));
        fields.addIfMissing("language", page.select("html").attr("lang"));
    }

    private void citation(String name, String content) {
        String field = CITATION.get(name);
        if (name.endsWith("pdf_url") || name.equals("epub_url")) {
            fields.add("document", resolver.apply(content));
        } else if (field != null) {
            split(field, content);
        }
        switch (name) {
            case "journal_title", "conference_title" -> fields.addIfMissing("kind-hint", "article");
            case "dissertation_institution", "dissertation_name" -> fields.addIfMissing("kind-hint", "thesis");
            case "inbook_title" -> fields.addIfMissing("kind-hint", "chapter");
            case "isbn" -> fields.addIfMissing("kind-hint", "book");
            default -> {}
        }
    }

    private void split(String field, String content) {
        boolean several = field.equals("subject") || field.equals("creator") && content.contains(";");
        for (String value : several ? content.split(";") : new String[] {content}) {
            fields.add(field, value);
        }
    }

    private static String content(Document page, String selector) {
        Element tag = page.selectFirst(selector);
        return tag == null ? "" : tag.attr("content");
    }
}
