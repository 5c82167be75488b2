package kz.ortaq.harvesters.oai;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Mends the markup of one record, where it is certain what was meant: characters and references, {@code <} in text,
 * a prolog within the record, prefixes that nobody declares, HTML that is never closed. It reads the record once.
 */
final class MarkupMending {

    /** Elements of HTML that people leave open in descriptions; none of them is an element of a metadata format. */
    private static final Set<String> OF_HTML = Set.of(
            "a",
            "b",
            "big",
            "blockquote",
            "br",
            "center",
            "div",
            "em",
            "font",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "img",
            "li",
            "nobr",
            "ol",
            "p",
            "pre",
            "s",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
            "th",
            "tr",
            "tt",
            "u",
            "ul",
            "wbr");

    private final String text;
    private final Set<String> around;
    private final Mended mended;
    private final List<String> pieces = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();
    private final Deque<Open> opened = new ArrayDeque<>();
    private final Map<String, Integer> openNames = new HashMap<>();
    private final Map<String, Integer> prefixes = new HashMap<>();
    private final SequencedSet<String> undeclared = new LinkedHashSet<>();
    private final Set<String> absent = new HashSet<>();
    private boolean certain = true;

    /** An element whose end has not come yet; its start tag is {@code pieces.get(piece)}. */
    private record Open(String name, int piece, String written, Set<String> declared) {}

    private MarkupMending(String text, Set<String> around, Mended mended) {
        this.text = text;
        this.around = around;
        this.mended = mended;
    }

    /**
     * {@code record} mended; empty when it cannot be told what was meant.
     *
     * @param around the prefixes that are declared around the record
     */
    static Optional<String> mend(String record, Set<String> around, Mended mended) {
        return new MarkupMending(record, around, mended).mend();
    }

    private Optional<String> mend() {
        int at = 0;
        while (at < text.length()) {
            int tag = text.indexOf('<', at);
            characters(at, tag < 0 ? text.length() : tag);
            at = tag < 0 ? text.length() : markup(tag);
        }
        close();
        return certain && !pieces.isEmpty() ? Optional.of(joined()) : Optional.empty();
    }

    private void characters(int start, int end) {
        int from = start;
        // "]]>" may not stand in text (XML 1.0, 2.4).
        for (int at = text.indexOf("]]>", from, end); at >= 0; at = text.indexOf("]]>", from, end)) {
            CharacterMending.text(text, from, at, piece, mended);
            piece.append("]]&gt;");
            mended.note("]]>");
            from = at + 3;
        }
        CharacterMending.text(text, from, end, piece, mended);
    }

    /** Takes what begins with the {@code <} at {@code at}; gives the offset behind it. */
    private int markup(int at) {
        if (text.startsWith("<![CDATA[", at)) {
            return passage(at, "<![CDATA[", "]]>");
        }
        if (text.startsWith("<!--", at)) {
            return passage(at, "<!--", "-->");
        }
        if (text.startsWith("<?", at)) {
            return instruction(at);
        }
        if (text.startsWith("<!DOCTYPE", at)) {
            return dropped(at, find(">", at), "<!DOCTYPE>");
        }
        if (text.startsWith("</", at)) {
            int name = LooseTag.nameEnd(text, at + 2, text.length());
            int end = name;
            while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            if (name > at + 2 && end < text.length() && text.charAt(end) == '>') {
                end(text.substring(at + 2, name));
                return end + 1;
            }
            return character(at);
        }
        Optional<LooseTag> tag = LooseTag.at(text, at, text.length(), mended);
        if (tag.isEmpty()) {
            return character(at);
        }
        start(tag.get(), text.substring(at, tag.get().end()));
        return tag.get().end();
    }

    private int character(int at) {
        mended.note("<");
        piece.append("&lt;");
        return at + 1;
    }

    private int passage(int at, String begin, String endMark) {
        int end = find(endMark, at + begin.length());
        if (end < 0) {
            return character(at);
        }
        piece.append(begin);
        int start = piece.length();
        CharacterMending.literal(text, at + begin.length(), end, piece, mended);
        String inside = piece.substring(start);
        if (begin.equals("<!--") && (inside.contains("--") || inside.endsWith("-"))) {
            mended.note("<!-- -- -->"); // two hyphens may not stand in a comment (XML 1.0, 2.5)
            piece.replace(start, piece.length(), inside.replace('-', '='));
        }
        piece.append(endMark);
        return end + endMark.length();
    }

    private int instruction(int at) {
        int end = find("?>", at);
        if (end < 0) {
            return character(at);
        }
        String name = text.substring(at + 2, LooseTag.nameEnd(text, at + 2, end));
        if (name.isEmpty() || name.toLowerCase(Locale.ROOT).equals("xml")) {
            return dropped(at, end + 1, "<?" + name + "?>"); // only a document begins with it, not a record
        }
        piece.append("<?");
        CharacterMending.literal(text, at + 2, end, piece, mended);
        piece.append("?>");
        return end + 2;
    }

    /** Where {@code mark} stands next; what is not found once is not looked for again. */
    private int find(String mark, int from) {
        int at = absent.contains(mark) ? -1 : text.indexOf(mark, from);
        if (at < 0) {
            absent.add(mark);
        }
        return at;
    }

    private int dropped(int at, int last, String what) {
        if (last < 0) {
            return character(at);
        }
        mended.note(what);
        return last + 1;
    }

    private void start(LooseTag tag, String written) {
        Set<String> declared = tag.declared();
        declared.forEach(prefix -> prefixes.merge(prefix, 1, Integer::sum));
        for (String prefix : tag.used()) {
            if (!around.contains(prefix) && prefixes.getOrDefault(prefix, 0) == 0) {
                undeclared.add(prefix);
            }
        }
        pieces.add(piece.toString());
        piece.setLength(0);
        pieces.add(tag.sound(text, written, mended));
        if (tag.empty()) {
            declared.forEach(prefix -> prefixes.merge(prefix, -1, Integer::sum));
        } else {
            opened.push(new Open(tag.name(), pieces.size() - 1, written, declared));
            openNames.merge(tag.name(), 1, Integer::sum);
        }
    }

    private void end(String name) {
        if (openNames.getOrDefault(name, 0) > 0) {
            while (!opened.element().name().equals(name)) {
                unclosed(pop());
            }
            pop();
            piece.append("</").append(name).append('>');
        } else if (!opened.isEmpty() && isSpelling(name, opened.element().name())) {
            mended.note("</" + name + ">");
            piece.append("</").append(pop().name()).append('>');
        } else if (mayBeText(name)) {
            mended.note("</" + name + ">");
            piece.append("&lt;/").append(name).append('>');
        } else {
            certain = false;
        }
    }

    private Open pop() {
        Open last = opened.pop();
        openNames.merge(last.name(), -1, Integer::sum);
        last.declared().forEach(prefix -> prefixes.merge(prefix, -1, Integer::sum));
        return last;
    }

    /** A start tag without an end is text, where it cannot be one of a metadata format. */
    private void unclosed(Open open) {
        if (!mayBeText(open.name())) {
            certain = false;
            return;
        }
        StringBuilder shown = new StringBuilder("&lt;");
        CharacterMending.text(open.written(), 1, open.written().length(), shown, mended);
        pieces.set(open.piece(), shown.toString());
        mended.note("<" + open.name() + ">");
    }

    private static boolean mayBeText(String name) {
        return OF_HTML.contains(name.toLowerCase(Locale.ROOT)) || name.charAt(0) > 0x7F;
    }

    /** Whether an end tag is that of an element, but for its prefix or its capitals. */
    private static boolean isSpelling(String end, String start) {
        return local(end).equalsIgnoreCase(local(start));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /** Closes the record itself, where nothing but its end is missing. */
    private void close() {
        while (opened.size() > 1) {
            unclosed(pop());
        }
        if (!opened.isEmpty()) {
            mended.note("</" + opened.element().name() + ">");
            piece.append("</").append(pop().name()).append('>');
        }
        pieces.add(piece.toString());
    }

    private String joined() {
        StringBuilder declarations = new StringBuilder();
        for (String prefix : undeclared) {
            mended.note("xmlns:" + prefix);
            declarations.append(" xmlns:" + prefix + "=\"" + KnownNamespaces.ofPrefix(prefix) + '"');
        }
        StringBuilder whole = new StringBuilder(text.length() + 256);
        pieces.forEach(whole::append);
        return whole.insert(LooseTag.nameEnd(text, 1, text.length()), declarations)
                .toString();
    }
}
