package kz.ortaq.records;

import java.util.List;

/** The records of one publication, merged, with every library that holds it. */
public record Edition(String id, BibRecord record, List<Holding> holdings) {

    public Edition {
        holdings = List.copyOf(holdings);
    }
}
