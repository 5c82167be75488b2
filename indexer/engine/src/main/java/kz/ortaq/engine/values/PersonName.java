package kz.ortaq.engine.values;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
        if (!certain) {
            addKeys(given, surname, keys);
        }
        return keys;
    }

    /** Compares two names by all that both of them say. */
    public Match matches(PersonName other) {
        Set<String> shared = new LinkedHashSet<>(keys());
        if (kind != other.kind) {
            return Match.NO;
        }
        if (given.isEmpty() != other.given.isEmpty() && kind == Kind.PERSON) {
            return meet(surnames(surname), surnames(other.surname)) ? Match.PERHAPS : Match.NO;
        }
        shared.retainAll(other.keys());
        if (shared.isEmpty() || otherYears(other)) {
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
        String stem = NameReading.stem(surname);
        String sex = NameReading.isWomans(surname) ? " f" : "";
        return folds(stem).stream()
                .map(key -> (key.length() > 4 && key.endsWith("i") ? key.substring(0, key.length() - 1) : key) + sex)
                .toList();
    }

    private static Set<String> initials(String name) {
        Set<String> initials = new LinkedHashSet<>();
        for (String key : folds(name)) {
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
