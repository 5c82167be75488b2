package kz.ortaq.records.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.ortaq.records.Holding;
import kz.ortaq.records.RecordId;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Who holds works, the nearest first. Of a work that thousands hold only those are read that are asked for. Safe for use
 * by many threads.
 */
public final class Holdings {

    private final Jdbi reading;

    public Holdings(Database database) {
        this.reading = database.reading();
    }

    /**
     * Some of those that hold each of some editions: of each edition those from {@code first} on, at most {@code most}.
     *
     * @param nearest the ids of sources, those of the nearest libraries in the first set, each in one set; those in none
     *     come last, and within a set the oldest records first
     */
    public Map<String, List<Holding>> of(
            String work, Collection<String> editions, List<Set<String>> nearest, int first, int most) {
        Map<String, List<Holding>> holdings = new LinkedHashMap<>();
        if (editions.isEmpty() || most <= 0) {
            return holdings;
        }
        StringBuilder order = new StringBuilder();
        Map<String, Set<String>> sets = new LinkedHashMap<>();
        for (Set<String> set : nearest) {
            if (!set.isEmpty()) {
                String name = "near" + sets.size();
                order.append(" when p.source in (<")
                        .append(name)
                        .append(">) then ")
                        .append(sets.size());
                sets.put(name, set);
            }
        }
        String distance = sets.isEmpty() ? "" : "case" + order + " else " + sets.size() + " end, ";
        reading.useHandle(handle -> {
            Query query = handle.createQuery("""
                            select near.edition, h.holding, r.source, r.identifier, s.library
                            from (
                                select d.edition, p.record,
                                    row_number() over (partition by d.edition order by %s p.record) as place
                                from descriptions d join placed_records p on p.description = d.number and p.live = 1
                                where d.work = :work and d.edition in (<editions>)) near
                            join placed_records h on h.record = near.record
                            join records r on r.number = near.record join sources s on s.id = r.source
                            where near.place > :first and near.place <= :last
                            order by near.edition, near.place
                            """.formatted(distance))
                    .bind("work", work)
                    .bindList("editions", List.copyOf(editions))
                    .bind("first", first)
                    .bind("last", first + most);
            sets.forEach((name, set) -> query.bindList(name, List.copyOf(set)));
            query.map((row, context) -> holdings.computeIfAbsent(row.getString("edition"), id -> new ArrayList<>())
                            .add(Json.holding(row.getString("holding"))
                                    .of(
                                            row.getString("library"),
                                            new RecordId(row.getString("source"), row.getString("identifier")))))
                    .list();
        });
        return holdings;
    }
}
