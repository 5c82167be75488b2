package kz.ortaq.engine.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.engine.values.PersonName.Kind;

/** Takes names apart: which word is the surname, which the patronymic, and what stands beside the name. */
final class NameReading {

    private static final int MOST_WORDS = 6;
    private static final int MOST_WORDS_WITH_COMMA = 9;
    private static final Pattern YEARS = Pattern.compile(
            "[(,]?\\s*(?:b\\.|ca\\.|род\\.|туған)?\\s*(1[0-9]\\d\\d|20\\d\\d)\\??(?:\\s*[-–—]\\s*(1\\d{3}|20\\d\\d)?\\??)?(?:\\s*(?:гг?\\.|жж?\\.))?\\)?[.,]?\\s*$");
    private static final Pattern CENTURY = Pattern.compile(",?\\s*\\d{1,2}(?:th|st|nd|rd) cent\\.?\\s*$");
    private static final Pattern ASIDE = Pattern.compile("\\([^()]{0,100}\\)|\\[[^\\[\\]]{0,100}\\]");
    private static final Pattern TITLE = Pattern.compile(
            "(?iu)(?<![\\p{L}])(?:prof\\.|dr\\.?|проф\\.|акад\\.|д-р|к\\.\\s?п\\.\\s?н\\.|ph\\.?d\\.?|mr\\.|mrs\\.)(?![\\p{L}])");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern SEVERAL_SPACES = Pattern.compile(" {2,}");
    private static final Pattern BRACKETS = Pattern.compile("[\\[\\]/<>;]+");
    private static final Pattern AROUND = Pattern.compile("^[\\s,.]+|[\\s,:]+$");
    private static final Pattern POINTS_AROUND = Pattern.compile("^[\\s.]+|[\\s.]+$");
    private static final Glance.Beginnings BODIES = new Glance.Beginnings(
            List.of(("университет институт министрл министерств академия баспа издательств комитет мектеп школа "
                            + "кітапхана библиотек орталығ центр қоғам общество ассоциаци колледж лицей гимнази музей музеі "
                            + "жшс тоо ао оао ооо universit institut ministry academy library press publish committee "
                            + "school college society association company department agency inc ltd gmbh verlag museum "
                            + "archives bureau council commission center centre")
                    .split(" ")));
    private static final String[] KAZAKH_FATHER = {
        "ұлы", "улы", "qyzy", "kyzy", "қызы", "кызы", "тегі", "теги", "uly", "ūly", "úly", "qızı", "tegi"
    };
    private static final String[] RUSSIAN_FATHER = {
        "ович", "евич", "ьич", "мич", "овна", "евна", "ична", "инична", "ovich", "evich", "ovna", "evna", "ichna"
    };
    private static final String[] SURNAME = {
        "ов", "ев", "ёв", "ин", "ын", "ова", "ева", "ёва", "ина", "ына", "ский", "цкий", "ская", "цкая", "енко", "ян",
        "дзе", "швили", "ov", "ev", "ova", "eva", "skiy", "sky", "skii", "skaya"
    };
    // The longer before the shorter that it ends with.
    private static final String[] ENDING = {
        "ович", "евич", "овна", "евна", "ovich", "evich", "ovna", "evna", "ова", "ева", "ova", "eva", "ов", "ев", "ov",
        "ev"
    };
    private static final String[] WOMAN = {
        "ова", "ева", "ёва", "ская", "цкая", "қызы", "кызы", "qyzy", "kyzy", "qızı", "ova", "eva", "skaya"
    };
    private static final Pattern PARTICLE =
            Pattern.compile("(?:de|van|von|der|den|la|le|del|dos|da|di|al|el|bin|ibn|ben)");
    private static final Pattern INITIAL = Pattern.compile("\\p{L}{1,2}\\.");
    private static final Pattern DOTTED = Pattern.compile("(\\p{L})\\.(?=\\p{L})");

    private NameReading() {}

    static PersonName read(String written) {
        String text = written.length() > Words.LONGEST ? written.substring(0, Words.LONGEST) : written;
        text = SPACES.matcher(text).replaceAll(" ").strip();
        String years = "";
        if (Glance.hasDigit(text)) {
            Matcher found = YEARS.matcher(text);
            if (found.find()) {
                years = found.group(1) + (found.group(2) == null ? "" : "-" + found.group(2));
                text = text.substring(0, found.start());
            }
            text = CENTURY.matcher(text).replaceFirst("");
        }
        if (Glance.hasAny(text.toLowerCase(Locale.ROOT), "prof", "dr", "проф", "акад", "д-р", "п.", "ph", "mr")) {
            text = TITLE.matcher(text).replaceAll("");
        }
        String plain = text;
        if (Glance.hasAny(text, "(", "[", "]", "/", "<", ">", ";")) {
            plain = BRACKETS.matcher(ASIDE.matcher(text).replaceAll(" ")).replaceAll(" ");
        }
        plain = SEVERAL_SPACES.matcher(AROUND.matcher(plain).replaceAll("")).replaceAll(" ");
        if (plain.isEmpty()
                || isBody(plain)
                || plain.split(" ").length > (plain.contains(",") ? MOST_WORDS_WITH_COMMA : MOST_WORDS)) {
            return new PersonName(written, text.strip(), "", "", years, Kind.BODY, true);
        }
        int comma = plain.indexOf(',');
        if (comma > 0) {
            List<String> rest = words(plain.substring(comma + 1).replace(',', ' '));
            return person(written, bare(plain.substring(0, comma)), rest, years, true);
        }
        return inOrder(written, words(plain), years);
    }

    /** A surname or patronymic without what says "of" or "son of": Байтұрсынұлы, Байтұрсынов. */
    static String stem(String name) {
        String stem = without(name, KAZAKH_FATHER);
        stem = stem.length() == name.length() ? without(name, ENDING) : stem;
        return stem.length() < 3 ? name : stem;
    }

    private static String without(String name, String[] endings) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            // Lower case is of another length in a few letters that no name here has.
            if (lower.length() == name.length() && lower.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    private static boolean ends(String name, String[] endings) {
        return Glance.endsWithAny(name.toLowerCase(Locale.ROOT), endings);
    }

    private static boolean isBody(String name) {
        return Glance.hasAny(name, "«", "\"")
                || Glance.hasDigit(name)
                || BODIES.in(name.toLowerCase(Locale.ROOT), true);
    }

    /** A surname likewise; «Юнович» is whole, for there the ending is not of a father. */
    static String surnameStem(String surname) {
        return ends(surname, RUSSIAN_FATHER) ? surname : stem(surname);
    }

    static boolean isWomans(String name) {
        return ends(name, WOMAN);
    }

    static boolean isInitial(String name) {
        return name.length() <= 2;
    }

    private static PersonName inOrder(String written, List<String> words, String years) {
        if (words.size() == 1) {
            return person(written, bare(words.getFirst()), List.of(), years, true);
        }
        if (INITIAL.matcher(words.getLast()).matches()
                && !INITIAL.matcher(words.getFirst()).matches()) {
            int first = 1;
            while (!INITIAL.matcher(words.get(first)).matches()) {
                first++;
            }
            // Әуезов М. О., but also Isaac B. Singer's kin without a surname behind: rare, and not told apart.
            return person(written, joined(words, 0, first), words.subList(first, words.size()), years, true);
        }
        int last = words.size() - 1;
        for (int i = 1; i < last; i++) {
            if (PARTICLE.matcher(words.get(i)).matches()) {
                return person(written, joined(words, i, last + 1), words.subList(0, i), years, true);
            }
        }
        if (INITIAL.matcher(words.getFirst()).matches()) {
            return person(written, bare(words.get(last)), words.subList(0, last), years, true);
        }
        if (words.size() > 2) {
            boolean fatherLast = isFather(words.get(last));
            boolean surnameFirst =
                    fatherLast || !isFather(words.get(1)) && isSurname(words.getFirst()) && !isSurname(words.get(last));
            return surnameFirst
                    ? person(written, bare(words.getFirst()), words.subList(1, words.size()), years, true)
                    : person(written, bare(words.get(last)), words.subList(0, last), years, true);
        }
        return ofTwo(written, bare(words.getFirst()), bare(words.get(1)), years);
    }

    private static PersonName ofTwo(String written, String first, String second, String years) {
        boolean firstIs = isSurname(first) || ends(first, KAZAKH_FATHER);
        boolean secondIs = isSurname(second) || ends(second, KAZAKH_FATHER);
        boolean latin = second.chars().allMatch(c -> c < 0x250);
        if (ends(second, RUSSIAN_FATHER) && !firstIs) {
            // Пётр Ильич: a name and a patronymic, no surname.
            return new PersonName(written, first, "", second, years, Kind.PERSON, false);
        }
        boolean certain = firstIs != secondIs || latin && !firstIs;
        return firstIs && !secondIs
                ? person(written, first, List.of(second), years, certain)
                : person(written, second, List.of(first), years, certain);
    }

    private static PersonName person(String written, String surname, List<String> rest, String years, boolean certain) {
        String given = rest.isEmpty() ? "" : bare(rest.getFirst());
        String patronymic = rest.size() < 2
                ? ""
                : bare(
                        rest.getLast().length() > 2
                                        && rest.size() > 2
                                        && PARTICLE.matcher(rest.get(1)).matches()
                                ? rest.getLast()
                                : rest.get(1));
        patronymic = PARTICLE.matcher(patronymic).matches() ? "" : patronymic;
        return new PersonName(written, surname, given, patronymic, years, Kind.PERSON, certain);
    }

    private static boolean isFather(String word) {
        return ends(word, KAZAKH_FATHER) || ends(word, RUSSIAN_FATHER);
    }

    private static boolean isSurname(String word) {
        return ends(word, SURNAME);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : DOTTED.matcher(text).replaceAll("$1. ").split(" ")) {
            if (word.chars().anyMatch(Character::isLetter)) {
                words.add(
                        PARTICLE.matcher(word.toLowerCase(Locale.ROOT)).matches() && !word.endsWith(".")
                                ? word.toLowerCase(Locale.ROOT)
                                : word);
            }
        }
        return words.isEmpty() ? List.of(text) : words;
    }

    private static String joined(List<String> words, int from, int to) {
        return bare(String.join(" ", words.subList(from, to)));
    }

    private static String bare(String word) {
        return POINTS_AROUND.matcher(word).replaceAll("");
    }
}
