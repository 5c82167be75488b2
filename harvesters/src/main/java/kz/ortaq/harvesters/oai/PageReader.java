package kz.ortaq.harvesters.oai;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;

/**
 * Reads an answer to ListRecords, whatever it is. Each record comes out as it was sent, character for character; one
 * that is at fault is turned away alone. Thread-safe.
 */
final class PageReader {

    private static final Pattern HTML = Pattern.compile("(?i)^\\s*+text/html");

    private final String source;
    private final int longestRecord;

    PageReader(String source, int longestRecord) {
        this.source = source;
        this.longestRecord = longestRecord;
    }

    /** Reads one answer; {@code place} is what a person would call it: {@code page 2}. */
    Page read(String place, Answer answer) {
        PageText decoded = PageText.of(answer.body(), answer.contentType());
        String text = decoded.text();
        if (text.isBlank()) {
            return Page.without(Page.Shape.EMPTY, List.of(), List.of(NoList.problem(place, answer, text)));
        }
        Optional<OaiDocument> document = OaiDocument.in(text);
        if (document.isEmpty()) {
            return other(place, answer, text);
        }
        Page page = document(place, decoded, document.get(), answer.contentType());
        return page.shape() == Page.Shape.OTHER ? other(place, answer, text) : page;
    }

    private Page document(String place, PageText decoded, OaiDocument document, String contentType) {
        String text = document.text();
        int firstLine = document.firstLine();
        Supplier<PageBuilder> builder = () -> builder(place, decoded, document, contentType);
        int forbidden = XmlCharacters.firstForbidden(text, 0, text.length());
        String why;
        if (!document.hasRoot()) {
            why = "<OAI-PMH>?";
        } else if (forbidden >= 0) {
            why = XmlCharacters.name(text, forbidden, firstLine);
        } else {
            PageBuilder page = builder.get();
            try {
                boolean list = PageParser.parse(text, page, new RecordMending(decoded, page));
                return page.build(list || page.hasErrors() ? Page.Shape.LIST : Page.Shape.OTHER);
            } catch (XMLStreamException e) {
                why = Xml.said(e, firstLine);
            }
        }
        PageBuilder page = builder.get();
        return PageSalvage.read(text, firstLine, why, page, new RecordMending(decoded, page));
    }

    /** Whatever it is, it is kept. */
    private static Page other(String place, Answer answer, String text) {
        Problem problem = NoList.problem(place, answer, text);
        return Page.without(
                Page.Shape.OTHER, List.of(new HarvestPage.Rejected(problem, PageBuilder.kept(text), 0)), List.of());
    }

    /** A page that knows already what was mended of it as a whole. */
    private PageBuilder builder(String place, PageText text, OaiDocument document, String contentType) {
        PageBuilder page = new PageBuilder(source, longestRecord, place);
        if (!text.mended().isEmpty()) {
            page.addProblem(Reason.CHARSET_MENDED, Severity.WARNING, text.mended());
        }
        if (!document.before().isEmpty()) {
            page.addProblem(Reason.PAGE_MENDED, Severity.WARNING, document.before());
        }
        if (HTML.matcher(contentType).find()) {
            page.sentAs(contentType);
        }
        return page;
    }
}
