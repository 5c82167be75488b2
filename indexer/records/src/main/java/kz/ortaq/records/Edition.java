package kz.ortaq.records;

import java.util.List;
import java.util.Map;

/**
 * The records of one publication, merged, with every library that holds it.
 *
 * @param from for each field that was taken from one of several records, which that was; empty where there is one record
 */
public record Edition(String id, BibRecord record, List<Holding> holdings, Map<String, RecordId> from) {

    public Edition {
        holdings = List.copyOf(holdings);
        from = Map.copyOf(from);
    }
}
