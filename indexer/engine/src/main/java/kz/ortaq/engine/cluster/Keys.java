package kz.ortaq.engine.cluster;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.ortaq.engine.values.PersonName;

/** The keys on which descriptions of one work meet, so that only those are compared that share one. */
public final class Keys {

    /** How many keys a description has at most. */
    public static final int MOST = 60;

    private static final int MOST_AUTHORS = 4;
    private static final int MOST_WORDS = 2;
    private static final int MOST_SPELLINGS = 2;

    private Keys() {}

    /**
     * The keys of a description, sorted: each valid ISBN; each of two long words of a title with each author; and the
     * whole main title with the year and with the publisher, for those that name no author.
     */
    public static Set<String> of(Traits traits) {
        Set<String> keys = new LinkedHashSet<>();
        traits.isbns().forEach(isbn -> keys.add("isbn " + isbn));
        keys.add("title " + whole(traits.mainTitle()) + " " + traits.year());
        traits.publishers().stream()
                .limit(MOST_WORDS)
                .forEach(publisher -> keys.add("imprint " + whole(traits.mainTitle()) + " " + publisher));
        Set<String> words = new LinkedHashSet<>(longest(traits.mainTitle()));
        traits.otherTitles().stream().limit(2).forEach(title -> words.addAll(longest(title)));
        for (String author : authors(traits)) {
            words.forEach(word -> keys.add("author " + author + " " + word));
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
