package kz.ortaq.engine.cluster;

/**
 * A description among those to be clustered, under an id that no other has.
 *
 * @param heading the same for all that say the same of the book, whatever they say of its imprint
 */
public record Node(String id, Traits traits, String heading) {

    /** A description that stands under what it says. */
    public Node(String id, Traits traits) {
        this(id, traits, traits.heading());
    }

    /** One that has a heading of its own, because a librarian decided something about it. */
    public static Node alone(String id, Traits traits) {
        return new Node(id, traits, id);
    }
}
