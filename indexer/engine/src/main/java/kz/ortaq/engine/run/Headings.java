package kz.ortaq.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.ortaq.engine.cluster.Heading;
import kz.ortaq.engine.cluster.Node;
import kz.ortaq.records.store.Stores;
import org.jspecify.annotations.Nullable;

/** What the descriptions of one batch make of headings. For one thread, and one batch. */
final class Headings {

    private final Stores stores;
    private final Neighbourhood neighbourhood;
    private final Map<Long, Neighbourhood.Known> made = new TreeMap<>();
    private final Map<Long, Neighbourhood.Known> all = new TreeMap<>();
    private final Map<Long, Set<Long>> joined = new TreeMap<>();
    private final Set<Long> parted = new TreeSet<>();
    private final Set<Long> gone = new TreeSet<>();
    private final Set<Long> founded = new HashSet<>();

    Headings(Stores stores, Neighbourhood neighbourhood) {
        this.stores = stores;
        this.neighbourhood = neighbourhood;
    }

    /**
     * A description that the batch makes.
     *
     * @param before the heading that it stood under, 0 where it stood under none
     * @param isNew whether the store does not have it yet
     */
    record Made(Node node, long own, int epoch, long before, boolean isNew) {}

    /** What comes to a heading and goes from it. */
    private record Change(List<Long> coming, Set<Long> going) {}

    /** Headings that are new, or are compared by something else than before; those to be linked anew are added. */
    Map<Long, Neighbourhood.Known> made() {
        return made;
    }

    /** The heading as the batch leaves it; null where it does not touch it. */
    Map<Long, Neighbourhood.Known> touched() {
        return all;
    }

    /** Which descriptions come to a heading that is compared as before. */
    Map<Long, Set<Long>> joined() {
        return joined;
    }

    /** Headings that are there still, and lose a description. */
    Set<Long> parted() {
        return parted;
    }

    /** Headings that no description stands under any more. */
    Set<Long> gone() {
        return gone;
    }

    /** Whether the batch founds a heading, so that the store knows nothing of it. */
    boolean isNew(long heading) {
        return founded.contains(heading);
    }

    /**
     * Finds what becomes of headings.
     *
     * @param descriptions those that the batch makes, by number
     * @param left those that no live record has any more, with what they stood under
     * @return the heading of each description that is made
     */
    Map<Long, Long> change(Map<Long, Made> descriptions, Map<Long, Long> left) {
        Map<Long, Long> headingOf = numbered(descriptions);
        Map<Long, Change> changes = new TreeMap<>();
        descriptions.forEach((number, description) -> {
            long heading = headingOf.getOrDefault(number, 0L);
            change(changes, heading).coming().add(number);
            if (description.before() != 0 && description.before() != heading) {
                change(changes, description.before()).going().add(number);
            }
        });
        left.forEach((number, heading) -> {
            if (heading != 0) {
                change(changes, heading).going().add(number);
            }
        });
        Map<Long, Neighbourhood.Known> known = neighbourhood.of(
                changes.keySet().stream().filter(heading -> !isNew(heading)).toList());
        changes.forEach((heading, change) -> {
            Neighbourhood.Known before = known.get(heading);
            if (before == null) {
                found(heading, change, descriptions);
            } else {
                change(heading, before, change, descriptions);
            }
        });
        return headingOf;
    }

    private static Change change(Map<Long, Change> changes, long heading) {
        return changes.computeIfAbsent(heading, number -> new Change(new ArrayList<>(), new TreeSet<>()));
    }

    private Map<Long, Long> numbered(Map<Long, Made> descriptions) {
        Set<String> wanted = new TreeSet<>();
        descriptions
                .values()
                .forEach(description -> wanted.add(description.node().heading()));
        Map<String, Long> numbers = stores.descriptions().headings(wanted);
        long next = stores.descriptions().nextHeading();
        Map<Long, Long> headingOf = new HashMap<>();
        for (Map.Entry<Long, Made> description : descriptions.entrySet()) {
            String id = description.getValue().node().heading();
            Long number = numbers.get(id);
            if (number == null) {
                number = next++;
                numbers.put(id, number);
                founded.add(number);
            }
            headingOf.put(description.getKey(), number);
        }
        return headingOf;
    }

    private void found(long heading, Change change, Map<Long, Made> descriptions) {
        List<Node> nodes = new ArrayList<>();
        SortedMap<Long, Neighbourhood.Member> members = new TreeMap<>();
        long own = 0;
        for (long number : change.coming()) {
            Made made = descriptions.get(number);
            if (made != null) {
                nodes.add(made.node());
                members.put(number, member(made.node()));
                own = made.own();
            }
        }
        if (!nodes.isEmpty()) {
            made(heading, new Neighbourhood.Known(Heading.of(nodes.getFirst().heading(), nodes), own, members));
        }
    }

    private void change(long heading, Neighbourhood.Known before, Change change, Map<Long, Made> descriptions) {
        SortedMap<Long, Neighbourhood.Member> members = new TreeMap<>(before.members());
        Set<String> going = new TreeSet<>();
        for (long number : change.going()) {
            Neighbourhood.Member member = members.remove(number);
            if (member != null) {
                going.add(member.id());
            }
        }
        boolean losesTelling = going.stream().anyMatch(before.heading()::isToldBy);
        Heading after = losesTelling ? anew(before.heading().id(), members) : before.heading();
        List<Node> coming = new ArrayList<>();
        long own = before.own();
        for (long number : change.coming()) {
            Made one = descriptions.get(number);
            if (one != null) {
                coming.add(one.node());
                members.put(number, member(one.node()));
                own = one.own();
            }
        }
        if (members.isEmpty()) {
            gone.add(heading);
            return;
        }
        after = after == null
                ? Heading.of(before.heading().id(), coming)
                : coming.isEmpty() ? after : after.with(coming);
        Neighbourhood.Known now = new Neighbourhood.Known(after, own, members);
        if (own != 0 || !after.comparesAs(before.heading())) {
            made(heading, now);
            return;
        }
        all.put(heading, now);
        if (!going.isEmpty()) {
            parted.add(heading);
        }
        joined.put(heading, new TreeSet<>(change.coming()));
    }

    private void made(long heading, Neighbourhood.Known known) {
        made.put(heading, known);
        all.put(heading, known);
    }

    private @Nullable Heading anew(String id, Map<Long, Neighbourhood.Member> members) {
        List<Node> nodes = stores.descriptions().byNumber(members.keySet()).values().stream()
                .map(stored -> Neighbourhood.node(stored, id))
                .toList();
        return nodes.isEmpty() ? null : Heading.of(id, nodes);
    }

    private static Neighbourhood.Member member(Node node) {
        return new Neighbourhood.Member(node.id(), node.traits().imprint());
    }
}
