package kz.ortaq.engine.values;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.ortaq.config.Language;

/**
 * A place of Kazakhstan that the table {@code places.yaml} knows.
 *
 * @param code its code of КАТО, nine digits
 * @param names what it is called today; Kazakh and Russian always
 * @param former what it was called before
 * @param parent the code of the region or city that it is a part of; empty for these themselves
 * @param since the year from which it is there as it is; 0 where it always was, as far as records go back
 */
public record Place(
        String code, Map<Language, String> names, List<FormerName> former, String parent, Kind kind, int since) {

    // The digits of КАТО that tell districts apart.
    private static final int DISTRICT = 4;

    /** What a place is. */
    public enum Kind {
        /** An облыс. */
        REGION,
        /** A city of republican significance, which stands beside the regions. */
        CITY,
        /** A city of regional significance. */
        TOWN,
        /** An аудан. */
        DISTRICT,
        /** A district of a city of republican significance. */
        CITY_DISTRICT,
        /** An ауыл, a село, a кент: none of the table’s own, an operator names them. */
        VILLAGE;

        /** Its name as JSON writes it: {@code city-district}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether people live in it as in a town: what a book is published in. */
        public boolean isTown() {
            return this == CITY || this == TOWN;
        }

        /** Whether it stands directly under the country. */
        public boolean isHighest() {
            return this == REGION || this == CITY;
        }
    }

    /**
     * Names of before.
     *
     * @param from the first year in which they held; 0 where that is not known
     * @param to the last; 9999 where that is not known
     */
    public record FormerName(int from, int to, List<String> names) {

        // Books come out late, and cataloguers are used to a name.
        private static final int SLACK = 2;

        public FormerName {
            names = List.copyOf(names);
        }

        /** Whether a book of that year may write them; of an unknown year, 0, any may. */
        public boolean heldIn(int year) {
            return year == 0 || from <= year && year <= to + SLACK;
        }
    }

    public Place {
        names = Map.copyOf(names);
        former = List.copyOf(former);
    }

    /** What it is called in a language; in Kazakh where it has no name in it. */
    public String name(Language language) {
        String name = names.get(language);
        return name == null ? names.getOrDefault(Language.KK, code) : name;
    }

    /** The code of the district or town that it lies in, its own where it is one, and of what is larger. */
    public String district() {
        return kind == Kind.VILLAGE ? code.substring(0, DISTRICT) + "00000" : code;
    }

    /** The code of the region or city it belongs to, its own where it is one. */
    public String highest() {
        return parent.isEmpty() ? code : parent;
    }
}
