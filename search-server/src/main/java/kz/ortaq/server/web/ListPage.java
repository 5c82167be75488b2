package kz.ortaq.server.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.Language;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.Library;
import kz.ortaq.server.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;

/** Prepares the page of a list that a library made, or its source gave. */
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
        return new Line(list.title(), written(list), address(page, list.id()));
    }

    Page page(Language language, String id, Map<String, Library> libraries) throws IOException, InterruptedException {
        Optional<CuratedList> found = catalogue.list(id);
        Library library = found.map(list -> libraries.get(list.library())).orElse(null);
        if (found.isEmpty() || library == null) {
            return messages.missing(language, "error.list.heading", "error.list.advice", other -> address(other, id));
        }
        CuratedList list = found.get();
        Words words = frames.words(language);
        List<ListView.Entry> entries =
                list.entries().stream().map(entry -> entry(entry, words)).toList();
        return new Page(
                200,
                "list.jte",
                new ListView(
                        frames.frame(language, list.title(), "", other -> address(other, id), true, ""),
                        new Line(list.title(), written(list), null),
                        new Line(library.name(language), null, LibraryPage.address(language, library.id())),
                        WebLinks.safe(list.address())
                                .map(address -> new Line(words.of("list.original"), null, address))
                                .orElse(null),
                        list.note(),
                        written(list),
                        entries),
                SECONDS);
    }

    private static @Nullable String written(CuratedList list) {
        return list.language().isEmpty() ? null : list.language();
    }

    /** What is in no library keeps what the list says of it, leads nowhere, and says so. */
    private static ListView.Entry entry(CuratedList.Entry entry, Words words) {
        if (!entry.work().isEmpty()) {
            Line work = new Line(entry.title(), null, HitViews.address(words.language(), entry.work()));
            return new ListView.Entry(work, entry.note(), "");
        }
        String written = entry.author().isEmpty() ? entry.title() : entry.author() + ". " + entry.title();
        return new ListView.Entry(new Line(written, null, null), entry.note(), words.of("list.unknown"));
    }
}
