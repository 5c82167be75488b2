package kz.ortaq.records;

import java.util.List;
import java.util.Map;

/**
 * The records of one publication, merged.
 *
 * @param held how many records say that a library holds it
 * @param holdings what those of them hold that it was made of
 * @param from for each field that was taken from one of several records, which that was; empty where there is one record
 */
public record Edition(String id, BibRecord record, int held, List<Holding> holdings, Map<String, RecordId> from) {

    public Edition {
        holdings = List.copyOf(holdings);
        from = Map.copyOf(from);
    }
}
