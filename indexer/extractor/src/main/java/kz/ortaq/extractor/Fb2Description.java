package kz.ortaq.extractor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.tika.metadata.Metadata;
import org.jsoup.parser.Parser;
import org.xml.sax.SAXException;

/** What a FictionBook says of itself: of the work in {@code title-info}, of the paper book in {@code publish-info}. */
final class Fb2Description {

    private static final int DEEPEST = 100;
    private static final int LONGEST = 20_000;

    private final Metadata metadata;
    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, String> name = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    Fb2Description(Metadata metadata) {
        this.metadata = metadata;
    }

    /** Reads to the end of the description, whose beginning was read. */
    void read(XMLStreamReader events) throws XMLStreamException, SAXException {
        path.push("description");
        while (!path.isEmpty() && events.hasNext()) {
            int event = events.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(events);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end();
            } else if (text.length() < LONGEST) {
                text.append(text(events));
            }
        }
    }

    /** The text of an event, entities of HTML understood. */
    static String text(XMLStreamReader events) {
        return switch (events.getEventType()) {
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> events.getText();
            case XMLStreamConstants.ENTITY_REFERENCE ->
                Parser.unescapeEntities("&" + events.getLocalName() + ";", false);
            default -> "";
        };
    }

    private void start(XMLStreamReader events) throws SAXException {
        String element = events.getLocalName();
        if (path.size() >= DEEPEST) {
            throw new SAXException("nested more than " + DEEPEST + " deep");
        }
        if (!within("annotation")) {
            text.setLength(0);
        }
        path.push(element);
        if (element.equals("author") || element.equals("translator")) {
            name.clear();
        } else if (element.equals("sequence") && events.getAttributeValue(null, "name") != null) {
            String number = events.getAttributeValue(null, "number");
            String series = events.getAttributeValue(null, "name");
            add("ortaq:series", number == null || number.isBlank() ? series : series + " ; " + number.strip());
        } else if (element.equals("date") && within("title-info") && events.getAttributeValue(null, "value") != null) {
            add("dcterms:created", events.getAttributeValue(null, "value"));
        }
    }

    private void end() {
        String element = path.pop();
        String value = text.toString().strip();
        if (within("annotation")) {
            text.append('\n');
            return;
        }
        if (within("author") || within("translator")) {
            name.put(element, value);
        } else if (within("title-info")) {
            ofWork(element, value);
        } else if (within("publish-info")) {
            ofBook(element, value);
        }
        text.setLength(0);
    }

    private void ofWork(String element, String value) {
        switch (element) {
            case "book-title" -> add("dc:title", value);
            case "author" -> add("dc:creator", person());
            case "translator" -> add("dc:contributor", person());
            case "lang" -> add("dc:language", value);
            case "annotation" -> add("dc:description", value);
            case "keywords" -> Stream.of(value.split("[,;]")).forEach(word -> add("dc:subject", word));
            case "date" -> {
                if (metadata.get("dcterms:created") == null) {
                    add("dcterms:created", value);
                }
            }
            default -> {}
        }
    }

    private void ofBook(String element, String value) {
        switch (element) {
            case "publisher" -> add("dc:publisher", value);
            case "isbn" -> add("dc:identifier", value.isEmpty() ? "" : "isbn:" + value);
            case "year" -> add("ortaq:published", value);
            default -> {}
        }
    }

    /** Family name, given names; else what the person is called. */
    private String person() {
        String given = Stream.of("first-name", "middle-name")
                .map(part -> name.getOrDefault(part, ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        String family = name.getOrDefault("last-name", "");
        if (family.isEmpty() && given.isEmpty()) {
            return name.getOrDefault("nickname", "");
        }
        return family.isEmpty() || given.isEmpty() ? family + given : family + ", " + given;
    }

    private boolean within(String element) {
        return path.contains(element);
    }

    private void add(String key, String value) {
        if (!value.isBlank()) {
            metadata.add(key, value.strip());
        }
    }
}
