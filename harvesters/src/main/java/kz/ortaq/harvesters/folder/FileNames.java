package kz.ortaq.harvesters.folder;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds files by the names that people write: in another case, without the ending, with or without the folder. */
final class FileNames {

    private final Map<String, List<String>> byPath = new HashMap<>();
    private final Map<String, List<String>> byStem = new HashMap<>();
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Map<String, List<String>> byNameStem = new HashMap<>();

    /** @param paths relative to the folder, with slashes */
    FileNames(List<String> paths) {
        for (String path : paths) {
            String key = key(path);
            add(byPath, key, path);
            add(byStem, stem(key), path);
            add(byName, name(key), path);
            add(byNameStem, stem(name(key)), path);
        }
    }

    /**
     * The files that a written name may mean; the nearest meaning that fits any.
     *
     * @param folder where the sheet stands that names it: empty, or a path with a slash at its end
     */
    List<String> find(String folder, String written) {
        String name = key(written.strip().replace('\\', '/')).replaceFirst("^(?:\\./|/)++", "");
        if (name.isEmpty()) {
            return List.of();
        }
        String beside = key(folder) + name;
        for (Map<String, List<String>> index : List.of(byPath, byStem)) {
            if (index.containsKey(beside)) {
                return index.getOrDefault(beside, List.of());
            }
            if (index.containsKey(name)) {
                return index.getOrDefault(name, List.of());
            }
        }
        if (name.contains("/")) {
            return List.of();
        }
        return byName.containsKey(name)
                ? byName.getOrDefault(name, List.of())
                : byNameStem.getOrDefault(name, List.of());
    }

    private static void add(Map<String, List<String>> index, String key, String path) {
        index.computeIfAbsent(key, name -> new ArrayList<>()).add(path);
    }

    /** Macs write й as и and a breve; Windows makes no difference between cases. */
    private static String key(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
    }
}
