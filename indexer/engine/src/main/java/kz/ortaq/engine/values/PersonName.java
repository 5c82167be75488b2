package kz.ortaq.engine.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.ortaq.analysis.KazakhFold;

/**
 * The name of a person or a body, kept as written and taken apart for comparing.
 *
 * @param written as it stands in the record
 * @param surname empty where the name has none, the whole name of a body
 * @param given the first given name or its initial, without the dot
 * @param patronymic the patronymic, a second given name or its initial
 * @param years the years of life that stood with the name, empty where none did
 * @param kind person or body
 * @param certain whether the order of the parts is beyond doubt
 */
public record PersonName(
        String written, String surname, String given, String patronymic, String years, Kind kind, boolean certain) {

    private static final int SHORT_STEM = 5;

    /** What bears the name. */
    public enum Kind {
        PERSON,
        BODY
    }

    /** Whether two names are of one bearer. */
    public enum Match {
        YES,
        NO,
        PERHAPS
    }

    /** Reads a name in any usual order and alphabet. */
    public static PersonName parse(String written) {
        return NameReading.read(written);
    }

    /**
     * Forms on which names of one bearer meet: the surname without its ending of a kinship, folded over alphabets, and
     * the first initial. Several where a Latin spelling can be read in several ways.
     */
    public Set<String> keys() {
        if (kind == Kind.BODY) {
            return Set.of(Words.folded(written));
        }
        Set<String> keys = new LinkedHashSet<>();
        addKeys(surname, given, keys);
        List<String> words = surnameWords();
        if (words.size() > 1) {
            // Others take one of the two words for the surname: Fernández Mosquera, García Márquez.
            addKeys(words.getLast(), given, keys);
            addKeys(words.getFirst(), given, keys);
        }
        if (!certain) {
            addKeys(given, surname, keys);
        }
        return keys;
    }

    /** Compares two names by all that both of them say. */
    public Match matches(PersonName other) {
        if (kind != other.kind || otherYears(other)) {
            return Match.NO;
        }
        if (kind == Kind.PERSON
                && (surnameWords().size() > 1 || other.surnameWords().size() > 1)) {
            return matchesByWords(other);
        }
        Set<String> shared = new LinkedHashSet<>(keys());
        if (given.isEmpty() != other.given.isEmpty() && kind == Kind.PERSON) {
            return meet(surnames(surname), surnames(other.surname)) ? Match.PERHAPS : Match.NO;
        }
        shared.retainAll(other.keys());
        if (shared.isEmpty()) {
            return Match.NO;
        }
        if (kind == Kind.BODY || given.isEmpty()) {
            return kind == Kind.BODY ? Match.YES : Match.PERHAPS;
        }
        if (!certain || !other.certain) {
            boolean sameWords = meet(folds(surname), folds(other.surname)) && meet(folds(given), folds(other.given))
                    || meet(folds(surname), folds(other.given)) && meet(folds(given), folds(other.surname));
            return sameWords ? Match.YES : Match.PERHAPS;
        }
        if (!agree(given, other.given)) {
            return Match.NO;
        }
        return patronymic.isEmpty() || other.patronymic.isEmpty() || agreeAsFathers(other) ? Match.YES : Match.NO;
    }

    /** Where a surname has several words, libraries divide the name in several ways: then its words are compared. */
    private Match matchesByWords(PersonName other) {
        List<String> mine = words();
        List<String> theirs = other.words();
        List<String> few = mine.size() <= theirs.size() ? mine : theirs;
        List<String> many = new ArrayList<>(mine.size() <= theirs.size() ? theirs : mine);
        int whole = 0;
        for (String word : few) {
            String same = many.stream()
                    .filter(second -> agree(word, second))
                    // A word before an initial: «M.» may stand for Márquez, but not where Márquez stands too.
                    .max(Comparator.comparing(String::length))
                    .orElse("");
            if (same.isEmpty()) {
                return Match.NO;
            }
            many.remove(same);
            whole += NameReading.isInitial(word) || NameReading.isInitial(same) ? 0 : 1;
        }
        return whole > 1 ? Match.YES : whole == 1 ? Match.PERHAPS : Match.NO;
    }

    /** The name in one line as it is compared, whatever letters of Kazakh or Russian it was written in. */
    public String plain() {
        return Words.folded(surname) + "~" + Words.folded(given) + "~" + Words.folded(patronymic) + "~" + years
                + (certain ? "" : "?");
    }

    private List<String> surnameWords() {
        return List.of(surname.split("[\\s-]+"));
    }

    /** The words of the name, whole ones before initials. */
    private List<String> words() {
        return Stream.of(surname, given, patronymic)
                .flatMap(part -> Stream.of(part.split("[\\s.-]+")))
                .filter(word -> !word.isEmpty())
                .sorted(Comparator.comparing(NameReading::isInitial))
                .toList();
    }

    private boolean agreeAsFathers(PersonName other) {
        return agree(NameReading.stem(patronymic), NameReading.stem(other.patronymic));
    }

    private boolean otherYears(PersonName other) {
        return years.length() >= 4
                && other.years.length() >= 4
                && !years.substring(0, 4).equals(other.years.substring(0, 4));
    }

    /** Two names, or a name and an initial, that may stand for one. */
    private static boolean agree(String one, String two) {
        if (NameReading.isInitial(one) || NameReading.isInitial(two)) {
            return meet(initials(one), initials(two));
        }
        return meet(folds(one), folds(two));
    }

    private static void addKeys(String surname, String given, Set<String> keys) {
        for (String name : surnames(surname)) {
            if (given.isEmpty()) {
                keys.add(name);
            }
            for (String initial : initials(given)) {
                keys.add(name + " " + initial);
            }
        }
    }

    private static List<String> surnames(String surname) {
        String stem = NameReading.surnameStem(surname);
        String sex = NameReading.isWomans(surname) ? " f" : "";
        Set<String> all = new LinkedHashSet<>(folds(stem));
        if (stem.length() < SHORT_STEM && !stem.equals(surname)) {
            // Short stems are stems in one alphabet only: «Шаев» has one of two letters, “Shaev” one of three.
            all.addAll(folds(surname));
        }
        return all.stream()
                .map(key -> (key.length() > 4 && key.endsWith("i") ? key.substring(0, key.length() - 1) : key) + sex)
                .toList();
    }

    /** The letters that may stand for a name: “Shaoji” is shortened to “Sh.” and to “S.”. */
    private static Set<String> initials(String name) {
        Set<String> initials = new LinkedHashSet<>();
        List<String> all = new ArrayList<>(folds(name));
        if (!name.isEmpty()) {
            all.addAll(folds(name.substring(0, 1)));
        }
        for (String key : all) {
            if (!key.isEmpty()) {
                initials.add(key.substring(0, 1));
            }
        }
        return initials;
    }

    private static List<String> folds(String name) {
        List<String> all = List.of("");
        for (String word : name.split("[^\\p{L}\\p{M}'’ʻʼ]+")) {
            if (!word.isEmpty()) {
                List<String> longer = new ArrayList<>();
                for (String key : KazakhFold.keys(word)) {
                    all.forEach(before -> longer.add(before + key));
                }
                all = longer.size() > KazakhFold.MAX_KEYS ? longer.subList(0, KazakhFold.MAX_KEYS) : longer;
            }
        }
        return all;
    }

    private static boolean meet(Iterable<String> some, Iterable<String> others) {
        for (String one : some) {
            for (String other : others) {
                if (!one.isEmpty() && one.equals(other)) {
                    return true;
                }
            }
        }
        return false;
    }
}
