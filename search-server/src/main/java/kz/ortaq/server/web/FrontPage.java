package kz.ortaq.server.web;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import kz.ortaq.config.Language;

/** Prepares the front page and the pages that say that something is wrong. */
final class FrontPage {

    private static final int SECONDS = 300;

    private final Frames frames;
    private final Pages.Works works;

    FrontPage(Frames frames, Pages.Works works) {
        this.frames = frames;
        this.works = works;
    }

    Page page(Language language) throws IOException {
        Words words = frames.words(language);
        long count = works.count();
        List<Line> examples = Stream.of("front.example.1", "front.example.2", "front.example.3")
                .map(words::of)
                .map(query ->
                        new Line(query, null, SearchAddress.of(language, query).toString()))
                .toList();
        FrontView view = new FrontView(
                frames.frame(language, "", "", other -> "/" + other.code() + "/", true, ""),
                count == 0 ? "" : words.count("front.works", count),
                examples,
                SearchAddress.of(language, "").toString());
        return new Page(200, "front.jte", view, SECONDS);
    }

    /** Says that there is no work with this id. */
    Page missing(Language language, String id) {
        Words words = frames.words(language);
        String heading = words.of("error.missing.heading");
        Frame frame = frames.frame(language, heading, "", other -> HitViews.address(other, id));
        MessageView view = new MessageView(frame, heading, words.of("error.missing.advice"), "", false);
        return new Page(404, "message.jte", view, 0);
    }

    /** Says that there is no library with this id. */
    Page missingLibrary(Language language, String id) {
        Words words = frames.words(language);
        String heading = words.of("error.library.heading");
        Frame frame = frames.frame(language, heading, "", other -> LibraryPage.address(other, id));
        MessageView view = new MessageView(frame, heading, words.of("error.library.advice"), "", false);
        return new Page(404, "message.jte", view, 0);
    }

    /** Says that there is no list with this id. */
    Page missingList(Language language, String id) {
        Words words = frames.words(language);
        String heading = words.of("error.list.heading");
        Frame frame = frames.frame(language, heading, "", other -> ListPage.address(other, id));
        MessageView view = new MessageView(frame, heading, words.of("error.list.advice"), "", false);
        return new Page(404, "message.jte", view, 0);
    }

    /**
     * Says which part of an address cannot be used.
     *
     * @param technical whether {@code detail} is in English, whatever the page's language
     */
    Page wrong(Language language, String query, String detail, boolean technical) {
        Words words = frames.words(language);
        String heading = words.of("error.wrong.heading");
        Frame frame = frames.frame(
                language,
                heading,
                query,
                other -> SearchAddress.of(other, query).toString());
        MessageView view = new MessageView(frame, heading, words.of("error.wrong.advice"), detail, technical);
        return new Page(400, "message.jte", view, 0);
    }
}
