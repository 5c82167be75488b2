package kz.ortaq.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.store.Decisions;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.Works;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records placed in works as they come, change, go, and are decided about. */
final class CataloguingTest {

    private static final int STEPS = Boolean.getBoolean("ortaq.full") ? 10_000 : 1_500;
    private static final int NAMES = STEPS / 10;
    private static final int ALL = 1_000_000;

    @TempDir
    private Path folder;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final List<TestLibrary> opened = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JUnit calls open first
    private TestLibrary library;

    @BeforeEach
    void open() throws Exception {
        library = another("one");
    }

    @AfterEach
    void close() {
        opened.forEach(TestLibrary::close);
        workers.shutdownNow();
    }

    private TestLibrary another(String name) throws Exception {
        TestLibrary made = new TestLibrary(folder.resolve(name));
        opened.add(made);
        return made;
    }

    private void place(TestLibrary where, int batch) throws Exception {
        Cataloguing cataloguing =
                new Cataloguing(where.stores(), where.builder().reading());
        while (cataloguing.place(batch, workers) > 0) {}
    }

    private static StoredRecord stored(TestLibrary where, String identifier) {
        return where.stores()
                .records()
                .find(new RecordId(TestLibrary.SOURCE, identifier))
                .orElseThrow();
    }

    /** The live records that could be mapped, by the work or the edition that they stand in. */
    private static Set<Set<String>> partition(TestLibrary where, boolean editions) {
        Map<String, Set<String>> groups = new TreeMap<>();
        where.stores().records().forEach("", record -> {
            if (!record.raw().deleted() && record.raw().payload().contains("<dc:title>")) {
                groups.computeIfAbsent(editions ? record.edition() : record.work(), id -> new TreeSet<>())
                        .add(record.raw().id().identifier());
            }
        });
        return Set.copyOf(groups.values());
    }

    /** Where the id of each record leads that a work was ever called by. */
    private static Map<String, String> redirects(TestLibrary where) {
        Map<String, String> leads = new TreeMap<>();
        where.stores().records().forEach("", record -> {
            String id = record.raw().id().minted("w");
            where.stores().works().leadsTo(id).ifPresent(work -> leads.put(id, work));
        });
        return leads;
    }

    @Test
    void putsTheSameBookOfTwoLibrariesTogether() throws Exception {
        library.store(
                TestLibrary.described(
                        "a",
                        "<dc:title>Алгебра: 8 сынып</dc:title><dc:creator>Шыныбеков, Ә. Н.</dc:creator>"
                                + "<dc:publisher>Атамұра</dc:publisher><dc:date>2018</dc:date>"),
                TestLibrary.described(
                        "b",
                        "<dc:title>Algebra 8-synyp</dc:title><dc:creator>Shynybekov Ä.</dc:creator>"
                                + "<dc:publisher>Atamura</dc:publisher><dc:date>2018</dc:date>"),
                TestLibrary.described(
                        "c",
                        "<dc:title>Алгебра: 7 сынып</dc:title><dc:creator>Шыныбеков, Ә. Н.</dc:creator>"
                                + "<dc:publisher>Атамұра</dc:publisher><dc:date>2018</dc:date>"));

        place(library, 10);

        assertEquals(Set.of(Set.of("a", "b"), Set.of("c")), partition(library, false));
        assertEquals(
                2,
                library.builder()
                        .glance(stored(library, "a").work())
                        .orElseThrow()
                        .work()
                        .editions()
                        .getFirst()
                        .holdings()
                        .size());
    }

    @Test
    void aDecisionHoldsThroughEveryChange() throws Exception {
        library.store(
                TestLibrary.described("a", "<dc:title>Ұшқан ұя</dc:title><dc:creator>Момышұлы Б.</dc:creator>"),
                TestLibrary.described("b", "<dc:title>Наша семья</dc:title>"),
                TestLibrary.described("c", "<dc:title>Ұшқан ұя</dc:title><dc:creator>Момышұлы Б.</dc:creator>"));
        place(library, 10);
        Decisions decisions = library.stores().decisions();

        decisions.decide(stored(library, "a"), stored(library, "b"), true);
        decisions.decide(stored(library, "a"), stored(library, "c"), false);
        library.store(TestLibrary.deletion("b"));
        place(library, 1);
        library.store(TestLibrary.described("b", "<dc:title>Под отчим кровом</dc:title>"));
        place(library, 1);
        assertEquals(Set.of(Set.of("a", "b"), Set.of("c")), partition(library, false));

        assertTrue(decisions.undo(stored(library, "a"), stored(library, "b")));
        assertTrue(decisions.undo(stored(library, "a"), stored(library, "c")));
        place(library, 10);
        assertEquals(Set.of(Set.of("a", "c"), Set.of("b")), partition(library, false));
    }

    @Test
    void anyOrderOfEventsEndsAsARebuildFromNothing() throws Exception {
        long seed = Long.getLong("ortaq.seed", System.nanoTime());
        System.out.println("random events with seed " + seed);
        Random random = new Random(seed);
        RandomBooks books = new RandomBooks(random);
        Map<String, RawRecord> live = new TreeMap<>();
        // Two programs place records of one store, each when its turn comes.
        List<Cataloguing> programs = List.of(
                new Cataloguing(library.stores(), library.builder().reading()),
                new Cataloguing(library.stores(), library.builder().reading()));
        Random turns = new Random(seed + 1);

        IdsKept ids = new IdsKept();
        for (int step = 0; step < STEPS; ) {
            List<RawRecord> page = new ArrayList<>();
            Set<String> names = new TreeSet<>();
            if (random.nextInt(5) == 0) {
                // All that stands in a work goes at once.
                for (String name : sharingAWork(random, List.copyOf(live.keySet()))) {
                    names.add(name);
                    page.add(TestLibrary.deletion(name));
                    live.put(name, page.getLast());
                }
            }
            for (int i = 0; i <= random.nextInt(20); i++, step++) {
                String name = "r" + random.nextInt(NAMES);
                if (names.add(name)) {
                    RawRecord next = random.nextInt(3) == 0 ? TestLibrary.deletion(name) : books.next(name);
                    page.add(next);
                    live.put(name, next);
                }
            }
            library.store(page.toArray(RawRecord[]::new));
            if (random.nextInt(4) == 0) {
                decide(random, List.copyOf(live.keySet()));
            }
            for (int batch = random.nextInt(4); batch > 0; batch--) {
                programs.get(turns.nextInt(5) / 4).place(1 + random.nextInt(30), workers);
                ids.look(library.stores(), "seed " + seed);
            }
        }
        for (Cataloguing last = programs.getFirst(); last.place(50, workers) > 0; ) {
            ids.look(library.stores(), "seed " + seed);
        }
        ids.look(library.stores(), "seed " + seed);

        Set<Set<String>> works = partition(library, false);
        Set<Set<String>> editions = partition(library, true);
        Map<String, String> redirects = redirects(library);
        library.stores().works().state(new Works.Maker(Cataloguing.NUMBER, "other tables"), true);
        place(library, 70);
        ids.look(library.stores(), "placed once more, seed " + seed);
        assertEquals(works, partition(library, false), "placed once more, seed " + seed);
        Map<String, String> after = redirects(library);
        after.keySet().retainAll(redirects.keySet());
        assertEquals(redirects, after, "placed once more, seed " + seed);
        TestLibrary fresh = fromNothing(live, random);
        assertEquals(works, partition(fresh, false), "from nothing, seed " + seed);
        assertEquals(editions, partition(fresh, true), "from nothing, seed " + seed);
        assertTrue(works.stream().anyMatch(work -> work.size() > 1));
    }

    private List<String> sharingAWork(Random random, List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        String work = stored(library, names.get(random.nextInt(names.size()))).work();
        return names.stream()
                .filter(name -> stored(library, name).work().equals(work))
                .toList();
    }

    private void decide(Random random, List<String> names) {
        StoredRecord one = stored(library, names.get(random.nextInt(names.size())));
        StoredRecord other = stored(library, names.get(random.nextInt(names.size())));
        if (one.number() != other.number()) {
            Decisions decisions = library.stores().decisions();
            switch (random.nextInt(5)) {
                case 0, 1 -> decisions.decide(one, other, true);
                case 2 -> decisions.decide(one, other, false);
                default ->
                    decisions.all().stream()
                            .findFirst()
                            .ifPresent(first -> decisions.undo(
                                    stored(library, first.one().identifier()),
                                    stored(library, first.other().identifier())));
            }
        }
    }

    /** The same records and decisions in a store of their own, in another order. */
    private TestLibrary fromNothing(Map<String, RawRecord> records, Random random) throws Exception {
        TestLibrary fresh = another("two");
        List<RawRecord> all = new ArrayList<>(records.values());
        // A decision about a record that is gone waits for it.
        List<RawRecord> first = new ArrayList<>();
        all.forEach(record ->
                first.add(record.deleted() ? TestLibrary.record(record.id().identifier(), "") : record));
        Collections.shuffle(first, random);
        fresh.store(first.toArray(RawRecord[]::new));
        library.stores()
                .decisions()
                .all()
                .forEach(decision -> fresh.stores()
                        .decisions()
                        .decide(
                                stored(fresh, decision.one().identifier()),
                                stored(fresh, decision.other().identifier()),
                                decision.same()));
        place(fresh, ALL);
        return fresh;
    }
}
