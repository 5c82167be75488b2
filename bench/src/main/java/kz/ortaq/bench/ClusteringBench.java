package kz.ortaq.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.cluster.Clustering;
import kz.ortaq.engine.cluster.Keys;
import kz.ortaq.engine.cluster.Match;
import kz.ortaq.engine.cluster.Node;
import kz.ortaq.engine.cluster.Partition;
import kz.ortaq.engine.cluster.Traits;
import kz.ortaq.records.BibRecord;

/** Rewrites records as other libraries would, and says how many pairs the clustering finds, and how many it should not. */
final class ClusteringBench {

    private static final int REWRITES = 3;

    private record Labelled(String one, String other, boolean same) {}

    private final Settings.Harvest limits;
    private final long seed;
    private final int show;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Traits> traits = new LinkedHashMap<>();
    private final List<Labelled> pairs = new ArrayList<>();

    ClusteringBench(Settings.Harvest limits, long seed, int show) {
        this.limits = limits;
        this.seed = seed;
        this.show = show;
    }

    void run(Path marc) throws IOException, InterruptedException {
        System.out.println("seed " + seed);
        List<Draft> schoolbooks = ClusteringSets.schoolbooks(new Random(seed));
        if (Files.isDirectory(marc)) {
            List<BibRecord> records = ClusteringSets.records(marc, limits);
            SharedNumbers.report(records);
            measure("b: made schoolbooks", schoolbooks);
            measure("b: real MARC and IRBIS records", ClusteringSets.drafts(records));
        } else {
            System.out.println("no real records: " + marc + " is not there");
            measure("b: made schoolbooks", schoolbooks);
        }
        HardPair.report();
        ClusteringCost.run(schoolbooks, seed);
    }

    private void measure(String name, List<Draft> base) {
        drafts.clear();
        traits.clear();
        pairs.clear();
        Random random = new Random(seed);
        OtherHands hands = new OtherHands(random);
        for (int i = 0; i < base.size(); i++) {
            Draft draft = base.get(i);
            String own = add(i + "-0", draft);
            for (int k = 1; k <= REWRITES; k++) {
                String rewritten = add(i + "-r" + k, hands.rewrite(draft));
                pairs.add(new Labelled(own, rewritten, true));
                List<Draft> others = hands.neighbours(draft, stranger(base, i, random));
                for (int n = 0; n < others.size(); n++) {
                    pairs.add(new Labelled(rewritten, add(i + "-n" + k + n, others.get(n)), false));
                }
            }
        }
        report(name, base.size());
    }

    private void report(String name, int base) {
        long begun = System.nanoTime();
        Map<String, Integer> workOf = new HashMap<>();
        int largest = 0;
        int divided = 0;
        int ambiguous = 0;
        for (List<Node> component : components()) {
            Partition partition = new Clustering().cluster(component, List.of());
            largest = Math.max(largest, component.size());
            divided += partition.divided().size();
            ambiguous += partition.ambiguous().size();
            for (Partition.Work work : partition.works()) {
                int number = workOf.size();
                work.editions().forEach(edition -> edition.ids().forEach(id -> workOf.put(id, number)));
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        long positives = pairs.stream().filter(Labelled::same).count();
        List<Labelled> wrong = pairs.stream()
                .filter(pair -> pair.same() != Objects.equals(workOf.get(pair.one()), workOf.get(pair.other())))
                .toList();
        long missed = wrong.stream().filter(Labelled::same).count();
        long found = positives - missed;
        long tooMany = wrong.size() - missed;
        System.out.printf(
                Locale.ROOT,
                "{\"set\":\"%s\",\"base\":%d,\"descriptions\":%d,\"positives\":%d,\"negatives\":%d,\"precision\":%.4f,"
                        + "\"recall\":%.4f,\"missed\":%d,\"tooMany\":%d,\"largestComponent\":%d,\"divisions\":%d,"
                        + "\"ambiguous\":%d,\"seconds\":%.1f}%n",
                name,
                base,
                traits.size(),
                positives,
                pairs.size() - positives,
                found / (double) Math.max(1, found + tooMany),
                found / (double) Math.max(1, positives),
                missed,
                tooMany,
                largest,
                divided,
                ambiguous,
                seconds);
        Stream.concat(
                        wrong.stream().filter(pair -> !pair.same()).limit(show),
                        wrong.stream().filter(Labelled::same).limit(show))
                .forEach(this::explain);
    }

    private void explain(Labelled pair) {
        Match match = Match.of(of(pair.one()), of(pair.other()));
        System.out.println((pair.same() ? "missed: " : "too many: ") + drafts.get(pair.one()) + "\n  and "
                + drafts.get(pair.other()) + "\n  " + match.verdict() + " " + match.because() + " " + match.reasons());
    }

    /** What shares a key, directly or through others. */
    private List<List<Node>> components() {
        Map<String, String> parent = new HashMap<>();
        Map<String, String> byKey = new HashMap<>();
        for (Map.Entry<String, Traits> entry : traits.entrySet()) {
            parent.put(entry.getKey(), entry.getKey());
            for (String key : Keys.of(entry.getValue())) {
                String first = byKey.putIfAbsent(key, entry.getKey());
                if (first != null) {
                    parent.put(root(parent, entry.getKey()), root(parent, first));
                }
            }
        }
        Map<String, List<Node>> components = new TreeMap<>();
        traits.forEach((id, of) -> components
                .computeIfAbsent(root(parent, id), root -> new ArrayList<>())
                .add(new Node(id, of)));
        return List.copyOf(components.values());
    }

    private static String root(Map<String, String> parent, String id) {
        String at = id;
        while (!at.equals(parent.getOrDefault(at, at))) {
            at = parent.getOrDefault(at, at);
        }
        return at;
    }

    private String add(String id, Draft draft) {
        drafts.put(id, draft);
        traits.put(id, Traits.of(draft.record()));
        return id;
    }

    private Traits of(String id) {
        Traits found = traits.get(id);
        if (found == null) {
            throw new IllegalStateException("no description " + id);
        }
        return found;
    }

    /** Another book of the set, by others. */
    private static Draft stranger(List<Draft> base, int not, Random random) {
        Draft draft = base.get(not);
        for (int tries = 0; tries < 50; tries++) {
            Draft other = base.get(random.nextInt(base.size()));
            // By words, for real records write one author and one title in several ways.
            if (Collections.disjoint(words(String.join(" ", other.authors())), words(String.join(" ", draft.authors())))
                    && Collections.disjoint(words(other.title()), words(draft.title()))) {
                return other;
            }
        }
        return draft.withAuthors(List.of("Тестов, Тест Тестович")).withTitle("Басқа кітап");
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() > 3)
                .collect(Collectors.toSet());
    }
}
