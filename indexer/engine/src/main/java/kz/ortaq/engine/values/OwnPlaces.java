package kz.ortaq.engine.values;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.ortaq.config.SettingsException;
import kz.ortaq.config.Tables;

/** What an operator adds to the places of the program: villages and towns of their own, more names of those known. */
final class OwnPlaces {

    private static final String VILLAGES = "villages";
    private static final String NAMES = "names";
    private static final int MOST = 20_000;
    private static final Set<String> FIELDS = Set.of("kk", "ru", "en", "also", "former", "since");
    private static final Set<String> OF_NAMES = Set.of("also", "former");

    private final PlaceTable table;
    private final PlaceReading reading;
    private final String text;
    private final String name;

    /** @param name what messages call the file */
    OwnPlaces(PlaceTable table, PlaceReading reading, String text, String name) {
        this.table = table;
        this.reading = reading;
        this.text = text;
        this.name = name;
    }

    void add() throws SettingsException {
        for (Map.Entry<String, Object> section : Tables.parse(text, name).entrySet()) {
            String called = section.getKey();
            Place.Kind kind = called.equals(VILLAGES) ? Place.Kind.VILLAGE : PlaceTable.SECTIONS.get(called);
            if (kind == null && !called.equals(NAMES)) {
                Set<String> known = new TreeSet<>(PlaceTable.SECTIONS.keySet());
                known.addAll(List.of(VILLAGES, NAMES));
                throw wrong(called, "is no section; write one of " + String.join(", ", known));
            }
            Map<String, Object> entries = PlaceTable.fields(section.getValue());
            if (entries.isEmpty() || entries.size() > MOST) {
                throw wrong(called, "has places under their codes, 1 to " + MOST + " of them");
            }
            for (Map.Entry<String, Object> entry : entries.entrySet()) {
                check(entry.getKey(), entry.getValue(), kind == null ? OF_NAMES : FIELDS);
                add(entry.getKey(), kind, PlaceTable.fields(entry.getValue()));
            }
        }
    }

    private void add(String code, Place.@org.jspecify.annotations.Nullable Kind kind, Map<String, Object> entry)
            throws SettingsException {
        try {
            if (kind != null) {
                if (table.places().containsKey(code)) {
                    throw wrong(code, "is known already; more names of it go under " + NAMES);
                }
                table.add(code, kind, entry, reading);
                return;
            }
            Place known = table.places().get(code);
            if (known == null) {
                throw wrong(code, "is no place that is known; a new one goes under " + VILLAGES + " with kk and ru");
            }
            table.name(known, entry, reading);
        } catch (IllegalStateException e) {
            throw wrong(
                    code,
                    String.valueOf(e.getMessage())
                            .replace(PlaceTable.PLACES + code, "")
                            .replaceFirst("^: ", ""));
        }
    }

    private void check(String code, Object entry, Set<String> allowed) throws SettingsException {
        Map<String, Object> fields = PlaceTable.fields(entry);
        if (fields.isEmpty()) {
            throw wrong(code, "says nothing; write {kk: \"…\", ru: \"…\"}");
        }
        for (String field : fields.keySet()) {
            if (!allowed.contains(field)) {
                throw wrong(code, "has “" + field + "”, and may have " + String.join(", ", new TreeSet<>(allowed)));
            }
        }
        if (fields.get("also") instanceof String) {
            throw wrong(code, "also is a list: also: [\"…\", \"…\"]");
        }
        if (fields.containsKey("former")
                && !(fields.get("former") instanceof List<?> list
                        && list.stream()
                                .allMatch(one -> one instanceof Map<?, ?> map && map.get("names") instanceof List))) {
            throw wrong(code, "former is a list: former: [{years: \"1961–1992\", names: [\"…\"]}]");
        }
    }

    /** A mistake, with the line in which what it is about first stands. */
    private SettingsException wrong(String about, String what) {
        Pattern key = Pattern.compile("^\\s*[\"']?" + Pattern.quote(about) + "[\"']?\\s*:");
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (key.matcher(lines.get(i)).find()) {
                return new SettingsException(name + ", line " + (i + 1) + ": " + about + " " + what);
            }
        }
        return new SettingsException(name + ": " + about + " " + what);
    }
}
