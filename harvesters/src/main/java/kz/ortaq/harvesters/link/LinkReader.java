package kz.ortaq.harvesters.link;

import java.util.List;
import java.util.Map;
import kz.ortaq.harvesters.link.LinkTable.Rule;

/** Reads what stands in a record where rules of the {@link LinkTable} look. */
interface LinkReader {

    /**
     * The values that each rule finds, in the record's order; none in a part of the payload that cannot be read, which
     * the crosswalk tells its library.
     */
    Map<Rule, List<String>> values(String payload, List<Rule> rules);

    static LinkReader named(String name) {
        return switch (name) {
            case "xml" -> XmlLinks::elements;
            case "marc" -> XmlLinks::marc;
            case "irbis" -> TextLinks::irbis;
            case "json" -> TextLinks::json;
            default -> throw new IllegalArgumentException("no reader of links is called " + name);
        };
    }
}
