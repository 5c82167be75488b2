package kz.ortaq.harvesters.folder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.store.KnownFile;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the files of a folder again: by path and content, then by content alone (moved or renamed), then by path
 * alone (edited). What is left is new; known files that nothing matched are gone.
 */
final class FileMatcher {

    private static final int MINTED = 20;

    /** A file as it is found now; its path is relative to the folder, with slashes. */
    record Found(String path, String hash) {}

    private final Map<Found, String> identifiers = new HashMap<>();
    private final List<KnownFile> gone = new ArrayList<>();

    FileMatcher(List<KnownFile> known, List<Found> files) {
        Set<KnownFile> left = new HashSet<>(known);
        Map<Found, KnownFile> exact = new HashMap<>();
        known.forEach(file -> exact.put(new Found(file.path(), file.hash()), file));
        for (Found file : files) {
            take(file, exact.get(file), left);
        }
        Map<String, Deque<KnownFile>> byHash = new HashMap<>();
        for (KnownFile file : known) {
            if (left.contains(file)) {
                byHash.computeIfAbsent(file.hash(), hash -> new ArrayDeque<>()).add(file);
            }
        }
        for (Found file : files) {
            if (!identifiers.containsKey(file) && byHash.containsKey(file.hash())) {
                take(file, byHash.getOrDefault(file.hash(), new ArrayDeque<>()).poll(), left);
            }
        }
        Map<String, KnownFile> byPath = new HashMap<>();
        left.forEach(file -> byPath.put(file.path(), file));
        Set<String> used = new HashSet<>();
        known.forEach(file -> used.add(file.identifier()));
        for (Found file : files) {
            if (!identifiers.containsKey(file)) {
                take(file, byPath.get(file.path()), left);
            }
            if (!identifiers.containsKey(file)) {
                identifiers.put(file, mint(file, used));
            }
        }
        for (KnownFile file : known) {
            if (left.contains(file)) {
                gone.add(file);
            }
        }
    }

    /** The identifier of a file's record: the one it always had, or a new one. */
    String identifier(Found file) {
        return identifiers.getOrDefault(file, "");
    }

    /** Known files that are no longer there. */
    List<KnownFile> gone() {
        return List.copyOf(gone);
    }

    private void take(Found file, @Nullable KnownFile match, Set<KnownFile> left) {
        if (match != null && left.remove(match)) {
            identifiers.put(file, match.identifier());
        }
    }

    private static String mint(Found file, Set<String> used) {
        String minted = RecordId.hash(file.path() + '\n' + file.hash()).substring(0, MINTED);
        String identifier = minted;
        for (int i = 2; !used.add(identifier); i++) {
            identifier = minted + "-" + i;
        }
        return identifier;
    }
}
