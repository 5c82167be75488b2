package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * A large component without the keys that only seemed to hold it together: pieces that links connect. Nothing is lost by
 * it, for works grow along links alone.
 */
final class LinkedPieces {

    private LinkedPieces() {}

    /** The pieces by their first groups. What shares a key with more than {@code most} stays together uncompared. */
    static List<List<Integer>> of(List<Group> groups, BiPredicate<Integer, Integer> linked, int most) {
        Map<String, List<Integer>> byKey = new TreeMap<>();
        for (int group = 0; group < groups.size(); group++) {
            TreeSet<String> keys = new TreeSet<>();
            groups.get(group).speaking().forEach(heading -> keys.addAll(heading.keys()));
            for (String key : keys) {
                byKey.computeIfAbsent(key, unused -> new ArrayList<>()).add(group);
            }
        }
        int[] roots = new int[groups.size()];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = i;
        }
        Set<Long> compared = new HashSet<>();
        for (List<Integer> sharing : byKey.values()) {
            if (sharing.size() <= most) {
                link(linked, sharing, roots, compared);
            } else {
                sharing.forEach(group -> join(roots, sharing.getFirst(), group));
            }
        }
        Map<Integer, List<Integer>> pieces = new TreeMap<>();
        for (int i = 0; i < roots.length; i++) {
            pieces.computeIfAbsent(root(roots, i), unused -> new ArrayList<>()).add(i);
        }
        return List.copyOf(pieces.values());
    }

    private static void link(
            BiPredicate<Integer, Integer> linked, List<Integer> sharing, int[] roots, Set<Long> compared) {
        for (int i = 0; i < sharing.size(); i++) {
            for (int j = i + 1; j < sharing.size(); j++) {
                int one = sharing.get(i);
                int other = sharing.get(j);
                // Two often share several keys.
                if (root(roots, one) != root(roots, other)
                        && compared.add((long) one * roots.length + other)
                        && linked.test(one, other)) {
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
