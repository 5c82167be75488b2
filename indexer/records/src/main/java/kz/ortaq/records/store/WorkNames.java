package kz.ortaq.records.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

    /** A description as it is named, and the oldest record that ever stood in it. */
    private record Named(String edition, String work, long founder) {}

    /**
     * Names works and editions by the oldest record that ever stood in them.
     *
     * @param renamed descriptions whose works may have another oldest record now
     * @param touched filled with the works that descriptions came to or went from
     * @return the oldest records, by the names of the works
     */
    Map<String, Long> name(Set<Long> renamed, Set<String> touched) {
        Set<Long> grouped = new TreeSet<>();
        grouping.forEach(work -> work.forEach(grouped::addAll));
        List<List<List<Long>>> works = new ArrayList<>(grouping);
        works.addAll(unchanged(renamed, grouped));
        Map<Long, Named> named = new HashMap<>();
        WorkWriter.chunks(works.stream()
                        .flatMap(List::stream)
                        .flatMap(List::stream)
                        .toList())
                .forEach(chunk -> handle.createQuery("""
                        select d.number, d.edition, d.work,
                            (select min(p.record) from placed_records p where p.description = d.number) as founder
                        from descriptions d where d.number in (<numbers>)
                        """)
                        .bindList("numbers", chunk)
                        .map((row, context) -> named.put(
                                row.getLong("number"),
                                new Named(row.getString("edition"), row.getString("work"), row.getLong("founder"))))
                        .list());
        Set<Long> founders = new TreeSet<>();
        works.forEach(work -> work.forEach(edition -> founders.add(founder(edition, named))));
        Map<Long, Minted> minted = minted(founders);
        PreparedBatch rows =
                handle.prepareBatch("update descriptions set edition = :edition, work = :work where number = :number");
        Map<String, Long> oldestOf = new HashMap<>();
        for (List<List<Long>> work : works) {
            long oldest = work.stream()
                    .mapToLong(edition -> founder(edition, named))
                    .min()
                    .orElse(0);
            String workId = of(minted, oldest).work();
            oldestOf.put(workId, oldest);
            for (List<Long> edition : work) {
                String editionId = of(minted, founder(edition, named)).edition();
                for (long number : edition) {
                    Named before = named.get(number);
                    if (before == null
                            || !before.work().equals(workId)
                            || !before.edition().equals(editionId)) {
                        rows.bind("edition", editionId)
                                .bind("work", workId)
                                .bind("number", number)
                                .add();
                        touched.add(workId);
                        touched.add(before == null ? workId : before.work());
                    }
                }
            }
        }
        rows.execute();
        touched.remove("");
        return oldestOf;
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

    private static long founder(List<Long> descriptions, Map<Long, Named> named) {
        return descriptions.stream()
                .flatMap(number -> Optional.ofNullable(named.get(number)).stream())
                .mapToLong(Named::founder)
                .filter(founder -> founder > 0)
                .min()
                .orElseThrow(() -> new IllegalStateException("no record stands in the descriptions " + descriptions));
    }

    private static Minted of(Map<Long, Minted> minted, long record) {
        Minted ids = minted.get(record);
        if (ids == null) {
            throw new IllegalStateException("there is no record " + record);
        }
        return ids;
    }

    /** The works, as they stand, of descriptions that are renamed and not in the plan's works. */
    private List<List<List<Long>>> unchanged(Set<Long> renamed, Set<Long> grouped) {
        List<Long> rest =
                renamed.stream().filter(number -> !grouped.contains(number)).toList();
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
