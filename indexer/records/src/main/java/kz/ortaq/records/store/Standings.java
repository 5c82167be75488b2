package kz.ortaq.records.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.ortaq.records.RecordId;
import org.jdbi.v3.core.Handle;

/** The editions of works, as {@link Works} tells them. */
final class Standings {

    // So many records of one edition are read to make it of; more would not make it better.
    private static final int MOST_TELLING = 5;
    private static final int MOST_OF_A_WORK = 40;
    private static final int MOST_WITH_DOCUMENTS = 20;

    private Standings() {}

    static Map<String, Works.Standing> of(Handle handle, List<String> works) {
        Map<String, Works.Standing> standing = new HashMap<>();
        editions(handle, works)
                .forEach((work, editions) -> standing.put(work, new Works.Standing(editions, new ArrayList<>())));
        telling(handle, works, standing);
        return standing;
    }

    /** How many records stand in each edition of works, the most widely held first. */
    private static Map<String, Map<String, Integer>> editions(Handle handle, List<String> works) {
        Map<String, Map<String, Integer>> editions = new HashMap<>();
        handle.createQuery("""
                        select d.work, d.edition, count(*) as records, count(distinct p.source) as sources,
                            min(p.record) as first
                        from descriptions d join placed_records p on p.description = d.number and p.live = 1
                        where d.work in (<works>) group by d.work, d.edition order by sources desc, first
                        """)
                .bindList("works", works)
                .map((row, context) -> editions.computeIfAbsent(row.getString("work"), work -> new LinkedHashMap<>())
                        .put(row.getString("edition"), row.getInt("records")))
                .list();
        return editions;
    }

    /** Adds the records that tell most of each edition, and those with documents. */
    private static void telling(Handle handle, List<String> works, Map<String, Works.Standing> standing) {
        record Told(String work, int rank, boolean documents, Works.Telling telling) {}
        Map<String, List<Told>> all = new HashMap<>();
        handle.createQuery("""
                        select best.work, best.edition, best.record, best.place, best.with_documents,
                            h.holding, r.source, r.identifier, s.library
                        from (
                            select d.work, d.edition, p.record,
                                row_number() over (partition by d.work, d.edition order by p.score desc, p.record)
                                    as place,
                                case when p.documents > 0 then row_number() over (
                                    partition by d.work, case when p.documents > 0 then 1 else 0 end
                                    order by p.record) end as with_documents
                            from descriptions d join placed_records p on p.description = d.number and p.live = 1
                            where d.work in (<works>)) best
                        join placed_records h on h.record = best.record
                        join records r on r.number = best.record join sources s on s.id = r.source
                        where best.place <= :telling or best.with_documents <= :documents
                        order by best.record
                        """)
                .bindList("works", works)
                .bind("telling", MOST_TELLING)
                .bind("documents", MOST_WITH_DOCUMENTS)
                .map((row, context) -> all.computeIfAbsent(row.getString("work"), work -> new ArrayList<>())
                        .add(new Told(
                                row.getString("work"),
                                row.getInt("place"),
                                row.getInt("with_documents") > 0 && row.getInt("with_documents") <= MOST_WITH_DOCUMENTS,
                                new Works.Telling(
                                        row.getLong("record"),
                                        row.getString("edition"),
                                        Json.holding(row.getString("holding"))
                                                .of(
                                                        row.getString("library"),
                                                        new RecordId(
                                                                row.getString("source"),
                                                                row.getString("identifier")))))))
                .list();
        standing.forEach((work, one) -> {
            List<Told> told = all.getOrDefault(work, List.of());
            Set<Long> chosen = new TreeSet<>();
            for (String edition : one.editions().keySet()) {
                int most = chosen.size() < MOST_OF_A_WORK ? MOST_TELLING : 1;
                told.stream()
                        .filter(record -> record.telling().edition().equals(edition) && record.rank() <= most)
                        .forEach(record -> chosen.add(record.telling().record()));
            }
            told.stream()
                    .filter(record -> record.documents()
                            || chosen.contains(record.telling().record()))
                    .forEach(record -> one.telling().add(record.telling()));
        });
    }
}
