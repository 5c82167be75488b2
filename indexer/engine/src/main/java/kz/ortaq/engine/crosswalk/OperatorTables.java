package kz.ortaq.engine.crosswalk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.ortaq.config.SettingsException;
import kz.ortaq.config.Tables;

/** Crosswalk tables that an operator wrote into a folder, and which sources go by one of them. */
public final class OperatorTables {

    /** The option of a source that names its table. */
    public static final String OPTION = "crosswalk";

    /** None. */
    public static final OperatorTables NONE = new OperatorTables(Map.of(), Map.of(), Map::of);

    private static final String ENDING = ".yaml";
    private static final int MOST_FILES = 1_000;
    private static final long LONGEST_FILE = 1 << 20;

    private final Map<String, CrosswalkTable> tables;
    private final Map<String, String> written;
    private final Supplier<Map<String, String>> bySource;

    private OperatorTables(
            Map<String, CrosswalkTable> tables, Map<String, String> written, Supplier<Map<String, String>> bySource) {
        this.tables = Map.copyOf(tables);
        this.written = Map.copyOf(written);
        this.bySource = bySource;
    }

    /**
     * Reads all tables of a folder, which may be missing.
     *
     * @param bySource for each source that names a table, its name; asked for again and again, as sources change
     * @throws SettingsException where one of them cannot be used, saying which, where and why
     */
    public static OperatorTables read(Path folder, Supplier<Map<String, String>> bySource)
            throws IOException, SettingsException {
        Map<String, CrosswalkTable> tables = new LinkedHashMap<>();
        Map<String, String> written = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            if (Files.size(file) > LONGEST_FILE) {
                throw new SettingsException(file + ": a table has at most " + LONGEST_FILE + " bytes");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String name = file.getFileName().toString();
            name = name.substring(0, name.length() - ENDING.length());
            tables.put(name, TableReader.read(Tables.parse(text, file.toString()), file.toString()));
            written.put(name, text);
        }
        return new OperatorTables(tables, written, bySource);
    }

    private static List<Path> files(Path folder) throws IOException, SettingsException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (files.size() > MOST_FILES) {
                throw new SettingsException(folder + ": holds more than " + MOST_FILES + " tables");
            }
            return files;
        }
    }

    /** The sources that name a table, each with its name. */
    Map<String, String> bySource() {
        return new TreeMap<>(bySource.get());
    }

    /** The table of that name: the operator's, else one that ships with the program. */
    Optional<CrosswalkTable> find(String name) {
        return Optional.ofNullable(tables.get(name)).or(() -> ShippedTables.find(name));
    }

    /** The text of an operator's table; empty for one that ships with the program. */
    String text(String name) {
        return written.getOrDefault(name, "");
    }

    /** The names of all tables. */
    List<String> names() {
        TreeSet<String> names = new TreeSet<>(ShippedTables.NAMES);
        names.addAll(tables.keySet());
        return List.copyOf(names);
    }
}
