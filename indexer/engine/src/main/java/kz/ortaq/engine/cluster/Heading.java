package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.Set;

/**
 * A book as descriptions call it: its title, its people and what sets it apart, with the fullest imprints that they give it.
 * What is told less fully beside these adds nothing, so a heading soon stays what it is, however many describe the book.
 * Immutable.
 *
 * @param id that no other has
 * @param telling the descriptions with the fullest imprints, the fullest first; there is at least one
 */
public record Heading(String id, List<Node> telling) {

    /** So many of the fullest are compared, and give keys. */
    static final int MOST = 12;

    private static final Comparator<Node> FULLEST_FIRST =
            Comparator.comparingInt((Node node) -> -told(node.traits())).thenComparing(Node::id);

    public Heading {
        telling = List.copyOf(telling);
    }

    /** The heading of descriptions that share it, of which there is at least one. */
    public static Heading of(String id, Collection<Node> nodes) {
        List<Node> telling = new ArrayList<>();
        nodes.stream().sorted(FULLEST_FIRST).forEach(node -> {
            // What tells more comes first; of two that tell the same, the one with the smaller id.
            if (telling.stream().noneMatch(fuller -> within(node.traits(), fuller.traits()))) {
                telling.add(node);
            }
        });
        return new Heading(id, telling);
    }

    /** The heading with more descriptions under it; itself where these add nothing. */
    public Heading with(Collection<Node> more) {
        List<Node> all = new ArrayList<>(telling);
        all.addAll(more);
        Heading heading = of(id, all);
        return ids(heading.telling).equals(ids(telling)) ? this : heading;
    }

    /** What it is compared by. */
    List<Node> compared() {
        return telling.subList(0, Math.min(MOST, telling.size()));
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
