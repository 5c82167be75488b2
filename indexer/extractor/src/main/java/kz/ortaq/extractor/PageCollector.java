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
    private static final int LONGEST_LABEL = 200;
    private static final Set<String> NOT_TEXT = Set.of("script", "style");

    private final Marks marks;
    private final int limit;
    private final List<Answer.Page> pages = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private String label = "";
    // How high the heading is that the label comes from, and where in the text the one at hand begins.
    private int labelLevel;
    private int heading;
    private int begun;
    private int characters;
    private int depth;
    private int body;
    private int bodyDepth;
    private int notText;
    private boolean cut;
    private boolean ended;

    /**
     * @param marks what the parser marks pages with
     * @param limit how many characters are kept, blanks included
     */
    PageCollector(Marks marks, int limit) {
        this.marks = marks;
        this.limit = limit;
    }

    /** Ends the page at hand, and begins the next. */
    void beginPage() throws SAXException {
        if (begun > 0) {
            endPage();
        }
        if (++begun > MOST_PAGES) {
            stop();
        }
    }

    /** The pages collected so far, the one at hand included; pages without text keep their numbers. */
    List<Answer.Page> pages() {
        boolean last = begun > pages.size() || text.chars().anyMatch(c -> !Character.isWhitespace(c));
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
            bodyDepth = depth;
        } else if (NOT_TEXT.contains(name)) {
            notText++;
        } else if (marks.begins(name, attributes.getValue("class"), depth - bodyDepth)) {
            beginPage();
        } else if (level(name) > 0) {
            heading = text.length();
        }
    }

    @Override
    public void endElement(String uri, String name, String qualifiedName) {
        depth--;
        if (name.equals("body")) {
            body--;
        } else if (NOT_TEXT.contains(name)) {
            notText--;
        } else if (level(name) > 0 && marks.labelled() && (labelLevel == 0 || level(name) < labelLevel)) {
            label(text.substring(Math.min(heading, text.length())));
            labelLevel = label.isEmpty() ? 0 : level(name);
        }
    }

    /** Names the page at hand. */
    void label(String name) {
        String tidy = TidyText.of(name).replace('\n', ' ');
        label = tidy.codePointCount(0, tidy.length()) <= LONGEST_LABEL
                ? tidy
                : tidy.substring(0, tidy.offsetByCodePoints(0, LONGEST_LABEL));
    }

    /** 1 for a heading of the highest level, 2 and 3 for those below; 0 for what is no such heading. */
    private static int level(String name) {
        return switch (name) {
            case "h1" -> 1;
            case "h2" -> 2;
            case "h3" -> 3;
            default -> 0;
        };
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
        String tidy = TidyText.of(raw);
        String how = tidy.isEmpty() ? "none" : "text";
        pages.add(new Answer.Page(pages.size() + 1, how, TextQuality.of(raw), tidy, marks.kind(), label));
        label = "";
        labelLevel = 0;
    }
}
