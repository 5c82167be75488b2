package kz.ortaq.config;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads {@code ortaq.yaml} and single {@code KEY=VALUE} settings into {@link Settings}, and refuses what it does not
 * know or cannot use.
 */
public final class SettingsReader {

    private static final int LARGEST_FILE = 1 << 20;

    /** What was written for one key, and where. */
    private record Written(String place, List<String> values, boolean list) {}

    private final Map<String, Written> written = new LinkedHashMap<>();
    private final TreeSet<String> known = new TreeSet<>();

    private SettingsReader() {}

    /**
     * The settings of {@code file}, where there is one, with {@code assignments} of the form {@code KEY=VALUE} on top.
     *
     * @throws SettingsException for an unknown key, a wrong type or an impossible value
     */
    public static Settings read(Path file, List<String> assignments) throws SettingsException {
        SettingsReader reader = new SettingsReader();
        if (Files.exists(file)) {
            reader.load(file);
        }
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new SettingsException("--set " + assignment + ": write it as KEY=VALUE");
            }
            String key = assignment.substring(0, equals).strip();
            String value = assignment.substring(equals + 1).strip();
            reader.written.put(key, new Written("--set", List.of(value), false));
        }
        Settings settings = reader.bind(Settings.class, "");
        reader.refuseUnknown();
        return settings;
    }

    private void load(Path file) throws SettingsException {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new SettingsException(file + ": larger than a settings file can be (1 MiB)");
            }
            String yaml = Files.readString(file, StandardCharsets.UTF_8);
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file.toString())
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(0)
                    .build();
            Node root = new Compose(settings).composeString(yaml).orElse(null);
            if (root instanceof MappingNode mapping) {
                flatten(file, mapping, "");
            } else if (root != null && !isNothing(root)) {
                throw new SettingsException(file + ":1: found " + describe(root) + ", allowed: keys with values");
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new SettingsException(file + ":" + line + ": not readable as YAML: " + e.getProblem());
        } catch (YamlEngineException | IOException e) {
            throw new SettingsException(file + ": cannot be read: " + e.getMessage());
        }
    }

    private void flatten(Path file, MappingNode mapping, String prefix) throws SettingsException {
        for (NodeTuple tuple : mapping.getValue()) {
            String key = prefix + describe(tuple.getKeyNode());
            String place = file + ":" + line(tuple.getKeyNode());
            if (written.containsKey(key)) {
                throw new SettingsException(place + ": " + key + ": written twice");
            }
            Node value = tuple.getValueNode();
            if (value instanceof MappingNode inner) {
                flatten(file, inner, key + ".");
            } else if (value instanceof SequenceNode sequence) {
                List<String> values = new ArrayList<>();
                for (Node item : sequence.getValue()) {
                    values.add(describe(item));
                }
                written.put(key, new Written(place, values, true));
            } else {
                written.put(key, new Written(place, List.of(isNothing(value) ? "" : describe(value)), false));
            }
        }
    }

    private <T> T bind(Class<T> type, String prefix) throws SettingsException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            Setting setting = components[i].getAnnotation(Setting.class);
            if (setting == null) {
                arguments[i] = bind(types[i], prefix + hyphenated(components[i].getName()) + ".");
            } else {
                String name = setting.key().isEmpty() ? hyphenated(components[i].getName()) : setting.key();
                arguments[i] = value(prefix + name, types[i], setting);
            }
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the settings record " + type + " cannot be built", e);
        }
    }

    private Object value(String key, Class<?> type, Setting setting) throws SettingsException {
        known.add(key);
        Written found = written.get(key);
        if (found == null) {
            return convert(key, new Written("default", List.of(setting.value()), false), type, setting);
        }
        return convert(key, found, type, setting);
    }

    private static Object convert(String key, Written found, Class<?> type, Setting setting) throws SettingsException {
        if (type == List.class) {
            return found.values().stream()
                    .flatMap(value -> found.list() ? List.of(value).stream() : Arrays.stream(value.split(",")))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
        }
        if (found.list()) {
            throw refusal(key, found, "a single value, not a list");
        }
        String value = found.values().getFirst();
        if (type == String.class) {
            return value;
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (constant.toString().equalsIgnoreCase(value)) {
                    return constant;
                }
            }
            throw refusal(
                    key,
                    found,
                    Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" or ")));
        }
        return number(key, found, type, setting);
    }

    private static Object number(String key, Written found, Class<?> type, Setting setting) throws SettingsException {
        long max = type == int.class ? Math.min(setting.max(), Integer.MAX_VALUE) : setting.max();
        try {
            long number = Long.parseLong(found.values().getFirst());
            if (number >= setting.min() && number <= max) {
                return type == int.class ? (Object) Math.toIntExact(number) : (Object) number;
            }
        } catch (NumberFormatException e) {
            // said below, with what is allowed
        }
        throw refusal(key, found, "a whole number from " + setting.min() + " to " + max);
    }

    private void refuseUnknown() throws SettingsException {
        for (Map.Entry<String, Written> entry : written.entrySet()) {
            if (!known.contains(entry.getKey())) {
                String section = entry.getKey().contains(".")
                        ? entry.getKey().substring(0, entry.getKey().indexOf('.') + 1)
                        : "";
                String near =
                        known.stream().filter(key -> key.startsWith(section)).collect(Collectors.joining(", "));
                throw new SettingsException(entry.getValue().place() + ": " + entry.getKey()
                        + ": there is no such setting; allowed here: "
                        + (near.isEmpty() ? String.join(", ", known) : near));
            }
        }
    }

    private static SettingsException refusal(String key, Written found, String allowed) {
        return new SettingsException(found.place() + ": " + key + ": found “" + String.join(", ", found.values())
                + "”, allowed: " + allowed);
    }

    private static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().getValue().endsWith(":null");
    }

    private static String describe(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "a " + node.getNodeType();
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static String hyphenated(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
