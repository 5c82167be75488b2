package kz.ortaq.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kz.ortaq.records.RawRecord;

/** Descriptions of few books in many ways, so that they meet, part and bridge; some are no books at all. */
final class RandomBooks {

    private static final List<String> TITLES = List.of(
            "Алгебра", "Геометрия", "Қазақ тілі", "Физика", "Абай жолы", "Путь Абая", "Қан мен тер", "Ұшқан ұя");
    private static final List<String> ADDED = List.of(
            "", "", " 7 сынып", " 8 сынып", " 7-класс", ": оқулық", ": учебник для 8 класса", ". 1-бөлім", ". 2-бөлім");
    private static final List<String> PEOPLE = List.of(
            "Әуезов, Мұхтар", "Ауэзов М.", "Auezov M.", "Шыныбеков Ә.Н.", "Шыныбеков, Әбдухали", "Момышұлы Б.", "");
    private static final List<String> PUBLISHERS = List.of("Мектеп", "Атамұра", "Mektep", "");
    private static final List<String> NUMBERS =
            List.of("978-601-331-604-8", "9789965360497", "", "", "", "978-601-331-604-1");

    private final Random random;

    RandomBooks(Random random) {
        this.random = random;
    }

    RawRecord next(String identifier) {
        if (random.nextInt(20) == 0) {
            return TestLibrary.record(identifier, "");
        }
        List<String> elements = new ArrayList<>();
        elements.add("<dc:title>" + one(TITLES) + one(ADDED) + "</dc:title>");
        add(elements, "creator", one(PEOPLE));
        add(elements, "publisher", one(PUBLISHERS));
        add(elements, "identifier", one(NUMBERS));
        add(elements, "date", random.nextBoolean() ? "" : String.valueOf(2015 + random.nextInt(4)));
        add(elements, "language", one(List.of("kk", "ru", "")));
        return TestLibrary.described(identifier, String.join("", elements));
    }

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static void add(List<String> elements, String name, String value) {
        if (!value.isEmpty()) {
            elements.add("<dc:" + name + ">" + value + "</dc:" + name + ">");
        }
    }
}
