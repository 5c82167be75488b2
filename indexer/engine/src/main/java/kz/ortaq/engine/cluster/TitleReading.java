package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.ortaq.analysis.KazakhFold;
import kz.ortaq.config.Tables;
import kz.ortaq.engine.values.TextbookParts;

/** What of a title tells one book from another. */
final class TitleReading {

    /** Titles are read as far as this. */
    static final int LONGEST = 500;

    // ISBD puts a subtitle behind a colon, and the title in another language behind an equals sign.
    private static final Pattern MAIN = Pattern.compile("\\s*(?: : |: | = ).*", Pattern.DOTALL);
    private static final Pattern PARALLEL = Pattern.compile("\\s= +([^/:.(=]{2,})");
    private static final Pattern SUBTITLES = Pattern.compile("\\s* : |(?<=\\S): ");
    // «2-е изд., перераб. и доп.» tells an edition, not a book.
    private static final Pattern EDITION = Pattern.compile(
            "(?iu)[\\s.,:;—–(\\[-]+\\d{1,3}(?:-?(?:е|ое|ші|шы|інші|ыншы|нд|st|nd|rd|th))?[ .-]{1,2}"
                    + "(?:изд(?:\\.|ание)|бас(?:\\.|ылым\\p{L}*|ылуы)|ed(?:\\.|ition))"
                    + "(?:[\\s.,]*(?:и|және|испр|доп|перераб|стер(?:еотип)?|өңд\\p{L}*|толық\\p{L}*|rev)(?![\\p{L}])\\.?)*[)\\]]?");
    private static final Pattern KAZAKH = Pattern.compile("(?iu)[әғқңөұүһ]|(?<!\\p{L})сын[ып]");
    private static final Pattern RUSSIAN =
            Pattern.compile("(?iu)(?<!\\p{L})(?:класс\\p{L}*|кл\\.|учебник|част[ьи]|для)(?!\\p{L})");
    private static final Pattern ROMAN = Pattern.compile("[ivxіх]{2,8}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d-]+");

    private static final Map<String, Object> TABLE = Tables.read("/kz/ortaq/config/matching.yaml");
    private static final Set<String> GENRES = Set.copyOf(Tables.strings(TABLE, "genres"));
    private static final Map<String, Object> TEXTBOOKS = Tables.read("/kz/ortaq/config/textbooks.yaml");
    private static final Set<String> FILLERS = Set.copyOf(Tables.strings(TEXTBOOKS, "fillers"));
    private static final Set<List<List<String>>> SUBJECTS = Tables.strings(TEXTBOOKS, "subjects").stream()
            .map(subject -> words(TextbookParts.parse(subject).bareTitle()))
            .collect(Collectors.toUnmodifiableSet());
    private static final List<List<List<List<String>>>> TRANSLATED = translated();

    private TitleReading() {}

    /** A title without those responsible, the edition and subtitles that only name the kind of book. */
    static String plain(String written) {
        String title = Responsibility.without(bounded(written));
        title = title.chars().anyMatch(c -> c >= '0' && c <= '9')
                ? EDITION.matcher(title).replaceAll("")
                : title;
        if (!title.contains(": ")) {
            return title;
        }
        String[] parts = SUBTITLES.split(title);
        if (Arrays.stream(parts).skip(1).noneMatch(TitleReading::isGenre)) {
            return title;
        }
        return parts[0]
                + Arrays.stream(parts)
                        .skip(1)
                        .filter(part -> !isGenre(part))
                        .map(part -> " : " + part)
                        .collect(Collectors.joining());
    }

    /** The titles in other languages that stand behind equals signs: «Алгебра = Algebra». */
    static List<String> parallel(String written) {
        if (!written.contains("= ")) {
            return List.of();
        }
        return PARALLEL.matcher(Responsibility.without(bounded(written)))
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }

    /** The language that the letters and words of a title show, {@code kk} or {@code ru}; empty where they show none. */
    static String language(String title) {
        return KAZAKH.matcher(title).find() ? "kk" : RUSSIAN.matcher(title).find() ? "ru" : "";
    }

    /** The words before the subtitle; {@code whole} where there is none. */
    static List<List<String>> main(String plain, List<List<String>> whole) {
        if (!plain.contains(": ") && !plain.contains(" = ")) {
            return whole;
        }
        return words(TextbookParts.parse(MAIN.matcher(plain).replaceFirst("")).bareTitle());
    }

    /** The words of a folded text, each as the sorted keys on which its spellings in all alphabets meet. */
    static List<List<String>> words(String folded) {
        List<String> words = new ArrayList<>(Arrays.asList(folded.strip().split(" ")));
        while (words.size() > 1 && FILLERS.contains(words.getLast())) {
            words.removeLast();
        }
        return words.stream()
                .filter(word -> !word.isEmpty())
                .map(TitleReading::keys)
                .toList();
    }

    /** Whether a title is the name of a subject of school and no more: many books are called so. */
    static boolean isSubject(List<List<String>> title) {
        return SUBJECTS.contains(title);
    }

    /** What the schoolbooks of a subject are called in other languages; empty where they are not translated. */
    static List<List<List<String>>> inOtherLanguages(List<List<String>> title) {
        return TRANSLATED.stream()
                .filter(names -> names.contains(title))
                .flatMap(List::stream)
                .filter(name -> !name.equals(title))
                .toList();
    }

    static String bounded(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static boolean isGenre(String part) {
        return GENRES.contains(
                NO_WORD.matcher(part.toLowerCase(Locale.ROOT)).replaceAll(" ").strip());
    }

    private static List<String> keys(String word) {
        if (ROMAN.matcher(word).matches()) {
            // Folded, XVII and XVIII would be one century.
            return List.of(word.replace('х', 'x').replace('і', 'i'));
        }
        Set<String> keys = new TreeSet<>(KazakhFold.keys(word));
        keys.remove("");
        return keys.isEmpty() ? List.of(word) : List.copyOf(keys);
    }

    private static List<List<List<List<String>>>> translated() {
        List<List<List<List<String>>>> all = new ArrayList<>();
        if (TABLE.get("translated") instanceof List<?> subjects) {
            for (Object subject : subjects) {
                if (subject instanceof List<?> names) {
                    all.add(names.stream()
                            .map(name -> words(
                                    TextbookParts.parse(String.valueOf(name)).bareTitle()))
                            .toList());
                }
            }
        }
        return List.copyOf(all);
    }
}
