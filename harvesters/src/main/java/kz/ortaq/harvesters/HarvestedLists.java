package kz.ortaq.harvesters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.Stage;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.records.store.Stores;

/**
 * Gathers the lists that one harvest of a source comes upon, within bounds, and keeps them when it ends. Killed before
 * that, the next harvest gathers them again.
 */
public final class HarvestedLists {

    private static final int MOST_LISTS = 100;
    private static final int MOST_ENTRIES = 500;
    private static final int MOST_REFERENCES = 10;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_REFERENCE = 500;
    private static final int LONGEST_LANGUAGE = 2;

    private final Stores stores;
    private final Source source;
    private final Map<String, Gathered> lists = new LinkedHashMap<>();
    private final Set<Problem> problems = new LinkedHashSet<>();

    public HarvestedLists(Stores stores, Source source) {
        this.stores = stores;
        this.source = source;
    }

    /**
     * What a list is called and where it stands.
     *
     * @param name what its source knows it by, the same in each harvest
     * @param language as written; only a code of ours is kept
     * @param address where readers find it; may be empty
     */
    public record Head(String name, String title, String language, String note, String address) {}

    private record Gathered(Head head, List<CuratedList.Entry> entries) {}

    /** Opens a list, though it may stay empty. */
    public void list(Head head) {
        gathered(head);
    }

    /** Adds an entry to the list of that name, which begins with its first. */
    public void add(Head head, CuratedList.Entry entry) {
        Optional<Gathered> list = gathered(head);
        CuratedList.Entry tidy = tidy(entry);
        if (list.isEmpty() || tidy.title().isEmpty() && tidy.references().isEmpty()) {
            return;
        }
        if (list.get().entries().size() == MOST_ENTRIES) {
            say(Reason.LIST_TOO_LONG, head.title(), String.valueOf(MOST_ENTRIES));
        } else {
            list.get().entries().add(tidy);
        }
    }

    /** Tells the library of something about its lists. */
    public void say(Reason reason, String place, String value) {
        if (problems.size() < MOST_LISTS) {
            problems.add(new Problem(reason, Severity.WARNING, Stage.HARVEST, "", place, value));
        }
    }

    private Optional<Gathered> gathered(Head head) {
        String name = tidy(head.name(), LONGEST_TEXT);
        Gathered known = lists.get(name);
        if (known == null && lists.size() == MOST_LISTS) {
            say(Reason.LISTS_TOO_MANY, source.address(), String.valueOf(MOST_LISTS));
            return Optional.empty();
        }
        return Optional.of(lists.computeIfAbsent(name, any -> new Gathered(head, new ArrayList<>())));
    }

    /** Keeps what was gathered, as far as the harvest came, and gives how it ended. */
    public Harvester.Ending end(Harvester.Ending ending, Checkpoint at, Consumer<HarvestPage> sink) {
        if (ending == Harvester.Ending.HELD) {
            return ending;
        }
        lists.values().stream()
                .filter(list -> list.entries().isEmpty())
                .forEach(list ->
                        say(Reason.LIST_EMPTY, list.head().title(), list.head().name()));
        if (!problems.isEmpty()) {
            sink.accept(new HarvestPage(List.of(), List.of(), List.copyOf(problems), at));
        }
        List<CuratedList> found = lists.entrySet().stream()
                .filter(list -> !list.getValue().entries().isEmpty())
                .map(list -> list(list.getKey(), list.getValue()))
                .toList();
        try {
            Shielded.call(() -> {
                stores.lists().harvested(source.id(), found, ending == Harvester.Ending.COMPLETE);
                return ending;
            });
        } catch (LeaseRefused e) {
            throw new IllegalStateException("no lease was asked for", e);
        }
        return ending;
    }

    private CuratedList list(String name, Gathered list) {
        Head head = list.head();
        String language = tidy(head.language(), LONGEST_LANGUAGE).toLowerCase(java.util.Locale.ROOT);
        return CuratedList.harvested(
                source,
                name,
                tidy(head.title(), LONGEST_TITLE),
                Language.of(language).map(Language::code).orElse(""),
                tidy(head.note(), LONGEST_TEXT),
                tidy(head.address(), LONGEST_TEXT),
                list.entries());
    }

    private static CuratedList.Entry tidy(CuratedList.Entry entry) {
        List<String> references = entry.references().stream()
                .map(reference -> reference.replaceAll("\\p{Cntrl}", "").strip())
                .filter(reference -> !reference.isEmpty() && reference.length() <= LONGEST_REFERENCE)
                .distinct()
                .limit(MOST_REFERENCES)
                .toList();
        return new CuratedList.Entry(
                "",
                tidy(entry.title(), LONGEST_TEXT),
                tidy(entry.author(), LONGEST_TITLE),
                references,
                tidy(entry.note(), LONGEST_TEXT));
    }

    /** One line, of at most so many characters. */
    private static String tidy(String text, int longest) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.length() <= longest) {
            return line;
        }
        return line.substring(0, Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
