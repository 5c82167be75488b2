package kz.ortaq.engine.query;

import java.util.List;

/** What is asked, as a tree that every index can answer: the search box, the API and later CQL all parse into it. */
public sealed interface Query {

    /** All works. */
    record Everything() implements Query {}

    /** No work. */
    record Nothing() implements Query {}

    /** A word, in any part of a work. */
    record Term(String text) implements Query {}

    /** Words that stand together in this order. */
    record Phrase(String text) implements Query {}

    /** Most of these; the more of them, and the better each fits, the higher a work ranks. */
    record Most(List<Query> parts) implements Query {
        public Most {
            parts = List.copyOf(parts);
        }
    }

    /** A sentence that asks or wants to be completed, of which a work need not have every word. */
    record Sentence(List<Query> parts) implements Query {
        public Sentence {
            parts = List.copyOf(parts);
        }
    }

    /** What fits {@code wanted} and not {@code unwanted}. */
    record Without(Query wanted, Query unwanted) implements Query {}
}
