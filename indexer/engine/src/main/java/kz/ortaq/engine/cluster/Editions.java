package kz.ortaq.engine.cluster;

import static java.util.Comparator.naturalOrder;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts the descriptions of one work together to editions: within a work, an edition is told by its imprint alone. */
public final class Editions {

    /** So many imprints are compared each with each; of more, those of one year, number and publisher. */
    private static final int MOST = 1_000;

    /** What divides too many imprints, one after the other. */
    private static final List<Function<Imprint, String>> DIVIDING = List.of(
            imprint -> String.valueOf(imprint.year()),
            imprint -> first(imprint.isbns()),
            imprint -> first(imprint.publishers()));

    private Editions() {}

    /** What says one imprint, or several that a librarian called one edition. */
    private record Unit<T>(Set<Imprint> imprints, List<T> descriptions) {

        boolean isApartFrom(Unit<T> other) {
            return imprints.stream().allMatch(mine -> other.imprints.stream().allMatch(mine::isApartFrom));
        }

        /** How much agrees; nothing where they do not meet. */
        int agreeing(Unit<T> other) {
            return imprints.stream()
                    .flatMapToInt(mine -> other.imprints.stream()
                            .filter(theirs -> mine.meets(theirs) && !mine.isApartFrom(theirs))
                            .mapToInt(mine::agreeing))
                    .max()
                    .orElse(0);
        }
    }

    /**
     * The editions of a work.
     *
     * @param bundles its descriptions with their imprints, those of each bundle together
     * @param whole for each bundle, whether nothing divides it
     */
    public static <T> List<List<T>> of(List<Map<T, Imprint>> bundles, List<Boolean> whole) {
        TreeMap<String, Unit<T>> units = new TreeMap<>();
        for (int i = 0; i < bundles.size(); i++) {
            boolean one = whole.get(i);
            String imprints = one ? "whole " + i : "";
            bundles.get(i).forEach((description, imprint) -> {
                Unit<T> unit = units.computeIfAbsent(
                        one ? imprints : imprint.toString(),
                        key -> new Unit<>(new LinkedHashSet<>(), new ArrayList<>()));
                unit.imprints().add(imprint);
                unit.descriptions().add(description);
            });
        }
        return divided(List.copyOf(units.values()), DIVIDING);
    }

    /** The editions of units, too many of which are divided; of those that nothing divides any further, the next so many. */
    private static <T> List<List<T>> divided(List<Unit<T>> units, List<Function<Imprint, String>> by) {
        if (units.size() <= MOST) {
            return together(units);
        }
        List<List<T>> editions = new ArrayList<>();
        if (by.isEmpty()) {
            for (int i = 0; i < units.size(); i += MOST) {
                editions.addAll(together(units.subList(i, Math.min(units.size(), i + MOST))));
            }
            return editions;
        }
        TreeMap<String, List<Unit<T>>> parts = new TreeMap<>();
        for (Unit<T> unit : units) {
            String part = unit.imprints().stream()
                    .map(by.getFirst())
                    .min(naturalOrder())
                    .orElse("");
            parts.computeIfAbsent(part, name -> new ArrayList<>()).add(unit);
        }
        parts.values().forEach(part -> editions.addAll(divided(part, by.subList(1, by.size()))));
        return editions;
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static <T> List<List<T>> together(List<Unit<T>> units) {
        List<BitSet> apart = Bundles.empty(units.size());
        List<Agglomeration.Link> links = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            for (int j = i + 1; j < units.size(); j++) {
                int agreeing = units.get(i).agreeing(units.get(j));
                if (agreeing > 0) {
                    links.add(new Agglomeration.Link(i, j, agreeing, false));
                } else if (units.get(i).isApartFrom(units.get(j))) {
                    apart.get(i).set(j);
                    apart.get(j).set(i);
                }
            }
        }
        Agglomeration editions = new Agglomeration(apart);
        editions.along(links);
        return editions.groups().stream()
                .map(group -> group.stream()
                        .boxed()
                        .flatMap(unit -> units.get(unit).descriptions().stream())
                        .toList())
                .toList();
    }
}
