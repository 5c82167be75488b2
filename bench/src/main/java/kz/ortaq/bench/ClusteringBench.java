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
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.harvesters.marc.MarcProbe;
import kz.ortaq.harvesters.probe.Finding;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.ResourceKind;

/** Rewrites records as other libraries would, and says how many pairs the clustering finds, and how many it should not. */
final class ClusteringBench {

    private static final int REWRITES = 3;
    private static final int MOST_OF_A_FILE = 2_000;
    private static final List<String> KAZAKH = List.of(
            "Алгебра",
            "Геометрия",
            "Физика",
            "Химия",
            "Биология",
            "География",
            "Информатика",
            "Қазақстан тарихы",
            "Дүниежүзі тарихы",
            "Қазақ әдебиеті");
    private static final List<String> RUSSIAN = List.of(
            "Алгебра",
            "Геометрия",
            "Физика",
            "Химия",
            "Биология",
            "География",
            "Информатика",
            "История Казахстана",
            "Всемирная история",
            "Русская литература");
    private static final List<String> AUTHORS = List.of(
            "Оспанов, Серік Тұрарұлы",
            "Жұмабекова, Гүлнар Әлімқызы",
            "Сәрсенов, Бауыржан Қуатұлы",
            "Ибраева, Айгүл Маратқызы",
            "Ковалев, Виктор Петрович",
            "Соколова, Елена Игоревна",
            "Төлегенов, Ерлан Нұрланұлы",
            "Мельников, Павел Сергеевич",
            "Қасенова, Динара Болатқызы",
            "Громова, Ольга Андреевна");
    private static final List<String> PUBLISHERS = List.of("Мектеп", "Атамұра", "Алматыкітап", "Арман-ПВ");

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
        measure("made schoolbooks", schoolbooks(new Random(seed)));
        if (Files.isDirectory(marc)) {
            measure("real MARC and IRBIS records", real(marc, limits));
        } else {
            System.out.println("no real records: " + marc + " is not there");
        }
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

    private static List<Draft> schoolbooks(Random random) {
        List<Draft> made = new ArrayList<>();
        for (int subject = 0; subject < KAZAKH.size(); subject++) {
            for (int grade = 5; grade <= 11; grade++) {
                boolean kazakh = random.nextBoolean();
                String title = kazakh
                        ? KAZAKH.get(subject) + ". " + grade + "-сынып"
                        : RUSSIAN.get(subject) + ". " + grade + " класс";
                List<String> authors = new ArrayList<>(List.of(AUTHORS.get(random.nextInt(AUTHORS.size()))));
                if (random.nextInt(3) == 0) {
                    authors.add(AUTHORS.get((AUTHORS.indexOf(authors.getFirst()) + 3) % AUTHORS.size()));
                }
                made.add(new Draft(
                        title,
                        authors,
                        2015 + random.nextInt(8),
                        PUBLISHERS.get(random.nextInt(PUBLISHERS.size())),
                        isbn(random.nextInt(1_000_000)),
                        kazakh ? "kk" : "ru",
                        (120 + random.nextInt(200)) + (kazakh ? " б." : " с."),
                        ResourceKind.TEXTBOOK));
            }
        }
        return made;
    }

    static String isbn(int number) {
        String twelve = String.format(Locale.ROOT, "978601%06d", number);
        int sum = 0;
        for (int i = 0; i < twelve.length(); i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return twelve + (10 - sum % 10) % 10;
    }

    /** The descriptions of real MARC and IRBIS files. */
    static List<Draft> real(Path marc, Settings.Harvest limits) throws IOException, InterruptedException {
        Path temporary = Files.createTempDirectory("ortaq-bench");
        Crosswalks crosswalks = new Crosswalks();
        Map<String, Draft> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(marc)) {
            for (Path file : files.sorted().toList()) {
                List<RawRecord> records = new MarcProbe(temporary, limits)
                        .look(file, file.getFileName().toString(), MOST_OF_A_FILE)
                        .map(Finding::records)
                        .orElse(List.of());
                for (RawRecord raw : records) {
                    try {
                        Draft draft = Draft.of(crosswalks.map(raw, List.of()).record());
                        // Test files repeat each other: one description of a title and its authors is enough.
                        all.putIfAbsent(draft.title().toLowerCase(Locale.ROOT) + draft.authors(), draft);
                    } catch (RecordRejected e) {
                        continue; // a record that cannot be mapped is none to be clustered
                    }
                }
            }
        } finally {
            Folders.delete(temporary);
        }
        return List.copyOf(all.values());
    }
}
