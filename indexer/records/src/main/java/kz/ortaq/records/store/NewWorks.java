package kz.ortaq.records.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.ortaq.records.RecordId;

/**
 * The works of a plan of which nothing is in the store yet: most works are such when they come. Their names follow from the
 * plan alone, so they are written once and nothing is looked up for them.
 *
 * @param named what the descriptions of these works are called by, by number
 * @param founders the oldest records of these works, by the names of the works
 * @param others what descriptions each edition of each other work of the plan has
 */
record NewWorks(Map<Long, Names> named, Map<String, Long> founders, List<List<List<Long>>> others) {

    private static final Names NONE = new Names("", "");

    /** The names of an edition and of its work. */
    record Names(String edition, String work) {}

    /** The oldest record of a description, and what is called after it. */
    private record Oldest(long record, RecordId id) {

        static Oldest of(Oldest one, Oldest other) {
            return one.record <= other.record ? one : other;
        }
    }

    /**
     * @param before where records of the plan stood
     * @param highest the highest number of a record that was ever placed
     */
    static NewWorks of(WorkPlan plan, Map<Long, Long> before, long highest) {
        Map<Long, Oldest> oldest = new HashMap<>();
        Set<Long> known = new HashSet<>();
        for (WorkPlan.Placed placed : plan.placed()) {
            // One that was here before may have a name to take along.
            if (placed.record() <= highest || before.containsKey(placed.record())) {
                known.add(placed.description());
            } else {
                oldest.merge(
                        placed.description(),
                        new Oldest(placed.record(), placed.holding().record()),
                        Oldest::of);
            }
        }
        plan.descriptions().stream()
                .filter(description -> !description.isNew())
                .forEach(description -> known.add(description.number()));
        Set<Long> made = new HashSet<>();
        plan.descriptions().forEach(description -> made.add(description.number()));
        NewWorks works = new NewWorks(new HashMap<>(), new HashMap<>(), new ArrayList<>());
        for (List<List<Long>> work : plan.works()) {
            boolean isNew = work.stream()
                    .flatMap(List::stream)
                    .allMatch(number -> made.contains(number) && !known.contains(number) && oldest.containsKey(number));
            if (isNew) {
                works.name(work, oldest);
            } else {
                works.others.add(work);
            }
        }
        return works;
    }

    private void name(List<List<Long>> work, Map<Long, Oldest> oldest) {
        List<Oldest> founding = work.stream()
                .map(edition -> edition.stream()
                        .map(number -> one(oldest, number))
                        .reduce(Oldest::of)
                        .orElseThrow())
                .toList();
        Oldest founder = founding.stream().reduce(Oldest::of).orElseThrow();
        String name = founder.id().minted("w");
        founders.put(name, founder.record());
        for (int i = 0; i < work.size(); i++) {
            Names names = new Names(founding.get(i).id().minted("e"), name);
            work.get(i).forEach(number -> named.put(number, names));
        }
    }

    private static Oldest one(Map<Long, Oldest> oldest, long number) {
        Oldest one = oldest.get(number);
        if (one == null) {
            throw new IllegalStateException("no record stands in the description " + number);
        }
        return one;
    }

    /** Whether a description is of such a work. */
    boolean has(long description) {
        return named.containsKey(description);
    }

    /** What a new description is called by; by nothing yet where its work is not such a one. */
    Names of(long description) {
        return named.getOrDefault(description, NONE);
    }
}
