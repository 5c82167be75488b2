package kz.ortaq.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The records of one library, how they change between two harvests, and the truth about them. Thread-safe. */
final class SoakCollection {

    private static final String[] WORDS = ("абай жолы қазақ тарихы мектеп оқулық дала домбыра әдебиет тіл өлке"
                    + " книга история школа учебник степь литература ёлка съезд"
                    + " steppe reader school history &amp; physics &lt;algebra&gt; region")
            .split(" ");
    private static final Instant OLDEST = Instant.parse("2019-01-01T00:00:00Z");

    /** What a repository says of records that are gone (OAI-PMH 2.0, 2.5.1). */
    enum Deletions {
        PERSISTENT,
        TRANSIENT,
        NO
    }

    /** A record, or the word that it is gone; {@code content} is XML. */
    record Item(String identifier, int number, Instant changed, boolean deleted, String set, String title) {

        String content() {
            return "<dc:title>" + title + "</dc:title><dc:language>kk</dc:language><dc:identifier>" + identifier
                    + "</dc:identifier>";
        }
    }

    private final String prefix;
    private final Deletions deletions;
    private final Map<Integer, Item> items = new TreeMap<>();
    private final Map<Integer, Item> gone = new TreeMap<>();
    private int numbers;
    private Instant lastChange = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** Makes some hundred records whose identifiers start with {@code prefix}. */
    SoakCollection(String prefix, Deletions deletions, Random random) {
        this.prefix = prefix;
        this.deletions = deletions;
        int records = 40 + random.nextInt(160);
        long days = Duration.between(OLDEST, lastChange).toDays() - 10;
        while (numbers < records) {
            Instant changed = OLDEST.plus(random.nextLong(days * 86_400), ChronoUnit.SECONDS);
            boolean deleted = deletions != Deletions.NO && random.nextInt(20) == 0;
            put(numbers++, changed, deleted, set(random), title(random));
        }
    }

    Deletions deletions() {
        return deletions;
    }

    /** All records, and words of gone ones, that the repository still knows of. */
    synchronized List<Item> items() {
        return List.copyOf(items.values());
    }

    /** Changes some records, deletes some and adds some, always fewer than half; now and then nothing at all. */
    synchronized void change(Random random) {
        if (deletions == Deletions.TRANSIENT) {
            items().stream()
                    .filter(item -> item.deleted() && item.changed().isBefore(lastChange))
                    .forEach(this::lose);
        }
        lastChange = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        if (random.nextInt(6) == 0) {
            return;
        }
        for (Item item : items().stream().filter(item -> !item.deleted()).toList()) {
            int chance = random.nextInt(100);
            if (chance < 6 && deletions == Deletions.NO) {
                lose(item);
            } else if (chance < 6) {
                put(item.number(), lastChange, true, item.set(), item.title());
            } else if (chance < 20) {
                put(item.number(), lastChange, false, item.set(), title(random));
            } else if (chance < 26) {
                put(numbers++, lastChange, false, set(random), title(random));
            }
        }
    }

    /**
     * What a store should hold: content by identifier, {@code deleted} where a record is gone.
     *
     * @param set the one set that is harvested; empty for all
     */
    synchronized Map<String, String> truth(String set) {
        Map<String, String> truth = new HashMap<>();
        gone.values().stream()
                .filter(item -> set.isEmpty() || item.set().equals(set))
                .forEach(item -> truth.put(item.identifier(), "deleted"));
        items.values().stream()
                .filter(item -> set.isEmpty() || item.set().equals(set))
                .forEach(item -> truth.put(item.identifier(), item.deleted() ? "deleted" : item.content()));
        return truth;
    }

    private void put(int number, Instant changed, boolean deleted, String set, String title) {
        items.put(number, new Item(prefix + number, number, changed, deleted, set, title));
    }

    private void lose(Item item) {
        items.remove(item.number());
        gone.put(item.number(), item);
    }

    private static String set(Random random) {
        return random.nextInt(3) == 0 ? "maps" : "books";
    }

    private static String title(Random random) {
        return random.ints(6, 0, WORDS.length).mapToObj(word -> WORDS[word]).collect(Collectors.joining(" ")) + " "
                + random.nextInt(1_000_000);
    }
}
