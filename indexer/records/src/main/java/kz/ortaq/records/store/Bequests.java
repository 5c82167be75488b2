package kz.ortaq.records.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Leaves the ids of descriptions that no live record has any more to another, within the transaction that places records:
 * to the one that its first record moved to, else to one that stood beside it in its edition or work. Where all that stood
 * beside each other are gone, one of them keeps the ids of all, so that whichever comes back has them.
 */
final class Bequests {

    private final Handle handle;
    private final Map<Long, Long> before;
    // Where the first record went of each description that live records moved from.
    private final Map<Long, Long> moved = new HashMap<>();
    private final Set<Long> left = new TreeSet<>();

    /** @param before where the records of the plan stood before it */
    Bequests(Handle handle, WorkPlan plan, Map<Long, Long> before) {
        this.handle = handle;
        this.before = before;
        plan.placed().stream()
                .sorted((one, other) -> Long.compare(one.record(), other.record()))
                .forEach(this::look);
    }

    private void look(WorkPlan.Placed placed) {
        Long stood = before.get(placed.record());
        if (stood != null && (!placed.live() || stood != placed.description())) {
            left.add(stood);
            if (placed.live()) {
                moved.putIfAbsent(stood, placed.description());
            }
        }
    }

    /** @return the live heirs */
    Set<Long> leave() {
        left.removeAll(live());
        Set<Long> heirs = new TreeSet<>();
        // What is gone goes to what stood beside it, wherever that goes then.
        for (long gone : left) {
            if (!moved.containsKey(gone)) {
                Optional<Long> heir = beside(gone);
                heir.ifPresent(heirs::add);
                heir.or(() -> amongGone(gone)).ifPresent(next -> leave(gone, next));
            }
        }
        moved.forEach((gone, next) -> {
            if (left.contains(gone)) {
                leave(gone, next);
                heirs.add(next);
            }
        });
        return heirs;
    }

    private void leave(long gone, long next) {
        handle.createUpdate("update placed_records set description = :next where description = :gone")
                .bind("next", next)
                .bind("gone", gone)
                .execute();
        handle.createUpdate("delete from descriptions where number = :gone")
                .bind("gone", gone)
                .execute();
    }

    private Set<Long> live() {
        Set<Long> live = new TreeSet<>();
        WorkWriter.chunks(left)
                .forEach(chunk -> live.addAll(handle.createQuery("""
                                select distinct description from placed_records
                                where description in (<numbers>) and live = 1
                                """)
                        .bindList("numbers", chunk)
                        .mapTo(Long.class)
                        .list()));
        return live;
    }

    private Optional<Long> beside(long gone) {
        return handle.createQuery("""
                        select p.description from descriptions l
                        join descriptions d on d.work = l.work and d.work <> ''
                        join placed_records p on p.description = d.number and p.live = 1
                        where l.number = :gone
                        order by case when d.edition = l.edition then 0 else 1 end, p.record limit 1
                        """).bind("gone", gone).mapTo(Long.class).findOne();
    }

    /** Of those that stood in one work and are gone: one that live records moved from, else the oldest. */
    private Optional<Long> amongGone(long gone) {
        List<Long> all = new ArrayList<>(
                handle.createQuery("""
                        select d.number from descriptions l
                        join descriptions d on d.work = l.work and d.work <> ''
                        where l.number = :gone
                        order by case when d.edition = l.edition then 0 else 1 end,
                            (select min(p.record) from placed_records p where p.description = d.number)
                        """).bind("gone", gone).mapTo(Long.class).list());
        Optional<Long> moving = all.stream().filter(moved::containsKey).findFirst();
        return moving.or(() -> oldest(all)).filter(next -> next != gone);
    }

    private Optional<Long> oldest(List<Long> all) {
        return all.isEmpty()
                ? Optional.empty()
                : handle.createQuery("""
                                select description from placed_records where description in (<all>)
                                order by record limit 1
                                """).bindList("all", all).mapTo(Long.class).findOne();
    }
}
