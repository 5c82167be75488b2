package kz.ortaq.harvesters.sheet;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row that describes a book or a document.
 *
 * @param place where a person finds it, for example {@code Лист1, row 3}
 * @param sheet the name of its sheet; empty where the format has none
 * @param fields by our names, in the order of the columns
 * @param cells by heading, both as written
 */
public record Book(String place, String sheet, Map<String, List<String>> fields, Map<String, String> cells) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Book {
        fields = java.util.Collections.unmodifiableMap(new TreeMap<>(fields));
        cells = java.util.Collections.unmodifiableMap(new TreeMap<>(cells));
    }

    /** The values of a field; empty where the row has none. */
    public List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** The first value of a field, or an empty text. */
    public String value(String field) {
        return values(field).isEmpty() ? "" : values(field).getFirst();
    }

    /**
     * The row as JSON: its fields with lists of values, {@code cells} and {@code sheet}. Neither the number of the row
     * nor the order of the columns shows in it, because moving a row or a column changes no book.
     */
    public String payload() {
        ObjectNode payload = JSON.createObjectNode();
        fields.forEach((field, values) -> values.forEach(payload.withArray("/" + field)::add));
        ObjectNode written = payload.putObject("cells");
        cells.forEach(written::put);
        if (!sheet.isEmpty()) {
            payload.put("sheet", sheet);
        }
        return payload.toString();
    }
}
