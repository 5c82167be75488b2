package kz.ortaq.server.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Language;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.engine.query.WorkSummary;
import kz.ortaq.records.Library;
import kz.ortaq.server.catalogue.DocumentLinks;
import org.jspecify.annotations.Nullable;

/** Prepares results, each as long as a reader needs to judge it. */
final class HitViews {

    private static final int TITLE = 240;
    private static final int CONTRIBUTORS = 160;
    private static final int PART_OF = 200;
    private static final int DESCRIPTION = 240;
    private static final int PASSAGE = 320;
    private static final int DOCUMENT = 100;
    private static final int LIBRARIES = 3;
    private static final String BETWEEN = " · ";

    private final Words words;
    private final Map<String, Library> libraries;

    HitViews(Words words, Map<String, Library> libraries) {
        this.words = words;
        this.libraries = libraries;
    }

    HitView hit(SearchResult.Hit hit) {
        WorkSummary work = hit.work();
        HitView.@Nullable PageView page = page(work, hit.page());
        String description = hit.highlights().getOrDefault("description", "");
        return new HitView(
                address(words.language(), work.id()),
                TextLanguage.of(work.languages(), words.language()),
                pieces(hit, "title", work.title(), TITLE),
                facts(words, work.kind(), work.year(), work.languages()),
                pieces(hit, "contributors", String.join("; ", work.contributors()), CONTRIBUTORS),
                Excerpt.shorten(work.partOf(), PART_OF),
                // A passage of the text tells more than a description without any of the words.
                page != null && description.isEmpty()
                        ? List.of()
                        : pieces(hit, "description", work.description(), DESCRIPTION),
                page,
                libraryNames(work.libraries(), work.held()),
                work.access().isEmpty() ? "" : words.value(Facet.ACCESS, work.access()),
                work.access().equals("open"));
    }

    /** Kind, year and languages in one line. */
    static String facts(Words words, String kind, int year, List<String> languages) {
        List<String> facts = new ArrayList<>();
        facts.add(words.value(Facet.KIND, kind));
        if (year != 0) {
            facts.add(String.valueOf(year));
        }
        if (!languages.isEmpty()) {
            facts.add(String.join(
                    ", ", languages.stream().map(words::languageName).toList()));
        }
        return String.join(BETWEEN, facts);
    }

    /** The address of a work's page. */
    static String address(Language language, String work) {
        return "/" + language.code() + "/works/" + URLEncoder.encode(work, StandardCharsets.UTF_8);
    }

    private static List<Piece> pieces(SearchResult.Hit hit, String part, String text, int most) {
        String html = hit.highlights().getOrDefault(part, "");
        if (!html.isEmpty()) {
            return Excerpt.highlighted(html, most);
        }
        return text.isEmpty() ? List.of() : Excerpt.plain(text, most);
    }

    private HitView.@Nullable PageView page(WorkSummary work, SearchResult.@Nullable PageHit page) {
        if (page == null || page.passage().isEmpty()) {
            return null;
        }
        return new HitView.PageView(
                Excerpt.shorten(page.document(), DOCUMENT),
                place(page),
                DocumentLinks.of(work, page),
                Excerpt.highlighted(page.passage(), PASSAGE));
    }

    /** “page 34”, “chapter 3: Title”; of a document in an archive what it is called, too. */
    private String place(SearchResult.PageHit page) {
        String label = Excerpt.shorten(page.label(), DOCUMENT);
        String number = words.number(page.number());
        String place = switch (page.kind()) {
            case "page" -> words.of("results.page", number);
            case "chapter" -> words.of("results.chapter", number);
            case "slide" -> words.of("results.slide", number);
            case "sheet" -> words.of("results.sheet", number);
            default -> "";
        };
        if (place.isEmpty()) {
            return label;
        }
        return label.isEmpty() ? place : place + ": " + label;
    }

    private List<String> libraryNames(List<String> ids, int held) {
        List<String> names = new ArrayList<>();
        for (String id : ids.subList(0, Math.min(ids.size(), LIBRARIES))) {
            Library library = libraries.get(id);
            names.add(library == null ? id : library.name(words.language()));
        }
        if (held > names.size()) {
            names.add(words.of("work.more", words.number(held - names.size())));
        }
        return names;
    }
}
