package kz.ortaq.records;

import java.util.List;

/** Editions and translations of one work: what one line of a result list shows. */
public record Work(String id, List<Edition> editions) {

    public Work {
        editions = List.copyOf(editions);
        if (editions.isEmpty()) {
            throw new IllegalArgumentException("a work has an edition");
        }
    }

    /** The record that stands for the work. */
    public BibRecord record() {
        return editions.getFirst().record();
    }
}
