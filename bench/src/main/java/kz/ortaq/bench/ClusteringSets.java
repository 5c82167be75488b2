package kz.ortaq.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.harvesters.marc.MarcProbe;
import kz.ortaq.harvesters.probe.Finding;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.ResourceKind;

/** The books that clustering is measured with: schoolbooks made up, and the records of a folder. */
final class ClusteringSets {

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

    private ClusteringSets() {}

    /** Ten subjects in seven grades, each by one or two authors, in Kazakh or Russian. */
    static List<Draft> schoolbooks(Random random) {
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

    /** A number that is valid, of Kazakhstan. */
    static String isbn(int number) {
        String twelve = String.format(Locale.ROOT, "978601%06d", number);
        int sum = 0;
        for (int i = 0; i < twelve.length(); i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return twelve + (10 - sum % 10) % 10;
    }

    /** What the MARC and IRBIS files of a folder hold, in their order; what cannot be mapped is left out. */
    static List<BibRecord> records(Path folder, Settings.Harvest limits) throws IOException, InterruptedException {
        Path temporary = Files.createTempDirectory("ortaq-bench");
        Crosswalks crosswalks = new Crosswalks();
        List<BibRecord> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                List<RawRecord> records = new MarcProbe(temporary, limits)
                        .look(file, file.getFileName().toString(), MOST_OF_A_FILE)
                        .map(Finding::records)
                        .orElse(List.of());
                for (RawRecord raw : records) {
                    try {
                        all.add(crosswalks.map(raw, List.of()).record());
                    } catch (RecordRejected e) {
                        continue; // a record that cannot be mapped is none to be clustered
                    }
                }
            }
        } finally {
            Folders.delete(temporary);
        }
        return all;
    }

    /** Drafts of records. Test files repeat each other: one description of a title and its authors is enough. */
    static List<Draft> drafts(List<BibRecord> records) {
        Map<String, Draft> drafts = new TreeMap<>();
        for (BibRecord record : records) {
            Draft draft = Draft.of(record);
            drafts.putIfAbsent(draft.title().toLowerCase(Locale.ROOT) + draft.authors(), draft);
        }
        return List.copyOf(drafts.values());
    }
}
