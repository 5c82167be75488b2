package kz.ortaq.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the YAML tables that ship inside the program. */
public final class Tables {

    private Tables() {}

    /** Tells tables apart: changes when a word in one of them does. */
    public static String fingerprint(List<String> resources) {
        CRC32 sum = new CRC32();
        for (String resource : resources) {
            sum.update(read(resource).toString().getBytes(StandardCharsets.UTF_8));
        }
        return Long.toHexString(sum.getValue());
    }

    /** A list of texts under {@code key}; empty when the table has none. */
    public static List<String> strings(Map<String, Object> table, String key) {
        return table.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /**
     * A table that somebody wrote.
     *
     * @param name what messages call it
     * @throws SettingsException if it is no YAML mapping, saying where
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> parse(String yaml, String name) throws SettingsException {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setAllowDuplicateKeys(false)
                .build();
        try {
            if (new Load(settings).loadFromString(yaml) instanceof Map<?, ?> table) {
                return (Map<String, Object>) table;
            }
        } catch (YamlEngineException e) {
            throw new SettingsException(String.valueOf(e.getMessage()).replaceAll("\\s*\\n\\s*", " "));
        }
        throw new SettingsException(name + ": a table is a YAML mapping with rules");
    }

    /**
     * The table at {@code resource}, an absolute resource name, as a map in the file's order.
     *
     * @throws IllegalStateException if the program was built without it, or it is no mapping
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> read(String resource) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(resource)
                .setAllowDuplicateKeys(false)
                .build();
        try (InputStream in = Tables.class.getResourceAsStream(resource)) {
            if (in != null && new Load(settings).loadFromInputStream(in) instanceof Map<?, ?> table) {
                return (Map<String, Object>) table;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException(resource + " is missing from the program or is no YAML mapping");
    }
}
