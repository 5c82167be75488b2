package kz.ortaq.harvesters.link;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.ortaq.harvesters.link.LinkTable.Rule;
import org.codehaus.stax2.XMLInputFactory2;

/** Addresses in records that are XML: in elements by their path, in fields of MARC by their indicators. */
final class XmlLinks {

    private static final int DEEPEST = 200;
    private static final int MOST_VALUES = 200;
    private static final WstxInputFactory FACTORY = factory();

    private XmlLinks() {}

    /** An element that is open. */
    private static final class Open {
        private final String path;
        private final StringBuilder text = new StringBuilder();

        Open(String path) {
            this.path = path;
        }
    }

    static Map<Rule, List<String>> elements(String payload, List<Rule> rules) {
        Map<Rule, List<String>> values = new HashMap<>();
        Deque<Open> open = new ArrayDeque<>();
        read(payload, reader -> {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Open parent = open.peek();
                    Open element = new Open((parent == null ? "" : parent.path) + "/" + plain(reader.getLocalName()));
                    open.push(element);
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        String place = element.path + "@" + plain(reader.getAttributeLocalName(i));
                        add(values, rules, place, reader.getAttributeValue(i));
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.getFirst().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Open element = open.pop();
                    add(values, rules, element.path, element.text.toString());
                }
                default -> {} // comments and instructions say nothing here
            }
        });
        return values;
    }

    static Map<Rule, List<String>> marc(String payload, List<Rule> rules) {
        Map<Rule, List<String>> values = new HashMap<>();
        String[] field = {"", "_", "_"};
        read(payload, reader -> {
            if (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                return;
            }
            switch (plain(reader.getLocalName())) {
                case "datafield" -> {
                    field[0] = attribute(reader, "tag");
                    field[1] = indicator(attribute(reader, "ind1"));
                    field[2] = indicator(attribute(reader, "ind2"));
                }
                case "subfield" -> {
                    String place = field[0] + attribute(reader, "code");
                    String value = reader.getElementText();
                    rules.stream()
                            .filter(rule -> rule.from().equals(place)
                                    && fits(rule.first(), field[1])
                                    && fits(rule.second(), field[2]))
                            .forEach(rule -> add(values, rule, value));
                }
                default -> {}
            }
        });
        return values;
    }

    private static boolean fits(String allowed, String indicator) {
        return allowed.isEmpty() || allowed.contains(indicator);
    }

    private static String indicator(String written) {
        return written.isBlank() || written.equals("#") ? "_" : written;
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static void add(Map<Rule, List<String>> values, List<Rule> rules, String place, String value) {
        rules.stream().filter(rule -> place.endsWith("/" + rule.from())).forEach(rule -> add(values, rule, value));
    }

    private static void add(Map<Rule, List<String>> values, Rule rule, String value) {
        List<String> found = values.computeIfAbsent(rule, none -> new ArrayList<>());
        if (found.size() < MOST_VALUES) {
            found.add(value);
        }
    }

    private interface Visitor {
        void visit(XMLStreamReader reader) throws XMLStreamException;
    }

    private static void read(String payload, Visitor visitor) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(payload));
            while (reader.hasNext()) {
                reader.next();
                visitor.visit(reader);
            }
            reader.close();
        } catch (XMLStreamException e) {
            // What stood before the fault is found; the fault itself is the crosswalk's to tell.
        }
    }

    /** A name without its prefix, which is not always declared. */
    private static String plain(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        return factory;
    }
}
