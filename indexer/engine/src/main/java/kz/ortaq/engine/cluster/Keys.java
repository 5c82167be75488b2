package kz.ortaq.engine.cluster;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.ortaq.engine.values.PersonName;
import kz.ortaq.records.ResourceKind;

/** The keys on which descriptions of one work meet, so that only those are compared that share one. */
public final class Keys {

    /** How many keys a description has at most. */
    public static final int MOST = 60;

    private static final int MOST_AUTHORS = 4;
    private static final int MOST_WORDS = 2;
    private static final int MOST_PUBLISHERS = 3;
    private static final int MOST_TITLES = 2;
    private static final int BEGINNING = 2;
    private static final int LONG_TITLE = 5;
    private static final int MOST_SPELLINGS = 2;
    private static final int MOST_SURNAMES = 3;
    private static final int MOST_BEGINNINGS = 3;

    private Keys() {}

    /**
     * The keys of a description, sorted: each valid ISBN; each author with each of two long words of a title, and with the
     * year and the first letters, for the words may be mistyped; publisher and year with the beginnings of the first
     * words, or year and pages with these, for those that name no author or no grade; a long title alone, and without an
     * author each half of it with the year, for there may be a slip in the other. Grades stand in the keys of authors, because two are never one
     * book.
     */
    public static Set<String> of(Traits traits) {
        Set<String> keys = new LinkedHashSet<>();
        traits.isbns().forEach(isbn -> keys.add("isbn " + isbn));
        String title = whole(traits.mainTitle());
        for (String publisher :
                traits.publishers().stream().limit(MOST_PUBLISHERS).toList()) {
            keys.add("imprint " + beginnings(traits.mainTitle()) + " " + publisher + " " + traits.year());
        }
        if (traits.authors().isEmpty()) {
            addWithoutAuthors(traits, keys);
        }
        List<List<String>> longTitle = traits.mainTitle().size() < LONG_TITLE ? traits.title() : traits.mainTitle();
        if (longTitle.size() >= LONG_TITLE) {
            keys.add("title " + whole(longTitle));
        }
        if (traits.year() > 0 && traits.pages() > 0) {
            keys.add("pages " + beginnings(traits.mainTitle()) + " " + traits.year() + " " + traits.pages());
        }
        Set<String> words = new LinkedHashSet<>(longest(traits.mainTitle()));
        traits.otherTitles().stream().limit(MOST_TITLES).forEach(other -> words.addAll(longest(other)));
        for (String author : authors(traits)) {
            String bearer = "author " + author + " " + traits.grades() + " ";
            words.forEach(word -> keys.add(bearer + word));
            if (traits.year() > 0) {
                keys.add(bearer + traits.year() + " " + title.substring(0, Math.min(BEGINNING, title.length())));
            }
        }
        return keys.stream().limit(MOST).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void addWithoutAuthors(Traits traits, Set<String> keys) {
        String title = whole(traits.mainTitle());
        traits.publishers().stream()
                .limit(MOST_PUBLISHERS)
                .forEach(publisher -> keys.add("series " + title + " " + publisher + " " + traits.grades()));
        List<List<String>> all = traits.title();
        if (traits.kind() == ResourceKind.PERIODICAL || traits.publishers().isEmpty() && all.size() > 1) {
            keys.add("title " + whole(all));
        }
        if (all.size() >= LONG_TITLE && traits.year() > 0) {
            int half = all.size() / 2;
            keys.add("front " + traits.year() + " " + whole(all.subList(0, half)));
            keys.add("back " + traits.year() + " " + whole(all.subList(half, all.size())));
        }
    }

    private static List<String> authors(Traits traits) {
        return Stream.concat(traits.authors().stream(), traits.helpers().stream())
                .limit(MOST_AUTHORS)
                .map(PersonName::keys)
                .flatMap(keys -> keys.stream()
                        // The surname alone, for some records have no more of the name.
                        .map(key -> key.contains(" ") ? key.substring(0, key.indexOf(' ')) : key)
                        .distinct()
                        .limit(MOST_SURNAMES))
                .distinct()
                .toList();
    }

    private static List<String> longest(List<List<String>> title) {
        return title.stream()
                .sorted(Comparator.comparing(
                                (List<String> word) -> -word.getFirst().length())
                        .thenComparing(List::getFirst))
                .limit(MOST_WORDS)
                .flatMap(word -> word.stream().limit(MOST_SPELLINGS))
                .toList();
    }

    private static String beginnings(List<List<String>> title) {
        return title.stream()
                .limit(MOST_BEGINNINGS)
                .map(List::getFirst)
                .map(word -> word.substring(0, Math.min(BEGINNING, word.length())))
                .collect(Collectors.joining(" "));
    }

    private static String whole(List<List<String>> title) {
        return title.stream().map(List::getFirst).collect(Collectors.joining(" "));
    }
}
