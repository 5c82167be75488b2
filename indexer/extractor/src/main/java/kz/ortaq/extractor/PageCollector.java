package kz.ortaq.extractor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.tika.exception.WriteLimitReachedException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Collects the body text of a parsed document page by page, and stops the parser when it has enough.
 *
 * <p>A page runs from its mark to the next mark; what stands before the first mark belongs to the first page.
 */
final class PageCollector extends DefaultHandler {

    // Far beyond any book; bounds what a file of empty pages can fill memory with.
    private static final int MOST_PAGES = 100_000;
    private static final int DEEPEST = 5_000;
    private static final Set<String> NOT_TEXT = Set.of("script", "style");

    private final String mark;
    private final int limit;
    private final List<Answer.Page> pages = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private int marks;
    private int characters;
    private int depth;
    private int body;
    private int notText;
    private boolean cut;
    private boolean ended;

    /**
     * @param mark the class of the {@code div} that a page begins with; empty when there is none
     * @param limit how many characters are kept, blanks included
     */
    PageCollector(String mark, int limit) {
        this.mark = mark;
        this.limit = limit;
    }

    /** Ends the page at hand, and begins the next. */
    void beginPage() throws SAXException {
        if (marks > 0) {
            endPage();
        }
        if (++marks > MOST_PAGES) {
            stop();
        }
    }

    /** The pages collected so far, the one at hand included; pages without text keep their numbers. */
    List<Answer.Page> pages() {
        boolean last = marks > pages.size() || !text.toString().isBlank();
        if (last) {
            endPage();
        }
        return List.copyOf(pages);
    }

    /** Whether there was more text than is kept. */
    boolean cut() {
        return cut;
    }

    /** Whether the parser reached the document's end. */
    boolean ended() {
        return ended;
    }

    @Override
    public void startElement(String uri, String name, String qualifiedName, Attributes attributes) throws SAXException {
        if (++depth > DEEPEST) {
            throw new SAXException("nested more than " + DEEPEST + " deep");
        }
        if (name.equals("body")) {
            body++;
        } else if (NOT_TEXT.contains(name)) {
            notText++;
        } else if (!mark.isEmpty() && mark.equals(attributes.getValue("class"))) {
            beginPage();
        }
    }

    @Override
    public void endElement(String uri, String name, String qualifiedName) {
        depth--;
        if (name.equals("body")) {
            body--;
        } else if (NOT_TEXT.contains(name)) {
            notText--;
        }
    }

    @Override
    public void characters(char[] some, int from, int length) throws SAXException {
        if (body == 0 || notText > 0) {
            return;
        }
        int kept = Math.min(length, limit - characters);
        text.append(some, from, kept);
        characters += kept;
        if (kept < length) {
            stop();
        }
    }

    @Override
    public void ignorableWhitespace(char[] some, int from, int length) throws SAXException {
        characters(some, from, length);
    }

    @Override
    public void endDocument() {
        ended = true;
    }

    private void stop() throws SAXException {
        cut = true;
        throw new WriteLimitReachedException(limit);
    }

    private void endPage() {
        String raw = text.toString();
        text = new StringBuilder();
        pages.add(new Answer.Page(pages.size() + 1, "text", TextQuality.of(raw), TidyText.of(raw)));
    }
}
