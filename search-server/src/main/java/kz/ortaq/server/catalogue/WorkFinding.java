package kz.ortaq.server.catalogue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.ortaq.engine.query.Numbers;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.engine.query.WorkSummary;
import kz.ortaq.engine.values.PersonName;

/** Finds the one work that somebody names by an ISBN, a title, or an author and a title. Nothing is guessed. */
public final class WorkFinding {

    private static final int CANDIDATES = 5;
    private static final int LONGEST_NAME = 5;
    private static final Pattern ISBN = Pattern.compile("97[89]\\d{10}");
    private static final Pattern SUBTITLE = Pattern.compile("\\s*[:/;]\\s|\\. ");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Catalogue.Searcher searcher;
    private final SearchParameters parameters;

    public WorkFinding(Catalogue.Searcher searcher, SearchParameters parameters) {
        this.searcher = searcher;
        this.parameters = parameters;
    }

    /**
     * What was found.
     *
     * @param fitting the works that fit: one, where it is certain
     * @param hits the first works that the words find
     */
    public record Found(List<WorkSummary> fitting, List<WorkSummary> hits) {}

    /** The thirteen digits of what is an ISBN and nothing else. */
    static Optional<String> isbn(String asked) {
        return Numbers.key(asked).filter(number -> ISBN.matcher(number).matches());
    }

    /** The works that are called so, with their author or without, or without their subtitle; or that have that number. */
    public Found byWords(String asked) throws IOException {
        List<WorkSummary> hits = search(asked);
        if (hits.size() == 1 && isbn(asked).isPresent()) {
            return new Found(hits, hits);
        }
        List<WorkSummary> called =
                hits.stream().filter(work -> isCalled(work, "", asked)).toList();
        String plain = plain(asked);
        return new Found(
                called.isEmpty()
                        ? hits.stream()
                                .filter(work -> plain(SUBTITLE.split(work.title(), 2)[0])
                                        .equals(plain))
                                .toList()
                        : called,
                hits);
    }

    /** The works that are called so, and are by that author where one is named. */
    public List<WorkSummary> byTitle(String author, String title) throws IOException {
        List<WorkSummary> called = search((author + " " + title).strip()).stream()
                .filter(work -> isCalled(work, author, title))
                .toList();
        return called.isEmpty() && !author.isBlank()
                ? search(title).stream()
                        .filter(work -> isCalled(work, author, title))
                        .toList()
                : called;
    }

    /** The first works that the words find. */
    List<WorkSummary> first(String asked) throws IOException {
        return search(asked);
    }

    private List<WorkSummary> search(String asked) throws IOException {
        Map<String, List<String>> given = Map.of("q", List.of(asked), "size", List.of(String.valueOf(CANDIDATES)));
        try {
            return searcher.search(parameters.read(given)).hits().stream()
                    .map(SearchResult.Hit::work)
                    .toList();
        } catch (SearchParameters.Wrong e) {
            return List.of();
        }
    }

    /** Whether that is the title of a work, or its author and title; beside an author, its title without the subtitle. */
    private static boolean isCalled(WorkSummary work, String author, String asked) {
        String plain = plain(asked);
        List<String> titles = Stream.concat(Stream.of(work.title()), work.otherTitles().stream())
                .toList();
        if (author.isBlank()) {
            return titles.stream().map(WorkFinding::plain).anyMatch(plain::equals)
                    || isAuthorAndTitle(work, titles, asked);
        }
        return isBy(work, author)
                && titles.stream()
                        .anyMatch(title -> plain.equals(plain(title))
                                || plain(SUBTITLE.split(asked, 2)[0]).equals(plain(SUBTITLE.split(title, 2)[0])));
    }

    /** «Есенберлин И. Көшпенділер», «Мұхтар Әуезов Абай жолы»: some words are an author of the work, the rest its title. */
    private static boolean isAuthorAndTitle(WorkSummary work, List<String> titles, String asked) {
        List<String> words = List.of(asked.strip().split("\\s+"));
        for (int author = 1; author < Math.min(words.size(), LONGEST_NAME + 1); author++) {
            String rest = plain(String.join(" ", words.subList(author, words.size())));
            if (titles.stream().map(WorkFinding::plain).anyMatch(rest::equals)
                    && isBy(work, String.join(" ", words.subList(0, author)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBy(WorkSummary work, String author) {
        PersonName named = PersonName.parse(author);
        return work.contributors().stream()
                .anyMatch(name -> PersonName.parse(name).matches(named) != PersonName.Match.NO);
    }

    private static String plain(String text) {
        return SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
