package kz.ortaq.server.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.ortaq.analysis.KazakhCollation;
import kz.ortaq.config.Language;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.records.Library;
import kz.ortaq.server.catalogue.Catalogue;
import kz.ortaq.server.catalogue.Nearness;
import kz.ortaq.server.catalogue.Reader;

/** Prepares the page of a library. */
final class LibraryPage {

    private static final int SECONDS = 300;
    private static final int MOST_BRANCHES = 100;
    private static final int MOST_LISTS = 50;

    private final Catalogue catalogue;
    private final Frames frames;
    private final FrontPage messages;

    LibraryPage(Catalogue catalogue, Frames frames, FrontPage messages) {
        this.catalogue = catalogue;
        this.frames = frames;
        this.messages = messages;
    }

    /** The address of a library’s page. */
    static String address(Language language, String id) {
        return "/" + language.code() + "/libraries/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @param note what the reader told and cannot be used, in words; empty where there is nothing */
    Page page(Language language, String id, Map<String, Library> libraries, Reader reader, String note) {
        Library library = libraries.get(id);
        if (library == null) {
            return messages.missing(
                    language, "error.library.heading", "error.library.advice", other -> address(other, id));
        }
        return new Page(
                200, "library.jte", view(language, library, libraries, reader, note), reader.isKnown() ? 0 : SECONDS);
    }

    private LibraryView view(
            Language language, Library library, Map<String, Library> libraries, Reader reader, String note) {
        Words words = frames.words(language);
        String name = library.name(language);
        List<Line> branches = libraries.values().stream()
                .filter(branch -> branch.standing().parent().equals(library.id()))
                .map(branch -> line(branch, language))
                .sorted(Comparator.comparing(Line::text, new KazakhCollation()))
                .toList();
        int shown = Math.min(branches.size(), MOST_BRANCHES);
        boolean own = reader.library().equals(library.id());
        NearForms forms = new NearForms(words, libraries);
        return new LibraryView(
                frames.frame(language, name, "", other -> address(other, library.id()), true, ""),
                library.id(),
                name,
                String.join(" · ", facts(library, words)),
                SearchAddress.of(language, "").with(Facet.LIBRARY, library.id()).toString(),
                details(library, libraries, words),
                catalogue.lists().ofLibrary(library.id()).stream()
                        .limit(MOST_LISTS)
                        .map(list -> ListPage.line(list, language))
                        .toList(),
                branches.subList(0, shown),
                shown == branches.size() ? "" : words.of("work.more", words.number(branches.size() - shown)),
                own,
                forms.form(catalogue.near(reader, libraries), address(language, library.id()), note));
    }

    private List<String> facts(Library library, Words words) {
        List<String> facts = new ArrayList<>();
        if (!library.kind().isEmpty()) {
            facts.add(words.libraryTerms().kind(library.kind(), words.language()));
        }
        String place = place(library, words);
        if (!place.isEmpty()) {
            facts.add(place);
        }
        return facts;
    }

    /** Where a library is, in words; what was written of its region where the place is not known. */
    static String place(Library library, Words words) {
        return Nearness.place(library, words.places())
                .map(place -> words.places().path(place, words.language()))
                .orElse(library.region());
    }

    private static List<WorkView.Fact> details(Library library, Map<String, Library> libraries, Words words) {
        Language language = words.language();
        Library.Standing standing = library.standing();
        Library parent = libraries.get(standing.parent());
        List<WorkView.Fact> details = new ArrayList<>();
        Stream.of(
                        fact(words, "library.kind", words.libraryTerms().kind(library.kind(), language)),
                        fact(words, "library.place", place(library, words)),
                        new WorkView.Fact(
                                words.of("library.parent"),
                                parent == null ? List.of() : List.of(line(parent, language))),
                        fact(
                                words,
                                "library.subordination",
                                words.libraryTerms().subordination(standing.subordination(), language)),
                        fact(words, "library.system", standing.system()),
                        fact(words, "library.bin", standing.bin()))
                .filter(fact -> !fact.values().isEmpty())
                .forEach(details::add);
        return details;
    }

    private static WorkView.Fact fact(Words words, String name, String value) {
        return new WorkView.Fact(words.of(name), value.isEmpty() ? List.of() : List.of(new Line(value, null, null)));
    }

    private static Line line(Library library, Language language) {
        return new Line(library.name(language), null, address(language, library.id()));
    }
}
