package kz.ortaq.harvesters.oai;

import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/**
 * Reads an answer to ListRecords, whatever it is. Each record comes out as it was sent, character for character; one
 * that is at fault is turned away alone. Thread-safe.
 */
final class PageReader {

    private static final int SHOWN = 300;

    private final String source;
    private final int longestRecord;

    PageReader(String source, int longestRecord) {
        this.source = source;
        this.longestRecord = longestRecord;
    }

    /** Reads one answer; {@code place} is what a person would call it: {@code page 2}. */
    Page read(String place, Answer answer) {
        String text = PageText.decode(answer.body(), answer.contentType());
        if (text.isBlank()) {
            Problem problem = problem(Reason.ANSWER_EMPTY, answer.place() + " (" + place + ")", "");
            return Page.without(Page.Shape.EMPTY, List.of(), List.of(problem));
        }
        Optional<OaiDocument> document = OaiDocument.in(text);
        if (document.isEmpty()) {
            return other(place, answer, text);
        }
        Page page = document(place, document.get().text(), document.get().firstLine());
        return page.shape() == Page.Shape.OTHER ? other(place, answer, text) : page;
    }

    private Page document(String place, String document, int firstLine) {
        int forbidden = XmlCharacters.firstForbidden(document, 0, document.length());
        if (forbidden >= 0) {
            return salvage(place, document, firstLine, XmlCharacters.name(document, forbidden, firstLine));
        }
        PageBuilder page = builder(place);
        try {
            boolean list = PageParser.parse(document, page);
            return page.build(list || page.hasErrors() ? Page.Shape.LIST : Page.Shape.OTHER);
        } catch (XMLStreamException e) {
            return salvage(place, document, firstLine, Xml.said(e, firstLine));
        }
    }

    private Page salvage(String place, String document, int firstLine, String why) {
        return PageSalvage.read(document, firstLine, why, builder(place));
    }

    private Page other(String place, Answer answer, String text) {
        String beginning = text.strip();
        beginning = beginning.substring(0, Math.min(SHOWN, beginning.length()));
        Problem problem = problem(Reason.NOT_OAI, answer.place() + " (" + place + ")", beginning);
        return Page.without(
                Page.Shape.OTHER, List.of(new HarvestPage.Rejected(problem, PageBuilder.kept(text), 0)), List.of());
    }

    private PageBuilder builder(String place) {
        return new PageBuilder(source, longestRecord, place);
    }

    private static Problem problem(Reason reason, String place, String value) {
        return new Problem(reason, Severity.ERROR, Stage.HARVEST, "", place, value);
    }
}
