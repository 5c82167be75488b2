package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Set<Long> compared = new HashSet<>();
        for (List<Integer> sharing : byKey.values()) {
            if (sharing.size() <= most) {
                link(relations, sharing, roots, compared);
            } else {
                sharing.forEach(bundle -> join(roots, sharing.getFirst(), bundle));
            }
        }
        Map<Integer, List<Integer>> pieces = new TreeMap<>();
        for (int i = 0; i < roots.length; i++) {
            pieces.computeIfAbsent(root(roots, i), unused -> new ArrayList<>()).add(i);
        }
        return List.copyOf(pieces.values());
    }

    private static void link(Relations relations, List<Integer> sharing, int[] roots, Set<Long> compared) {
        for (int i = 0; i < sharing.size(); i++) {
            for (int j = i + 1; j < sharing.size(); j++) {
                int one = sharing.get(i);
                int other = sharing.get(j);
                // Two often share several keys.
                if (root(roots, one) != root(roots, other)
                        && compared.add((long) one * roots.length + other)
                        && relations.of(one, other).links()) {
                    join(roots, one, other);
                }
            }
        }
    }

    private static void join(int[] roots, int one, int other) {
        int first = root(roots, one);
        int second = root(roots, other);
        roots[Math.max(first, second)] = Math.min(first, second);
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
