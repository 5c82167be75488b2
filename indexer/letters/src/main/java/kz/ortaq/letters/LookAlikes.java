package kz.ortaq.letters;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Letters of one alphabet that stand for those of another which look like them, put right where the word tells. */
final class LookAlikes {

    /** What a Latin letter may stand for, the likeliest first. */
    private static final Map<Character, String> CYRILLIC = Map.ofEntries(
            Map.entry('a', "аә"),
            Map.entry('b', "вьб"),
            Map.entry('c', "с"),
            Map.entry('e', "е"),
            Map.entry('f', "ғф"),
            Map.entry('h', "нһң"),
            Map.entry('i', "і"),
            Map.entry('k', "кқ"),
            Map.entry('m', "м"),
            Map.entry('n', "пң"),
            Map.entry('o', "оө"),
            Map.entry('p', "р"),
            Map.entry('q', "қ"),
            Map.entry('r', "г"),
            Map.entry('t', "т"),
            Map.entry('u', "и"),
            Map.entry('x', "х"),
            Map.entry('y', "уүұ"),
            Map.entry('ə', "ә"),
            Map.entry('ɵ', "ө"),
            Map.entry('ï', "і"),
            Map.entry('ö', "ө"),
            Map.entry('ë', "ё"));

    /** What a Russian letter may stand for in Kazakh. */
    private static final Map<Character, String> KAZAKH =
            Map.of('а', "ә", 'г', "ғ", 'к', "қ", 'н', "ң", 'о', "ө", 'у', "үұ", 'х', "һ", 'и', "і", 'ы', "і");

    private static final String CYRILLIC_FORMS = "аеорсухкмтвніәјѕ";
    private static final String LATIN_FORMS = "aeopcyxkmtbhiəjs";

    private static final int LONGEST = 40;
    private static final int SHORT = 3;
    /** Of different words of a text; a book has fewer, and what has more is no prose. */
    private static final int LOOKED_AT = 50_000;
    // In bits.
    private static final double RARER = 1;
    private static final double CHANGED = 2;
    private static final double MARGIN = 10;

    private final boolean thorough;

    /** What was made of the words so far; a document says most of them again. */
    private final Map<String, Meant> known = new HashMap<>();

    /** @param thorough whether Russian letters may stand for Kazakh ones too */
    private LookAlikes(boolean thorough) {
        this.thorough = thorough;
    }

    /** What a word is taken for in a text that is Kazakh, in a Russian one, and in any other. */
    private record Meant(String kazakh, String russian, String other) {

        private boolean isTheSameInAll() {
            return kazakh.equals(other) && russian.equals(other);
        }

        private String in(String language) {
            return switch (language) {
                case "kk" -> kazakh;
                case "ru" -> russian;
                default -> other;
            };
        }
    }

    /** Each part is mended by its own language; a word is looked at once for all of them. */
    static List<String> mend(List<String> parts, boolean thorough) {
        var lookAlikes = new LookAlikes(thorough);
        return parts.stream()
                .map(part -> lookAlikes.hasBothAlphabets(part) ? lookAlikes.mended(part) : part)
                .toList();
    }

    /** Where there is one alphabet, none stands for another. */
    private boolean hasBothAlphabets(String text) {
        boolean latin = thorough;
        boolean cyrillic = thorough;
        for (int at = 0; at < text.length() && !cyrillic; at++) {
            cyrillic = Reading.isCyrillic(text.charAt(at));
        }
        for (int at = 0; at < text.length() && cyrillic && !latin; at++) {
            latin = !Reading.isCyrillic(text.charAt(at)) && Character.isLetter(text.charAt(at));
        }
        return latin && cyrillic;
    }

    private String mended(String text) {
        // Asked for only where a word raises the question, which few do.
        String language = null;
        var mended = new StringBuilder();
        int done = 0;
        for (int at = 0; at < text.length(); ) {
            int end = at;
            boolean foreign = thorough;
            while (end < text.length() && Spelling.isLetter(text.charAt(end))) {
                foreign |= !Reading.isCyrillic(text.charAt(end));
                end++;
            }
            if (foreign && isBounded(text, at, end) && mayMeanAnother(text, at, end)) {
                String word = text.substring(at, end);
                Meant meant = remembered(word);
                if (language == null && !meant.isTheSameInAll()) {
                    language = Reading.language(text);
                }
                String best = language == null ? meant.other : meant.in(language);
                if (!best.equals(word)) {
                    mended.append(text, done, at).append(best);
                    done = end;
                }
            }
            at = Math.max(end, at + 1);
        }
        return done == 0 ? text : mended.append(text, done, text.length()).toString();
    }

    private static boolean isBounded(String text, int at, int end) {
        return end - at > 1
                && end - at <= LONGEST
                && (at == 0 || !Character.isDigit(text.charAt(at - 1)))
                && (end == text.length() || !Character.isDigit(text.charAt(end)));
    }

    /** Most words of English have a letter that looks like none of ours, and are passed over before they are cut out. */
    private static boolean mayMeanAnother(String text, int from, int end) {
        boolean standsFor = end - from > SHORT;
        for (int at = from; at < end; at++) {
            char letter = text.charAt(at);
            if (Reading.isCyrillic(letter)) {
                return true;
            }
            standsFor = standsFor && CYRILLIC.containsKey(Character.toLowerCase(letter));
        }
        return standsFor;
    }

    private Meant remembered(String word) {
        return known.size() < LOOKED_AT
                ? known.computeIfAbsent(word, this::meant)
                : known.getOrDefault(word, new Meant(word, word, word));
    }

    private Meant meant(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        boolean hasCyrillic = false;
        boolean hasLatin = false;
        for (int at = 0; at < small.length(); at++) {
            hasCyrillic |= Reading.isCyrillic(small.charAt(at));
            hasLatin |= Reading.isLatin(small.charAt(at));
        }
        String kazakh = small;
        String russian = small;
        String other = small;
        if (small.length() != word.length()) {
            return new Meant(word, word, word);
        } else if (hasCyrillic && hasLatin && !isAbbreviationWithEnding(word)) {
            Optional<Candidate> asKazakh = Candidate.best(small, CYRILLIC, false, RARER, LetterModel.of("kk"));
            Optional<Candidate> asRussian = Candidate.best(small, CYRILLIC, false, RARER, LetterModel.of("ru"));
            kazakh = mixed(small, asKazakh);
            russian = mixed(small, inRussian(asKazakh, asRussian));
            other = mixed(small, cheaper(asRussian, asKazakh));
        } else if (hasLatin && !hasCyrillic && small.length() > SHORT && allStandFor(small)) {
            // Most words of English have a letter that looks like none of ours.
            Optional<Candidate> asKazakh = Candidate.best(small, CYRILLIC, false, RARER, LetterModel.of("kk"));
            Optional<Candidate> asRussian = Candidate.best(small, CYRILLIC, false, RARER, LetterModel.of("ru"));
            kazakh = latin(small, asKazakh);
            russian = latin(small, inRussian(asKazakh, asRussian));
        } else if (hasCyrillic && !hasLatin && thorough && small.length() > SHORT) {
            kazakh = russian(small);
        }
        return new Meant(
                kazakh.equals(small) ? word : inCaseOf(word, kazakh),
                russian.equals(small) ? word : inCaseOf(word, russian),
                other.equals(small) ? word : inCaseOf(word, other));
    }

    /** SMS-тен without its hyphen: Latin capitals, and a Cyrillic ending in small letters. */
    private static boolean isAbbreviationWithEnding(String word) {
        int at = 0;
        while (at < word.length() && word.charAt(at) < 0x80 && Character.isUpperCase(word.charAt(at))) {
            at++;
        }
        return at > 1 && word.chars().skip(at).allMatch(c -> Reading.isCyrillic((char) c) && Character.isLowerCase(c));
    }

    private static boolean allStandFor(String word) {
        for (int at = 0; at < word.length(); at++) {
            if (!CYRILLIC.containsKey(word.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** No word is written in two alphabets: the one in which it reads is meant. */
    private static String mixed(String word, Optional<Candidate> cyrillic) {
        Candidate best = cyrillic.orElse(Candidate.NONE);
        String latin = asLatin(word);
        double bits = latin.isEmpty() ? Double.MAX_VALUE : latinBits(latin);
        Candidate least = bits < best.bits() ? new Candidate(latin, bits) : best;
        return least.reads() ? least.text() : word;
    }

    /** A word in Latin letters alone, among Cyrillic ones, that is none of a Latin language. */
    private static String latin(String word, Optional<Candidate> cyrillic) {
        return cyrillic.filter(Candidate::reads)
                .filter(best -> best.bits() + MARGIN < latinBits(word))
                .map(Candidate::text)
                .orElse(word);
    }

    /** A Kazakh word that lost its own letters, and is neither Kazakh nor Russian without them. */
    private static String russian(String word) {
        double bits =
                Math.min(LetterModel.of("kk").bits(word), LetterModel.of("ru").bits(word));
        return Candidate.best(word, KAZAKH, true, CHANGED, LetterModel.of("kk"))
                .filter(best -> best.bits() + MARGIN < bits)
                .map(Candidate::text)
                .orElse(word);
    }

    /** A Kazakh name in a Russian text keeps its letters where it has some. */
    private static Optional<Candidate> inRussian(Optional<Candidate> asKazakh, Optional<Candidate> asRussian) {
        return asRussian.filter(Candidate::reads).or(() -> asKazakh);
    }

    private static Optional<Candidate> cheaper(Optional<Candidate> one, Optional<Candidate> other) {
        return one.isPresent()
                        && one.get().bits() < other.orElse(Candidate.NONE).bits()
                ? one
                : other;
    }

    private static double latinBits(String word) {
        return Reading.LATIN_NEIGHBOURS.stream()
                .mapToDouble(language -> LetterModel.of(language).bits(word))
                .reduce(LetterModel.of("en").bits(word), Math::min);
    }

    private static String asLatin(String word) {
        StringBuilder latin = new StringBuilder(word.length());
        for (int at = 0; at < word.length(); at++) {
            int form = CYRILLIC_FORMS.indexOf(word.charAt(at));
            char c = form < 0 ? word.charAt(at) : LATIN_FORMS.charAt(form);
            if (Reading.isCyrillic(c)) {
                return "";
            }
            latin.append(c);
        }
        return latin.toString();
    }

    private static String inCaseOf(String word, String letters) {
        StringBuilder mended = new StringBuilder(word.length());
        for (int at = 0; at < word.length(); at++) {
            char c = letters.charAt(at);
            mended.append(Character.isUpperCase(word.charAt(at)) ? Character.toUpperCase(c) : c);
        }
        return mended.toString();
    }
}
