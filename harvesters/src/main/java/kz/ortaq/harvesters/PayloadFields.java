package kz.ortaq.harvesters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the fields of one record and writes them as the JSON payload that crosswalks read: lists of texts by name. */
public final class PayloadFields {

    private static final int MOST = 500;
    private static final int LONGEST = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    /** Adds a value, unless it is blank or there already. Values and their number are bounded. */
    public void add(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        String text = value.strip();
        if (text.length() > LONGEST) {
            text = text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
        }
        List<String> values = fields.computeIfAbsent(name, field -> new ArrayList<>());
        if (values.size() < MOST && !values.contains(text)) {
            values.add(text);
        }
    }

    /** Adds a value where the field has none yet. */
    public void addIfMissing(String name, @Nullable String value) {
        if (!has(name)) {
            add(name, value);
        }
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The first value of a field; empty where it has none. */
    public String first(String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }

    /** The values of a field in the order in which they came. */
    public List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lists of texts are always JSON", e);
        }
    }
}
