package kz.ortaq.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a description as another library would have: initials, another alphabet, parts left out, slips of the hand; and
 * makes of a book its neighbours, which are others. Shares nothing with what compares them.
 */
final class OtherHands {

    private static final String KAZAKH = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";
    private static final String RUSSIAN = "агкноуухиАГКНОУУХИ";
    private static final String CYRILLIC = "абвгдезийклмнопрстуфхыэәғқңөұүһі";
    private static final String LATIN = "abvgdeziiklmnoprstufhyeagqnouuhi";
    private static final Pattern CLASS = Pattern.compile("(\\d{1,2})([- ])(сынып|класс)");
    private static final Pattern PERSON =
            Pattern.compile("\\p{Lu}[\\p{L}-]+, \\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+)?");
    private static final Pattern DIGITS = Pattern.compile(".*\\d.*");
    private static final List<String> KAZAKH_OTHERS =
            List.of(". Жұмыс дәптері", ". Мұғалім кітабы", ". Есептер жинағы", ". 2-бөлім", " (ҚГБ)");
    private static final List<String> RUSSIAN_OTHERS =
            List.of(". Рабочая тетрадь", ". Книга для учителя", ". Сборник задач", ". Часть 2", " (ОГН)");

    private final Random random;

    OtherHands(Random random) {
        this.random = random;
    }

    /** The same book, described by somebody else. */
    Draft rewrite(Draft draft) {
        String title = title(draft);
        List<String> authors = draft.authors().stream().map(this::author).toList();
        authors = authors.size() > 1 && one(3) ? authors.subList(0, 1) : authors;
        authors = one(20) ? List.of() : authors;
        String publisher = one(6) ? "" : one(4) ? "«" + draft.publisher() + "»" : draft.publisher();
        if (one(8)) {
            title = latin(title);
            authors = authors.stream().map(OtherHands::latin).toList();
        } else if (one(6)) {
            title = flat(title);
            authors = authors.stream().map(OtherHands::flat).toList();
            publisher = flat(publisher);
        }
        return draft.withTitle(title)
                .withAuthors(authors)
                .withImprint(one(10) ? 0 : draft.year(), draft.publisher().isEmpty() ? "" : publisher)
                .withRest(one(2) ? "" : draft.isbn(), one(5) ? "" : draft.language(), one(2) ? "" : draft.extent());
    }

    /** Five books that are others, however much they look like it, each written by somebody else. */
    List<Draft> neighbours(Draft draft, Draft stranger) {
        List<Draft> all = new ArrayList<>();
        boolean kazakh = draft.language().equals("kk");
        List<String> others = Stream.of(kazakh ? KAZAKH_OTHERS : RUSSIAN_OTHERS)
                .flatMap(List::stream)
                // A workbook with the word once more is the same workbook.
                .filter(other -> !draft.title().toLowerCase(Locale.ROOT).contains(bare(other)))
                .toList();
        int first = random.nextInt(others.size());
        all.add(draft.withTitle(draft.title() + others.get(first)));
        all.add(draft.withTitle(draft.title() + others.get((first + 1) % others.size())));
        Matcher grade = CLASS.matcher(draft.title());
        if (grade.find()) {
            int number = Integer.parseInt(grade.group(1));
            all.add(draft.withTitle(grade.replaceFirst((number + 1) + "$2$3")));
            all.add(draft.withTitle(grade.replaceFirst((number > 1 ? number - 1 : number + 2) + "$2$3")));
        } else {
            all.add(draft.withTitle(longer(draft.title(), kazakh ? " туралы ойлар" : " и его время")));
            all.add(draft.withTitle(stranger.title()));
        }
        all.add(
                !namesPerson(draft) || !namesPerson(stranger)
                        ? draft.withTitle(draft.title() + ". 3")
                        : draft.withAuthors(stranger.authors()).withRest("", draft.language(), draft.extent()));
        // A book by others stays one only while it names them.
        UnaryOperator<Draft> hand = other -> {
            Draft written = rewrite(other.withRest(one(3) ? draft.isbn() : "", other.language(), ""));
            return written.authors().isEmpty() ? written.withAuthors(other.authors()) : written;
        };
        return all.stream().map(hand).toList();
    }

    /** More words behind the title, before its subtitle. */
    private static String longer(String title, String words) {
        int subtitle = title.indexOf(" : ");
        return subtitle < 0 ? title + words : title.substring(0, subtitle) + words + title.substring(subtitle);
    }

    private static String bare(String other) {
        return other.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d -]", "").strip();
    }

    private static boolean namesPerson(Draft draft) {
        return draft.authors().stream().anyMatch(name -> PERSON.matcher(name).matches());
    }

    private String title(Draft draft) {
        String title = draft.title();
        boolean kazakh = draft.language().equals("kk");
        Matcher grade = CLASS.matcher(title);
        if (grade.find() && one(2)) {
            String word = grade.group(3).equals("класс") && one(2) ? "кл." : grade.group(3);
            title = grade.replaceFirst(grade.group(1) + (one(2) ? " " : "-") + word);
            title = one(4) ? title + (kazakh ? " : оқулық" : " : учебник") : title;
        }
        title = one(12) ? title.toUpperCase(Locale.ROOT) : title;
        title = one(8) ? title + " / " + String.join(", ", draft.authors()) : title;
        return one(10) ? slip(title) : title;
    }

    /** One letter of a long word left out or written twice. */
    private String slip(String title) {
        String[] words = title.split(" ");
        int which = random.nextInt(words.length);
        String word = words[which];
        if (word.length() < 6 || DIGITS.matcher(word).matches()) {
            return title;
        }
        int at = 2 + random.nextInt(word.length() - 4);
        words[which] = word.substring(0, at)
                + (one(2) ? "" : word.substring(at, at + 1).repeat(2))
                + word.substring(at + 1);
        return String.join(" ", words);
    }

    private String author(String name) {
        int comma = name.indexOf(',');
        if (comma < 0 || one(3)) {
            return name;
        }
        String surname = name.substring(0, comma);
        StringBuilder initials = new StringBuilder();
        for (String given : name.substring(comma + 1).strip().split("[ .]+")) {
            if (!given.isEmpty() && Character.isLetter(given.charAt(0)) && initials.length() < 6) {
                initials.append(given.charAt(0)).append('.').append(one(2) ? "" : " ");
            }
        }
        String shortened = initials.toString().strip();
        return shortened.isEmpty()
                ? name
                : one(3) ? shortened + " " + surname : surname + (one(2) ? ", " : " ") + shortened;
    }

    private static String flat(String text) {
        return swap(text, KAZAKH, RUSSIAN);
    }

    private static String latin(String text) {
        StringBuilder latin = new StringBuilder();
        for (char c : text.toCharArray()) {
            char lower = Character.toLowerCase(c);
            String letter = switch (lower) {
                case 'ж' -> "zh";
                case 'ч' -> "ch";
                case 'ш' -> "sh";
                case 'щ' -> "shch";
                case 'ц' -> "ts";
                case 'ю' -> "yu";
                case 'я' -> "ya";
                case 'ё' -> "yo";
                case 'ь', 'ъ' -> "";
                default -> swap(String.valueOf(lower), CYRILLIC, LATIN);
            };
            boolean capital = c != lower && !letter.isEmpty();
            latin.append(capital ? Character.toUpperCase(letter.charAt(0)) + letter.substring(1) : letter);
        }
        return latin.toString();
    }

    private static String swap(String text, String from, String to) {
        StringBuilder swapped = new StringBuilder();
        for (char c : text.toCharArray()) {
            int at = from.indexOf(c);
            swapped.append(at < 0 ? c : to.charAt(at));
        }
        return swapped.toString();
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }
}
