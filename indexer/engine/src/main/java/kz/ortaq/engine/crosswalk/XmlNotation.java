package kz.ortaq.engine.crosswalk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;

/**
 * Any format of XML, its elements named by their paths from the metadata's first element, or from the first of those that
 * the table names as tops.
 *
 * @param prefixes the namespaces that prefixes in the table stand for
 * @param tops local names of the elements that paths begin in; empty for the metadata's first element
 * @param anywhere whether paths may begin at any depth
 * @param labels the element that names a thing which others of the record point to by its address ({@code rdf:resource});
 *     empty where nothing points
 */
record XmlNotation(Map<String, Set<String>> prefixes, List<String> tops, boolean anywhere, String labels)
        implements Notation {

    @Override
    public Selection field(String written, String join) {
        return ElementSelection.of(written, prefixes, anywhere);
    }

    @Override
    public Selection part(String written, String join) {
        return ElementSelection.of(written, prefixes, false);
    }

    @Override
    public Node read(RawRecord raw) throws RecordRejected {
        try {
            Node document = document(Xml.reader(raw.payload()));
            // The answer of a server holds a header and notes of its own beside the metadata.
            Node metadata = child(document, "record")
                    .flatMap(record -> child(record, "metadata"))
                    .orElse(document);
            Node top = top(metadata)
                    .orElseGet(() -> metadata.children().stream()
                            .filter(node -> !node.children().isEmpty())
                            .findFirst()
                            .orElse(metadata));
            if (!labels.isEmpty()) {
                called(top);
                Map<String, String> names = new HashMap<>();
                name(metadata, names);
                label(top, names);
            }
            return top;
        } catch (XMLStreamException e) {
            throw new RecordRejected(Reason.RECORD_BROKEN, raw.place(), String.valueOf(e.getMessage()));
        }
    }

    private static Node document(XMLStreamReader reader) throws XMLStreamException {
        Node document = Node.named("");
        Deque<Node> open = new ArrayDeque<>();
        open.push(document);
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Node element = Node.element(
                            reader.getLocalName(),
                            Objects.requireNonNullElse(reader.getNamespaceURI(), ""),
                            language(reader, open.element()),
                            attributes(reader));
                    open.element().add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (open.size() > 1) {
                        open.element().addText(reader.getText());
                    }
                }
                default -> {}
            }
        }
        return document;
    }

    /** The language of an element, else that of the one it stands in (XML 1.0, 2.12). */
    private static String language(XMLStreamReader reader, Node parent) {
        String language = reader.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
        language = language == null ? reader.getAttributeValue(null, "lang") : language;
        language = language == null && reader.getLocalName().endsWith("string")
                ? reader.getAttributeValue(null, "language")
                : language;
        return language == null ? parent.language() : language;
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        if (reader.getAttributeCount() == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private Optional<Node> top(Node in) {
        for (Node child : in.children()) {
            if (tops.contains(child.name())) {
                return Optional.of(child);
            }
            Optional<Node> deeper = top(child);
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }

    private static Optional<Node> child(Node in, String name) {
        return in.children().stream().filter(node -> node.name().equals(name)).findFirst();
    }

    /** RDF may say by a property what a thing is, in place of the name of its element (RDF 1.1 XML Syntax, 2.13). */
    private static void called(Node top) {
        List<Node> things = top.children();
        for (int i = 0; i < things.size(); i++) {
            Node thing = things.get(i);
            if (thing.name().equals("Description")) {
                String type = child(thing, "type")
                        .map(node -> node.attribute("resource"))
                        .orElse("");
                String name = type.replaceFirst("^.*[/#]", "");
                if (!name.isEmpty()) {
                    things.set(i, thing.named(name, type.substring(0, type.length() - name.length())));
                }
            }
        }
    }

    private void name(Node in, Map<String, String> names) {
        String about = in.attribute("about");
        if (!about.isEmpty()) {
            label(in).ifPresent(label -> names.putIfAbsent(about, label));
        }
        in.children().forEach(node -> name(node, names));
    }

    /** What a thing is called: in a language of ours where it has a name in one, else by its first. */
    private Optional<String> label(Node in) {
        List<Node> all = in.children().stream()
                .filter(node -> node.name().equals(labels))
                .toList();
        return Stream.of(Language.values())
                .flatMap(language -> all.stream().filter(node -> node.language().startsWith(language.code())))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Node::text);
    }

    /** An element that only points to a thing of the record says what that thing is called. */
    private static void label(Node in, Map<String, String> names) {
        for (Node child : in.children()) {
            String name = names.get(child.attribute("resource"));
            if (name != null && child.text().isBlank()) {
                child.addText(name);
            }
            label(child, names);
        }
    }
}
