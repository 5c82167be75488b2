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

    private Keys() {}

    /**
     * The keys of a description, sorted: each valid ISBN; each author with each of two long words of a title, and with the
     * year and the first letters, for the words may be mistyped; a long title alone; a short one with publisher and year,
     * for those that name no author or no grade. Grades stand in the keys of authors, because two are never one book.
     */
    public static Set<String> of(Traits traits) {
        Set<String> keys = new LinkedHashSet<>();
        traits.isbns().forEach(isbn -> keys.add("isbn " + isbn));
        String title = whole(traits.mainTitle());
        for (String publisher :
                traits.publishers().stream().limit(MOST_PUBLISHERS).toList()) {
            keys.add("imprint " + title + " " + publisher + " " + traits.year());
            if (traits.authors().isEmpty()) {
                keys.add("series " + title + " " + publisher + " " + traits.grades());
            }
        }
        if (traits.kind() == ResourceKind.PERIODICAL || traits.mainTitle().size() >= LONG_TITLE) {
            keys.add("title " + title);
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

    private static List<String> authors(Traits traits) {
        return Stream.concat(traits.authors().stream(), traits.helpers().stream())
                .limit(MOST_AUTHORS)
                .map(PersonName::keys)
                .flatMap(keys -> keys.stream().limit(MOST_SPELLINGS))
                // The surname alone, for some records have no more of the name.
                .map(key -> key.contains(" ") ? key.substring(0, key.indexOf(' ')) : key)
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

    private static String whole(List<List<String>> title) {
        return title.stream().map(List::getFirst).collect(Collectors.joining(" "));
    }
}
