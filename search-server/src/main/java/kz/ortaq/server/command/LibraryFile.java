package kz.ortaq.server.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.ortaq.config.Language;
import kz.ortaq.config.SettingsException;
import kz.ortaq.config.Tables;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.values.Places;
import kz.ortaq.records.Library;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.Registry;
import org.jspecify.annotations.Nullable;

/** Libraries with their sources, written in a file: all are checked before the first is kept. */
final class LibraryFile {

    private static final long LONGEST = 16 << 20;
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?");
    private static final String SOURCES = "sources";

    private final Registry registry;
    private final Crosswalks crosswalks;
    private final LibraryChecks checks;
    private final Map<String, Library> libraries = new LinkedHashMap<>();
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, Source> registered = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    LibraryFile(Registry registry, Crosswalks crosswalks, Places places) {
        this.registry = registry;
        this.crosswalks = crosswalks;
        // One for all: its tables are read once, not once a library.
        this.checks = new LibraryChecks(this::known, places);
        registry.sources().forEach(source -> {
            registered.put(key(source), source);
            taken.add(source.id());
        });
    }

    /** Registers what a file says, and tells how many libraries and sources that were; loading it again changes nothing. */
    Map<String, Object> load(Path file) throws IOException, Registration.Wrong, SettingsException {
        if (Files.size(file) > LONGEST) {
            throw new Registration.Wrong(file + " has more than " + LONGEST + " bytes");
        }
        Map<String, Object> table = Tables.parse(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        if (!(table.get("libraries") instanceof Map<?, ?> entries) || table.size() != 1) {
            throw new Registration.Wrong(
                    file + ": the file begins with “libraries:”, and has ids of libraries below it");
        }
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            named(String.valueOf(entry.getKey()), fields(String.valueOf(entry.getKey()), entry.getValue()));
        }
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            String id = String.valueOf(entry.getKey());
            try {
                described(id, fields(id, entry.getValue()));
            } catch (Registration.Wrong e) {
                throw new Registration.Wrong(id + ": " + e.getMessage());
            }
        }
        libraries.values().forEach(registry::save);
        sources.forEach(registry::save);
        return Map.of("libraries", libraries.size(), SOURCES, sources.size());
    }

    private Optional<Library> known(String id) {
        return Optional.ofNullable(libraries.get(id)).or(() -> registry.library(id));
    }

    /** A library by its names alone, so that parents may stand behind their branches. */
    private void named(String id, Map<String, Object> fields) throws Registration.Wrong {
        Optional<Library> before = registry.library(id);
        Map<Language, String> names = new EnumMap<>(Language.class);
        before.ifPresent(known -> names.putAll(known.names()));
        for (Language language : Language.values()) {
            String name = String.valueOf(fields.getOrDefault("name-" + language.code(), ""))
                    .strip();
            if (!name.isEmpty()) {
                names.put(language, name);
            }
        }
        if (!ID.matcher(id).matches() || names.isEmpty()) {
            throw new Registration.Wrong(id
                    + ": a library has an id of at most 60 small Latin letters, digits and hyphens, and a name-kk, name-ru or"
                    + " name-en");
        }
        libraries.put(
                id,
                before.map(known ->
                                new Library(id, names, known.kind(), known.region(), known.contact(), known.standing()))
                        .orElseGet(() -> new Library(id, names, "", "", "")));
    }

    private void described(String id, Map<String, Object> fields) throws Registration.Wrong {
        Map<String, String> said = new LinkedHashMap<>();
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            String name = field.getKey();
            if (LibraryChecks.NAMES.contains(name)) {
                said.put(name, text(name, field.getValue()));
            } else if (!name.equals(SOURCES) && !name.startsWith("name-")) {
                throw new Registration.Wrong("“" + name + "” is not among name-kk, name-ru, name-en, "
                        + String.join(", ", LibraryChecks.NAMES) + ", " + SOURCES);
            }
        }
        Library known = libraries.get(id);
        if (known != null) {
            libraries.put(id, checks.of(known, said));
        }
        if (fields.get(SOURCES) instanceof List<?> list) {
            for (Object source : list) {
                source(id, source);
            }
        }
    }

    private void source(String library, Object entry) throws Registration.Wrong {
        Map<String, Object> fields = entry instanceof Map<?, ?> ? fields(library, entry) : Map.of("address", entry);
        List<String> options = new ArrayList<>();
        if (fields.get("options") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> options.add(name + "=" + value));
        }
        Source made = Registration.source(library, String.valueOf(fields.get("address")), options, registry);
        Registration.checkTable(made.options(), crosswalks);
        Source before = registered.get(key(made));
        // One that is registered keeps its id and whether it rests.
        String id = before == null ? free(made.id()) : before.id();
        Source.State state = before == null ? made.state() : before.state();
        sources.add(new Source(id, library, made.kind(), made.address(), made.options(), state));
    }

    private String free(String id) {
        String free = id;
        for (int i = 2; taken.contains(free); i++) {
            free = id + "-" + i;
        }
        taken.add(free);
        return free;
    }

    private static String key(Source source) {
        return source.library() + " " + source.kind().code() + " " + source.address();
    }

    /** YAML reads a number without quotes as a number, and drops the noughts before it. */
    private static String text(String name, @Nullable Object value) {
        if (name.equals(LibraryChecks.BIN) && value instanceof Number number) {
            return String.format(Locale.ROOT, "%012d", number.longValue());
        }
        return value == null ? "" : String.valueOf(value);
    }

    private static Map<String, Object> fields(String id, Object entry) throws Registration.Wrong {
        if (!(entry instanceof Map<?, ?> map)) {
            throw new Registration.Wrong(id + ": below it stand its names and what else is known, one a line");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        return fields;
    }
}
