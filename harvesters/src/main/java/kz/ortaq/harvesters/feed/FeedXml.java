package kz.ortaq.harvesters.feed;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.ortaq.harvesters.feed.FeedScan.Dialect;
import org.codehaus.stax2.XMLInputFactory2;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.StAXStreamBuilder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * Parses the parts of a feed, each within the root element that it needs: as they stand where they are well-formed, else
 * mended as little as will do. Nesting and attributes are bounded; there is no DTD and no entity but those of XML and,
 * mended, of HTML.
 */
final class FeedXml {

    private static final int DEEPEST = 200;
    private static final int MOST_ATTRIBUTES = 200;
    private static final int LONGEST_ATTRIBUTE = 1 << 18;
    private static final int LONGEST_SAID = 120;
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String RSS1 = "http://purl.org/rss/1.0/";

    /** What prefixes mean where a feed forgot to say so. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("atom", ATOM),
            Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
            Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
            Map.entry("media", "http://search.yahoo.com/mrss/"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("yt", "http://www.youtube.com/xml/schemas/2015"));

    private static final Pattern PREFIX = Pattern.compile("[</\\s]([A-Za-z_][\\w.-]{0,40}+):[A-Za-z_]");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));|&");
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])"
                    + "|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");
    private static final Pattern UNKNOWN_ENTITY =
            Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#\\d{1,7}|#x[0-9A-Fa-f]{1,6});)");
    private static final Set<String> XML_ENTITIES = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final WstxInputFactory FACTORY = factory();

    /** A part as parsed, and what had to be mended. */
    record Parsed(Document document, List<String> mended) {}

    /** It cannot be parsed, whatever is mended. */
    static final class Broken extends Exception {
        Broken(String said) {
            super(said);
        }
    }

    private final FeedScan scan;
    private final String base;

    /** @param base the address of the feed, where its own does not say better; may be empty */
    FeedXml(FeedScan scan, String base) {
        this.scan = scan;
        this.base = base;
    }

    /** One item as a feed of its own. */
    Parsed item(String xml) throws Broken {
        return parse(xml, true);
    }

    /** What the feed says of itself, without items. */
    Parsed head() throws Broken {
        String head = scan.head();
        int start = head.indexOf('>') + 1;
        return parse(head.substring(start), false);
    }

    private Parsed parse(String xml, boolean item) throws Broken {
        Set<String> mended = new LinkedHashSet<>();
        try {
            if (!UNKNOWN_ENTITY.matcher(withoutCdata(xml)).find()) {
                return new Parsed(build(wrap(xml, item, Map.of(), mended)), List.copyOf(mended));
            }
        } catch (XMLStreamException | JDOMException e) {
            // mended below, and said there
        }
        String tidy = tidy(xml, mended);
        Map<String, String> declared = undeclared(tidy, mended);
        try {
            return new Parsed(build(wrap(tidy, item, declared, mended)), List.copyOf(mended));
        } catch (XMLStreamException | JDOMException e) {
            mended.add(said(e));
        }
        String balanced = balanced(tidy);
        try {
            return new Parsed(build(wrap(balanced, item, declared, mended)), List.copyOf(mended));
        } catch (XMLStreamException | JDOMException e) {
            throw new Broken(said(e));
        }
    }

    private Document build(String xml) throws XMLStreamException, JDOMException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
        try {
            return new StAXStreamBuilder().build(reader);
        } finally {
            reader.close();
        }
    }

    private String wrap(String xml, boolean item, Map<String, String> declared, Set<String> mended) {
        // RSS 2.0 has all that the versions before it had; 0.90 and 1.0 are RDF.
        String root = scan.dialect() == Dialect.ENTRY ? scan.root().replace("entry", "feed") : scan.root();
        Map<String, String> attributes = new LinkedHashMap<>(scan.attributes());
        attributes.putAll(declared);
        if (!attributes.containsKey("xmlns") && !root.contains(":") && scan.dialect() != Dialect.RSS) {
            attributes.put("xmlns", scan.dialect() == Dialect.RDF ? RSS1 : ATOM);
            mended.add("xmlns");
        }
        if (!base.isEmpty()) {
            attributes.putIfAbsent("xml:base", escaped(base));
        }
        StringBuilder feed = new StringBuilder("<").append(root);
        if (scan.dialect() == Dialect.RSS) {
            feed.append(" version=\"2.0\"");
        }
        attributes.forEach((name, value) -> feed.append(' ')
                .append(name)
                .append("=\"")
                .append(value.replace("\"", "&quot;"))
                .append('"'));
        boolean channel = item && scan.dialect() == Dialect.RSS;
        feed.append('>').append(channel ? "<channel>" : "");
        if (item && scan.dialect() == Dialect.RDF) {
            feed.append("<channel><title/></channel>");
        }
        feed.append(xml);
        return feed.append(channel ? "</channel>" : "")
                .append("</")
                .append(root)
                .append('>')
                .toString();
    }

    /** Writes out references that XML does not know, and leaves out characters that it forbids. */
    private static String tidy(String xml, Set<String> mended) {
        String text = FORBIDDEN.matcher(xml).replaceAll(match -> {
            mended.add(String.format(Locale.ROOT, "U+%04X", (int) match.group().charAt(0)));
            return "";
        });
        StringBuilder tidy = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int data = text.indexOf("<![CDATA[", at);
            int end = data < 0 ? text.length() : data;
            tidy.append(
                    REFERENCE.matcher(text.substring(at, end)).replaceAll(match -> reference(match.group(), mended)));
            int behind = data < 0 ? -1 : text.indexOf("]]>", data);
            at = data < 0 ? text.length() : behind < 0 ? text.length() : behind + 3;
            tidy.append(text, end, at);
        }
        return tidy.toString();
    }

    private static String reference(String whole, Set<String> mended) {
        String name = whole.length() > 2 ? whole.substring(1, whole.length() - 1) : "";
        if (XML_ENTITIES.contains(name)) {
            return whole;
        }
        if (name.startsWith("#")) {
            int code = name.startsWith("#x") || name.startsWith("#X")
                    ? Integer.parseInt(name.substring(2), 16)
                    : Integer.parseInt(name.substring(1));
            boolean allowed = code == 9
                    || code == 10
                    || code == 13
                    || code >= 32 && code < 0xD800
                    || code > 0xDFFF && code < 0xFFFE
                    || code > 0xFFFF && code <= Character.MAX_CODE_POINT;
            if (allowed) {
                return "&#" + code + ";";
            }
            mended.add(whole);
            return "";
        }
        mended.add(whole);
        String known = name.isEmpty() ? "" : Entities.getByName(name);
        return Matcher.quoteReplacement(known.isEmpty() ? "&amp;" + whole.substring(1) : escaped(known));
    }

    private Map<String, String> undeclared(String xml, Set<String> mended) {
        Map<String, String> declared = new LinkedHashMap<>();
        Matcher prefix = PREFIX.matcher(withoutCdata(xml));
        while (prefix.find()) {
            String name = prefix.group(1);
            String attribute = "xmlns:" + name;
            boolean known = name.equals("xml")
                    || name.equals("xmlns")
                    || scan.attributes().containsKey(attribute);
            if (!known && !declared.containsKey(attribute) && !xml.contains(attribute) && declared.size() < 50) {
                declared.put(attribute, PREFIXES.getOrDefault(name, "urn:undeclared:" + name));
            }
        }
        // Times and addresses look like prefixes, so only those that stand for an element are worth a word.
        declared.keySet().stream()
                .filter(attribute -> xml.contains("<" + attribute.substring(6) + ":"))
                .forEach(mended::add);
        return declared;
    }

    private static String withoutCdata(String xml) {
        if (!xml.contains("<![CDATA[")) {
            return xml;
        }
        StringBuilder text = new StringBuilder(xml.length());
        for (int at = 0; at < xml.length(); ) {
            int data = xml.indexOf("<![CDATA[", at);
            text.append(xml, at, data < 0 ? xml.length() : data);
            int end = data < 0 ? -1 : xml.indexOf("]]>", data);
            at = end < 0 ? xml.length() : end + 3;
        }
        return text.toString();
    }

    /** Closes what is open, as a browser would. */
    private static String balanced(String xml) {
        org.jsoup.nodes.Document document = Jsoup.parse(xml, "", Parser.xmlParser());
        document.outputSettings()
                .syntax(org.jsoup.nodes.Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .charset("UTF-8")
                .prettyPrint(false);
        return document.outerHtml();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String said(Exception fault) {
        String message = String.valueOf(fault.getMessage()).replaceAll("\\s{0,5}at \\[row,col[^\\]]{0,200}].*", "");
        return message.length() > LONGEST_SAID ? message.substring(0, LONGEST_SAID) + "…" : message;
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        return factory;
    }
}
