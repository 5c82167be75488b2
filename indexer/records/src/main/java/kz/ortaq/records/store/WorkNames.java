package kz.ortaq.records.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Gives works and editions their names, within the transaction that places records in them. */
final class WorkNames {

    private final Handle handle;
    private final List<List<List<Long>>> grouping;

    /** @param grouping what descriptions each edition of each work has, for all works that may have changed */
    WorkNames(Handle handle, List<List<List<Long>>> grouping) {
        this.handle = handle;
        this.grouping = grouping;
    }

    /**
     * Names works and editions by the oldest record that ever stood in them.
     *
     * @return these records, by the names of the works
     */
    Map<String, Long> name(Set<Long> concerned) {
        Set<Long> grouped = new TreeSet<>();
        grouping.forEach(work -> work.forEach(grouped::addAll));
        List<List<List<Long>>> works = new ArrayList<>(grouping);
        works.addAll(unchanged(concerned, grouped));
        Map<Long, Long> founders = new LinkedHashMap<>();
        List<Long> all =
                works.stream().flatMap(List::stream).flatMap(List::stream).toList();
        WorkWriter.chunks(all)
                .forEach(chunk -> handle.createQuery("""
                        select description, min(record) as founder from placed_records
                        where description in (<numbers>) group by description
                        """)
                        .bindList("numbers", chunk)
                        .map((row, context) -> founders.put(row.getLong("description"), row.getLong("founder")))
                        .list());
        Map<Long, Minted> minted = minted(Set.copyOf(founders.values()));
        PreparedBatch rows = handle.prepareBatch("""
                update descriptions set edition = :edition, work = :work
                where number = :number and (edition <> :edition or work <> :work)
                """);
        Map<String, Long> named = new LinkedHashMap<>();
        for (List<List<Long>> work : works) {
            Minted first = founder(work.stream().flatMap(List::stream).toList(), founders, minted);
            String workId = first.work();
            named.put(workId, first.record());
            for (List<Long> edition : work) {
                String editionId = founder(edition, founders, minted).edition();
                edition.forEach(number -> rows.bind("edition", editionId)
                        .bind("work", workId)
                        .bind("number", number)
                        .add());
            }
        }
        rows.execute();
        return named;
    }

    /** The ids that a record founds. */
    private record Minted(long record, String edition, String work) {}

    private Map<Long, Minted> minted(Collection<Long> records) {
        Map<Long, Minted> minted = new LinkedHashMap<>();
        WorkWriter.chunks(records)
                .forEach(chunk -> handle.createQuery(
                                "select number, edition, work from records where number in (<numbers>)")
                        .bindList("numbers", chunk)
                        .map((row, context) -> minted.put(
                                row.getLong("number"),
                                new Minted(row.getLong("number"), row.getString("edition"), row.getString("work"))))
                        .list());
        return minted;
    }

    private static Minted founder(List<Long> descriptions, Map<Long, Long> founders, Map<Long, Minted> minted) {
        return descriptions.stream()
                .flatMap(number -> Optional.ofNullable(founders.get(number)).stream())
                .min(Long::compare)
                .map(minted::get)
                .orElseThrow(() -> new IllegalStateException("no record stands in the descriptions " + descriptions));
    }

    /** The works, as they stand, of descriptions that are concerned and not in the plan's works. */
    private List<List<List<Long>>> unchanged(Set<Long> concerned, Set<Long> grouped) {
        List<Long> rest =
                concerned.stream().filter(number -> !grouped.contains(number)).toList();
        Map<String, Map<String, List<Long>>> works = new LinkedHashMap<>();
        WorkWriter.chunks(rest)
                .forEach(chunk -> handle.createQuery("""
                        select number, edition, work from descriptions where work <> '' and work in (
                            select work from descriptions where number in (<numbers>))
                        """)
                        .bindList("numbers", chunk)
                        .map((row, context) -> works.computeIfAbsent(
                                        row.getString("work"), work -> new LinkedHashMap<>())
                                .computeIfAbsent(row.getString("edition"), edition -> new ArrayList<>())
                                .add(row.getLong("number")))
                        .list());
        return works.values().stream()
                .filter(work -> work.values().stream().flatMap(List::stream).noneMatch(grouped::contains))
                .map(work -> work.values().stream()
                        .map(edition -> edition.stream().distinct().toList())
                        .toList())
                .toList();
    }
}
