package kz.ortaq.server.web;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
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

    /**
     * Says that there is nothing under an address.
     *
     * @param heading the text that says what there is not
     * @param advice the text that says what to do
     * @param address the same in another language
     */
    Page missing(Language language, String heading, String advice, Function<Language, String> address) {
        Words words = frames.words(language);
        String said = words.of(heading);
        MessageView view =
                new MessageView(frames.frame(language, said, "", address), said, words.of(advice), "", false);
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
