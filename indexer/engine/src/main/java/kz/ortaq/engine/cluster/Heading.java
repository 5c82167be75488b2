package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A book as descriptions call it: its title, its people and what sets it apart, with the fullest imprints that they give
 * it, which link it to others, and the barest, which keep it apart from others. What lies between adds nothing, so a
 * heading soon stays what it is, however many describe the book. Immutable.
 *
 * @param id that no other has
 * @param telling the descriptions with the fullest imprints, the fullest first; there is at least one
 * @param bare those with the barest, the barest first, except what is among the fullest
 */
public record Heading(String id, List<Node> telling, List<Node> bare) {

    /** So many of the fullest are compared, and give keys. */
    static final int MOST = 12;

    private static final int MOST_BARE = 4;
    private static final Comparator<Node> FULLEST_FIRST =
            Comparator.comparingInt((Node node) -> -told(node.traits())).thenComparing(Node::id);
    private static final Comparator<Node> BAREST_FIRST =
            Comparator.comparingInt((Node node) -> told(node.traits())).thenComparing(Node::id);

    public Heading {
        telling = List.copyOf(telling);
        bare = List.copyOf(bare);
    }

    /** The heading of descriptions that share it, of which there is at least one. */
    public static Heading of(String id, Collection<Node> nodes) {
        if (nodes.size() == 1) {
            return new Heading(id, List.copyOf(nodes), List.of());
        }
        // What tells more comes first; of two that tell the same, the one with the smaller id.
        List<Node> telling = new ArrayList<>();
        nodes.stream().sorted(FULLEST_FIRST).forEach(node -> {
            if (telling.stream().noneMatch(fuller -> within(node.traits(), fuller.traits()))) {
                telling.add(node);
            }
        });
        List<Node> bare = new ArrayList<>();
        nodes.stream().sorted(BAREST_FIRST).forEach(node -> {
            if (bare.stream().noneMatch(barer -> within(barer.traits(), node.traits()))) {
                bare.add(node);
            }
        });
        Set<String> fullest = new HashSet<>(ids(telling));
        bare.removeIf(node -> fullest.contains(node.id()));
        return new Heading(id, telling, bare);
    }

    /** The heading with more descriptions under it; itself where these add nothing. */
    public Heading with(Collection<Node> more) {
        List<Node> all = new ArrayList<>(telling);
        all.addAll(bare);
        all.addAll(more);
        Heading heading = of(id, all);
        return ids(heading.telling).equals(ids(telling)) && ids(heading.bare).equals(ids(bare)) ? this : heading;
    }

    /** Whether it is not what it was without a description. */
    public boolean isToldBy(String description) {
        return Stream.concat(telling.stream(), bare.stream())
                .anyMatch(node -> node.id().equals(description));
    }

    /** What it is compared by. */
    List<Node> compared() {
        if (bare.isEmpty() && telling.size() <= MOST) {
            return telling;
        }
        return Stream.concat(telling.stream().limit(MOST), bare.stream().limit(MOST_BARE))
                .toList();
    }

    /** The keys on which it meets others. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        compared().forEach(node -> keys.addAll(Keys.of(node.traits())));
        return keys;
    }

    /** Whether two are compared by the same, so that nothing changes where one takes the place of the other. */
    public boolean comparesAs(Heading other) {
        return ids(compared()).equals(ids(other.compared()));
    }

    private static List<String> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }

    private static int told(Traits traits) {
        return traits.isbns().size()
                + traits.publishers().size()
                + (traits.year() == 0 ? 0 : 1)
                + (traits.pages() == 0 ? 0 : 1);
    }

    /** Whether the imprint of one tells nothing that the other's does not. */
    private static boolean within(Traits less, Traits more) {
        return (less.year() == 0 || less.year() == more.year())
                && (less.pages() == 0 || less.pages() == more.pages())
                && more.isbns().containsAll(less.isbns())
                && more.publishers().containsAll(less.publishers());
    }
}
