package kz.ortaq.harvesters.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.harvesters.link.LinkTable.Rule;

/** Addresses in records that are text: fields of IRBIS, members of JSON. */
final class TextLinks {

    private static final Pattern FIELD = Pattern.compile("#(\\d{1,9}+):?(.*)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private TextLinks() {}

    /** A field a line: {@code #951: ^TКітап^Ihttp://…}, or without the colon; {@code 951^I} is its subfield I. */
    static Map<Rule, List<String>> irbis(String payload, List<Rule> rules) {
        Map<Rule, List<String>> values = new HashMap<>();
        payload.lines().forEach(line -> {
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                return;
            }
            String tag = field.group(1) + "^";
            for (Rule rule : rules) {
                if (rule.from().startsWith(tag)) {
                    subfields(field.group(2), rule.from().substring(tag.length()))
                            .forEach(value -> add(values, rule, value));
                }
            }
        });
        return values;
    }

    private static List<String> subfields(String field, String code) {
        List<String> found = new ArrayList<>();
        for (String subfield : field.split("\\^", 200)) {
            if (subfield.toUpperCase(Locale.ROOT).startsWith(code)) {
                found.add(subfield.substring(code.length()));
            }
        }
        return found;
    }

    static Map<Rule, List<String>> json(String payload, List<Rule> rules) {
        Map<Rule, List<String>> values = new HashMap<>();
        try {
            JsonNode object = JSON.readTree(payload);
            for (Rule rule : rules) {
                JsonNode member = object.path(rule.from());
                (member.isArray() ? member : List.of(member)).forEach(value -> {
                    if (value.isTextual()) {
                        add(values, rule, value.asText());
                    }
                });
            }
        } catch (JsonProcessingException e) {
            // The crosswalk tells the library that the record is broken.
        }
        return values;
    }

    private static void add(Map<Rule, List<String>> values, Rule rule, String value) {
        values.computeIfAbsent(rule, none -> new ArrayList<>()).add(value);
    }
}
