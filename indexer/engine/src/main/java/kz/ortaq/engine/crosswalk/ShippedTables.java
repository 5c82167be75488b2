package kz.ortaq.engine.crosswalk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kz.ortaq.config.SettingsException;
import kz.ortaq.config.Tables;
import kz.ortaq.engine.values.ValueTables;

/** The crosswalk tables that ship with the program. */
final class ShippedTables {

    static final String MARC21 = "marc21";
    static final String UNIMARC = "unimarc";
    static final String SHEET = "sheet";

    static final List<String> NAMES =
            List.of("oai_dc", MARC21, UNIMARC, "irbis", "mods", "edm", "lom", "lrmi", "arxiv", SHEET, "feed", "page");

    /** Their resources, and those of the values that they lead to. */
    static final List<String> RESOURCES = Stream.concat(
                    NAMES.stream().map(ShippedTables::resource), ValueTables.RESOURCES.stream())
            .toList();

    private static final Map<String, CrosswalkTable> READ = new ConcurrentHashMap<>();

    private ShippedTables() {}

    /** The table of that name; empty where there is none. */
    static Optional<CrosswalkTable> find(String name) {
        return NAMES.contains(name) ? Optional.of(get(name)) : Optional.empty();
    }

    static CrosswalkTable get(String name) {
        return READ.computeIfAbsent(name, ShippedTables::read);
    }

    private static CrosswalkTable read(String name) {
        try {
            return TableReader.read(Tables.read(resource(name)), resource(name));
        } catch (SettingsException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static String resource(String name) {
        return "/kz/ortaq/config/crosswalks/" + name + ".yaml";
    }
}
