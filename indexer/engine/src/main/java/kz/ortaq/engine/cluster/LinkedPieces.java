package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A large component without the keys that only seemed to hold it together: pieces that links connect. Nothing is lost by
 * it, for works grow along links alone.
 */
final class LinkedPieces {

    private LinkedPieces() {}

    /** The pieces by their first bundles. What shares a key with more than {@code most} stays together uncompared. */
    static List<List<Integer>> of(Bundles bundles, Relations relations, int most) {
        Map<String, List<Integer>> byKey = new TreeMap<>();
        for (int bundle = 0; bundle < bundles.all().size(); bundle++) {
            TreeSet<String> keys = new TreeSet<>();
            bundles.all().get(bundle).forEach(node -> keys.addAll(Keys.of(node.traits())));
            for (String key : keys) {
                byKey.computeIfAbsent(key, unused -> new ArrayList<>()).add(bundle);
            }
        }
        int[] roots = new int[bundles.all().size()];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = i;
        }
        for (List<Integer> sharing : byKey.values()) {
            link(relations, sharing, sharing.size() <= most, roots);
        }
        Map<Integer, List<Integer>> pieces = new TreeMap<>();
        for (int i = 0; i < roots.length; i++) {
            pieces.computeIfAbsent(root(roots, i), unused -> new ArrayList<>()).add(i);
        }
        return List.copyOf(pieces.values());
    }

    private static void link(Relations relations, List<Integer> sharing, boolean compared, int[] roots) {
        for (int i = 0; i < sharing.size(); i++) {
            for (int j = i + 1; j < (compared ? sharing.size() : Math.min(i + 2, sharing.size())); j++) {
                int one = root(roots, sharing.get(i));
                int other = root(roots, sharing.get(j));
                if (one != other
                        && (!compared
                                || relations.of(sharing.get(i), sharing.get(j)).links())) {
                    roots[Math.max(one, other)] = Math.min(one, other);
                }
            }
        }
    }

    private static int root(int[] roots, int of) {
        int root = of;
        while (roots[root] != root) {
            roots[root] = roots[roots[root]];
            root = roots[root];
        }
        return root;
    }
}
