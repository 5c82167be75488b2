package kz.ortaq.server.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.Language;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.Library;
import kz.ortaq.server.catalogue.Catalogue;

/** Prepares the page of a list that a library made. */
final class ListPage {

    private static final int SECONDS = 300;

    private final Catalogue catalogue;
    private final Frames frames;
    private final FrontPage messages;

    ListPage(Catalogue catalogue, Frames frames, FrontPage messages) {
        this.catalogue = catalogue;
        this.frames = frames;
        this.messages = messages;
    }

    static String address(Language language, String id) {
        return "/" + language.code() + "/lists/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** A list as a line that leads to it. */
    static Line line(CuratedList list, Language page) {
        return new Line(list.title(), list.language(), address(page, list.id()));
    }

    Page page(Language language, String id, Map<String, Library> libraries) {
        Optional<CuratedList> found = catalogue.lists().list(id);
        Library library = found.map(list -> libraries.get(list.library())).orElse(null);
        if (found.isEmpty() || library == null) {
            return messages.missing(language, "error.list.heading", "error.list.advice", other -> address(other, id));
        }
        CuratedList list = found.get();
        List<ListView.Entry> entries =
                list.entries().stream().map(entry -> entry(entry, language)).toList();
        return new Page(
                200,
                "list.jte",
                new ListView(
                        frames.frame(language, list.title(), "", other -> address(other, id), true, ""),
                        new Line(list.title(), list.language(), null),
                        new Line(library.name(language), null, LibraryPage.address(language, library.id())),
                        list.note(),
                        list.language(),
                        entries),
                SECONDS);
    }

    /** A work that is no more keeps its title, and leads nowhere. */
    private ListView.Entry entry(CuratedList.Entry entry, Language language) {
        String address = catalogue
                .leadsTo(entry.work())
                .map(work -> HitViews.address(language, work))
                .orElse(null);
        return new ListView.Entry(new Line(entry.title(), null, address), entry.note());
    }
}
