package kz.ortaq.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.ortaq.engine.cluster.Heading;
import kz.ortaq.engine.cluster.Match;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.store.Decisions;
import kz.ortaq.records.store.Descriptions;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.Stores;

/** Says why records stand in one work, and why others that are like them do not. Safe for use by many threads. */
public final class Explaining {

    /** So many records of a work are explained. */
    public static final int MOST = 50;

    private static final int MOST_APART = 10;
    private static final int MOST_COMPARED = 200;

    private final Stores stores;

    public Explaining(Stores stores) {
        this.stores = stores;
    }

    /** How two records stand to each other. */
    public enum Verdict {
        /** The oldest record of the work, which the others came to. */
        FOUNDS,
        SAME_WORDS,
        SAME_EDITION,
        SAME_WORK,
        APART,
        UNKNOWN,
        DECIDED_SAME,
        DECIDED_APART
    }

    /**
     * A record, and what it is to another.
     *
     * @param other the record that it was compared with; itself where it founds the work
     * @param edition the edition that it stands in
     * @param work the work that it stands in
     * @param because the rule that decided; empty where nothing was compared, or a librarian decided
     * @param reasons what was compared, and what that said; empty where nothing was
     */
    public record Told(
            RecordId record,
            RecordId other,
            String edition,
            String work,
            Verdict verdict,
            Optional<Match.Rule> because,
            List<Match.Reason> reasons) {}

    /**
     * A work explained.
     *
     * @param records its records, the oldest first
     * @param apart records of other works that are like one of these
     * @param crowded how many of its keys are shared by so many that they bring nothing together: records that share these
     *     alone are not compared
     */
    public record Explanation(String work, List<Told> records, List<Told> apart, int crowded) {}

    /** A description, and the records that say it, the oldest first; there is at least one. */
    private record Shown(Descriptions.Stored stored, long first, List<RecordId> records) {}

    /** Explains a work; empty where there is none with this id now. */
    public Optional<Explanation> explain(String work) {
        List<Shown> all = shown(stores.descriptions().ofWork(work, MOST));
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, long[]> sharing = sharing(all);
        int before = sharing.size();
        // What very many share brings nothing together, so it says nothing of what stands apart.
        sharing.values().removeIf(sharers -> sharers.length > Linking.MOST_SHARING);
        return Optional.of(
                new Explanation(work, records(all), apart(work, all, sharing.values()), before - sharing.size()));
    }

    /** Why the records of a work stand in it, without a look at what stands elsewhere; empty where there is no work. */
    public List<Told> records(String work) {
        return records(shown(stores.descriptions().ofWork(work, MOST)));
    }

    private List<Told> records(List<Shown> all) {
        Map<Long, Set<Long>> links = stores.descriptions()
                .links(all.stream().map(shown -> shown.stored().heading()).toList());
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Shown shown = all.get(i);
            RecordId first = shown.records().getFirst();
            told.add(i == 0 ? founder(shown) : joined(shown, all.subList(0, i), links));
            shown.records().stream()
                    .skip(1)
                    .forEach(same -> told.add(new Told(
                            same,
                            first,
                            shown.stored().edition(),
                            shown.stored().work(),
                            Verdict.SAME_WORDS,
                            Optional.empty(),
                            List.of())));
        }
        return told.stream().limit(MOST).toList();
    }

    /** Compares two records as they stand; empty where one of them describes nothing. */
    public Optional<Told> compare(StoredRecord one, StoredRecord other) {
        Map<Long, Descriptions.Place> places = stores.descriptions().places(List.of(one.number(), other.number()));
        Descriptions.Place mine = places.get(one.number());
        Descriptions.Place theirs = places.get(other.number());
        if (mine == null || theirs == null || !mine.live() || !theirs.live()) {
            return Optional.empty();
        }
        Map<Long, Descriptions.Stored> stored =
                stores.descriptions().byNumber(Set.of(mine.description(), theirs.description()));
        Descriptions.Stored first = stored.get(mine.description());
        Descriptions.Stored second = stored.get(theirs.description());
        if (first == null || second == null) {
            return Optional.empty();
        }
        return Optional.of(
                first.number() == second.number()
                        ? new Told(
                                one.raw().id(),
                                other.raw().id(),
                                first.edition(),
                                first.work(),
                                Verdict.SAME_WORDS,
                                Optional.empty(),
                                List.of())
                        : told(first, one.raw().id(), second, other.raw().id()));
    }

    /** The descriptions that live records have, by the oldest of those. */
    private List<Shown> shown(Collection<Descriptions.Stored> descriptions) {
        Map<Long, List<Long>> records = stores.descriptions()
                .records(descriptions.stream().map(Descriptions.Stored::number).toList(), MOST);
        Set<Long> wanted = new TreeSet<>();
        records.values().forEach(numbers -> numbers.stream().limit(MOST).forEach(wanted::add));
        Map<Long, RecordId> ids = new HashMap<>();
        stores.records()
                .numbered(wanted.stream().limit(MOST_COMPARED).toList())
                .forEach(record -> ids.put(record.number(), record.raw().id()));
        List<Shown> shown = new ArrayList<>();
        for (Descriptions.Stored stored : descriptions) {
            List<Long> numbers = records.getOrDefault(stored.number(), List.of());
            List<RecordId> named = numbers.stream()
                    .flatMap(number -> Optional.ofNullable(ids.get(number)).stream())
                    .toList();
            if (!named.isEmpty()) {
                shown.add(new Shown(stored, numbers.getFirst(), named));
            }
        }
        return shown.stream()
                .sorted(Comparator.comparing(Shown::first))
                .limit(MOST)
                .toList();
    }

    private static Told founder(Shown shown) {
        RecordId id = shown.records().getFirst();
        return new Told(
                id, id, shown.stored().edition(), shown.stored().work(), Verdict.FOUNDS, Optional.empty(), List.of());
    }

    /** The best of what speaks for a description among those that came before it. */
    private Told joined(Shown shown, List<Shown> before, Map<Long, Set<Long>> links) {
        long heading = shown.stored().heading();
        Set<Long> linked = links.getOrDefault(heading, Set.of());
        List<Shown> speaking = before.stream()
                .filter(other -> other.stored().heading() == heading
                        || linked.contains(other.stored().heading()))
                .toList();
        return (speaking.isEmpty() ? before : speaking)
                .stream()
                        .map(other -> told(shown, other))
                        .min(Comparator.comparing((Told told) -> rank(told.verdict()))
                                .thenComparing(told -> -agreeing(told)))
                        .orElseGet(() -> founder(shown));
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case DECIDED_SAME -> 0;
            case SAME_EDITION -> 1;
            case SAME_WORK -> 2;
            default -> 3;
        };
    }

    private static long agreeing(Told told) {
        return told.reasons().stream()
                .filter(reason -> reason.says() == Match.Says.AGREES)
                .count();
    }

    private Told told(Shown one, Shown other) {
        return told(
                one.stored(),
                one.records().getFirst(),
                other.stored(),
                other.records().getFirst());
    }

    private Told told(Descriptions.Stored one, RecordId id, Descriptions.Stored other, RecordId otherId) {
        Match match = Match.of(StoredTraits.read(one.traits()), StoredTraits.read(other.traits()));
        Optional<Verdict> decided = decided(one, other);
        Verdict verdict = decided.orElse(
                switch (match.verdict()) {
                    case SAME_EDITION -> Verdict.SAME_EDITION;
                    case SAME_WORK -> Verdict.SAME_WORK;
                    case APART -> Verdict.APART;
                    case UNKNOWN -> Verdict.UNKNOWN;
                });
        Optional<Match.Rule> because = decided.isPresent() ? Optional.empty() : Optional.of(match.because());
        return new Told(id, otherId, one.edition(), one.work(), verdict, because, match.reasons());
    }

    private Optional<Verdict> decided(Descriptions.Stored one, Descriptions.Stored other) {
        if (one.own() == 0 || other.own() == 0) {
            return Optional.empty();
        }
        return stores.decisions().of(List.of(one.own())).stream()
                .filter(decision -> decision.one() == other.own() || decision.other() == other.own())
                .findFirst()
                .map(Decisions.Numbered::same)
                .map(same -> same ? Verdict.DECIDED_SAME : Verdict.DECIDED_APART);
    }

    /** Which headings share each key of a work. */
    private Map<Long, long[]> sharing(List<Shown> own) {
        Set<Long> keys = new HashSet<>();
        own.forEach(shown ->
                keys.addAll(Linking.keys(Heading.of("", List.of(Neighbourhood.node(shown.stored(), ""))))));
        return stores.descriptions().sharing(keys, Linking.MOST_SHARING + 1);
    }

    /** What shares a key with a work, and yet stands elsewhere: first what agrees in most. */
    private List<Told> apart(String work, List<Shown> own, Collection<long[]> sharing) {
        Set<Long> near = new TreeSet<>();
        sharing.forEach(headings -> Arrays.stream(headings).forEach(near::add));
        own.forEach(shown -> near.remove(shown.stored().heading()));
        List<Descriptions.Stored> others =
                stores.descriptions().under(near.stream().limit(MOST_COMPARED).toList()).stream()
                        .filter(stored -> !stored.work().equals(work))
                        .limit(MOST_COMPARED)
                        .toList();
        List<Told> told = new ArrayList<>();
        for (Shown other : shown(others)) {
            own.stream()
                    .limit(MOST_APART)
                    .map(mine -> told(other, mine))
                    .max(Comparator.comparing(Explaining::agreeing))
                    .ifPresent(told::add);
        }
        return told.stream()
                .sorted(Comparator.comparing((Told one) -> -agreeing(one)))
                .limit(MOST_APART)
                .toList();
    }
}
