package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gathers the headings of a large component round leading ones, each the first of its kind: what a book that thousands of
 * libraries have is called in hundreds of ways comes together for a few comparisons each. Only title and author, told
 * without doubt, gather; whatever else there is to weigh is left to those that come after.
 */
final class Gathering {

    // So many leaders of one kind are compared; what follows none of them stays alone.
    private static final int MOST_LEADERS = 32;
    private static final Comparator<Map.Entry<String, Long>> COMMONEST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final Bundles bundles;
    private final Relations relations;

    Gathering(Bundles bundles, Relations relations) {
        this.bundles = bundles;
        this.relations = relations;
    }

    /** Each bundle as a group of its own. */
    List<Group> alone() {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < bundles.all().size(); i++) {
            groups.add(new Group(List.of(i), bundles.all().get(i)));
        }
        return groups;
    }

    /** The groups that single bundles make, by their first ones. */
    List<Group> gathered(List<Group> single) {
        Map<String, List<List<Integer>>> leaders = new TreeMap<>();
        List<List<Integer>> groups = new ArrayList<>();
        for (Group one : single) {
            int bundle = one.bundles().getFirst();
            List<Integer> group = new ArrayList<>(List.of(bundle));
            if (!bundles.isFree(bundle)) {
                groups.add(group);
                continue;
            }
            List<List<Integer>> ofKind = leaders.computeIfAbsent(kind(heading(bundle)), kind -> new ArrayList<>());
            if (!follows(bundle, ofKind)) {
                groups.add(group);
                if (ofKind.size() < MOST_LEADERS) {
                    ofKind.add(group);
                }
            }
        }
        return groups.stream().map(this::group).toList();
    }

    private boolean follows(int bundle, List<List<Integer>> leaders) {
        for (List<Integer> group : leaders) {
            Relation relation = relations.of(heading(group.getFirst()), heading(bundle));
            if (relation.links() && !relation.weak()) {
                group.add(bundle);
                return true;
            }
        }
        return false;
    }

    private Group group(List<Integer> members) {
        if (members.size() == 1) {
            return new Group(members, bundles.all().get(members.getFirst()));
        }
        // A group speaks by the title that most of it has, not by the slips of a few.
        Map<String, Long> titles = members.stream()
                .map(member -> title(heading(member)))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        String commonest =
                titles.entrySet().stream().min(COMMONEST).map(Map.Entry::getKey).orElse("");
        List<Node> speaking = members.stream()
                .map(this::heading)
                .filter(heading -> title(heading).equals(commonest))
                .flatMap(heading -> heading.compared().stream())
                .toList();
        return new Group(members, List.of(Heading.of(heading(members.getFirst()).id(), speaking)));
    }

    private Heading heading(int bundle) {
        return bundles.all().get(bundle).getFirst();
    }

    private static String title(Heading heading) {
        return String.valueOf(heading.telling().getFirst().traits().title());
    }

    /** What two that gather have in common for certain; a textbook may say that it is one, or not. */
    private static String kind(Heading heading) {
        Traits traits = heading.telling().getFirst().traits();
        String component = traits.component().equals("textbook") ? "" : traits.component();
        return traits.grades() + "|" + traits.numbers() + "|" + component + "|" + traits.direction() + "|"
                + traits.medium() + "|" + traits.target();
    }
}
