package kz.ortaq.harvesters.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a feed into its items without parsing it, so that one bad item costs one item. A DOCTYPE is passed over: nothing
 * of it is read, and nothing that it defines is known.
 *
 * @param dialect what the root element says it is
 * @param root the qualified name of the root element
 * @param attributes what root and channel declare: namespaces, language and base
 * @param head the feed without its items: what it says of itself
 * @param items each from its start tag to its end tag
 * @param broken an item that the text ends in; empty where it does not
 * @param before what stood before the root and does not belong there; empty where nothing did
 * @param ended whether the root element is closed
 */
record FeedScan(
        Dialect dialect,
        String root,
        Map<String, String> attributes,
        String head,
        List<Item> items,
        String broken,
        String before,
        boolean ended) {

    private static final int MOST_ITEMS = 100_000;
    private static final int LONGEST_TAG = 1 << 16;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.:-]{0,100}+");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "\\s(xmlns(?::[\\w.-]{1,60}+)?|xml:lang|xml:base)\\s{0,20}+=\\s{0,20}+(?:\"([^\"<]{0,2000}+)\"|'([^'<]{0,2000}+)')");

    private static final Pattern BLANK_FIRST = Pattern.compile("\\s{1,10000}+<\\?xml");

    enum Dialect {
        RSS("item"),
        RDF("item"),
        ATOM("entry"),
        /** One entry of Atom without a feed around it. */
        ENTRY("entry");

        private final String item;

        Dialect(String item) {
            this.item = item;
        }
    }

    /** An item as it stands in the text. */
    record Item(String xml, int line) {}

    /** The parts of a feed; empty where the text is none. */
    static Optional<FeedScan> of(String text) {
        return new Scanner(text).scan();
    }

    private static final class Scanner {

        private final String text;
        private final List<Item> items = new ArrayList<>();
        private final StringBuilder head = new StringBuilder();
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private int line = 1;
        private int counted;

        Scanner(String text) {
            this.text = text;
        }

        Optional<FeedScan> scan() {
            int rootAt = -1;
            String root = "";
            Optional<Dialect> found = Optional.empty();
            // Warnings of a web program may stand before the feed, marked up as HTML; a page of HTML is another matter.
            for (int at = next(0); at >= 0 && at < LONGEST_TAG && found.isEmpty(); at = next(past(at))) {
                root = name(at + 1);
                rootAt = at;
                found = dialect(local(root));
                if (local(root).equalsIgnoreCase("html")) {
                    break;
                }
            }
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Dialect dialect = found.get();
            String before = before(rootAt);
            declare(rootAt);
            if (dialect == Dialect.ENTRY) {
                int end = endOf(rootAt, root);
                String broken = end < 0 ? text.substring(rootAt) : "";
                if (end > 0) {
                    items.add(new Item(text.substring(rootAt, end), line(rootAt)));
                }
                return Optional.of(
                        new FeedScan(dialect, root, attributes, "", List.copyOf(items), broken, before, end > 0));
            }
            return Optional.of(items(dialect, root, rootAt, before));
        }

        private FeedScan items(Dialect dialect, String root, int rootAt, String before) {
            int kept = rootAt;
            String broken = "";
            boolean ended = false;
            for (int at = next(rootAt + 1); at >= 0; ) {
                String name = name(at + 1);
                if (local(name).equals("channel")) {
                    declare(at);
                }
                if (text.startsWith("</" + root, at)) {
                    head.append(text, kept, Math.max(kept, at));
                    kept = text.length();
                    ended = true;
                    break;
                }
                if (!local(name).equals(dialect.item)) {
                    at = next(past(at));
                    continue;
                }
                head.append(text, kept, at);
                int end = endOf(at, name);
                if (end < 0 || items.size() == MOST_ITEMS) {
                    broken = text.substring(at);
                    kept = text.length();
                    break;
                }
                items.add(new Item(text.substring(at, end), line(at)));
                kept = end;
                at = next(end);
            }
            head.append(text, Math.min(kept, text.length()), text.length());
            return new FeedScan(dialect, root, attributes, head.toString(), List.copyOf(items), broken, before, ended);
        }

        /** Where the item ends that starts at {@code start}; where the next one starts when it is not closed; or -1. */
        private int endOf(int start, String name) {
            int gt = text.indexOf('>', start);
            if (gt > 0 && text.charAt(gt - 1) == '/') {
                return gt + 1;
            }
            for (int at = next(start + 1); at >= 0; at = next(past(at))) {
                if (text.startsWith("</" + name, at) && !namePart(at + 2 + name.length())) {
                    int end = text.indexOf('>', at);
                    return end < 0 ? -1 : end + 1;
                }
                if (name(at + 1).equals(name)) {
                    return at;
                }
            }
            return -1;
        }

        private boolean namePart(int at) {
            return at < text.length()
                    && (Character.isLetterOrDigit(text.charAt(at)) || "_.:-".indexOf(text.charAt(at)) >= 0);
        }

        /** The next {@code <} from {@code from} on; -1 where there is none. */
        private int next(int from) {
            return text.indexOf('<', from);
        }

        /** Where to look on after the markup at {@code at}: behind a comment, CDATA, instruction or DOCTYPE. */
        private int past(int at) {
            if (text.startsWith("<!--", at)) {
                return behind("-->", at + 4);
            }
            if (text.startsWith("<![CDATA[", at)) {
                return behind("]]>", at + 9);
            }
            if (text.startsWith("<?", at)) {
                return behind("?>", at + 2);
            }
            if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
                int end = text.indexOf('>', at);
                int subset = text.indexOf('[', at);
                return subset >= 0 && subset < end ? behind("]>", subset) : end < 0 ? text.length() : end + 1;
            }
            return at + 1;
        }

        private int behind(String end, int from) {
            int at = text.indexOf(end, from);
            return at < 0 ? text.length() : at + end.length();
        }

        private String name(int at) {
            Matcher name = NAME.matcher(text).region(at, Math.min(text.length(), at + 128));
            return name.lookingAt() ? name.group() : "";
        }

        private void declare(int at) {
            int end = text.indexOf('>', at);
            String tag = text.substring(at, end < 0 ? text.length() : end);
            Matcher attribute = ATTRIBUTE.matcher(tag.length() > LONGEST_TAG ? tag.substring(0, LONGEST_TAG) : tag);
            while (attribute.find()) {
                String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
                attributes.putIfAbsent(attribute.group(1), value);
            }
        }

        /** What stands before the root but is neither white space, declaration, comment nor DOCTYPE. */
        private String before(int rootAt) {
            StringBuilder before = new StringBuilder();
            for (int at = 0; at < rootAt; ) {
                int markup = text.indexOf('<', at);
                before.append(text, at, markup);
                at = past(markup);
                if (at == markup + 1 && markup < rootAt) {
                    before.append('<');
                }
            }
            String words = before.toString();
            // White space is only wrong in front of a declaration.
            return words.isBlank() ? (BLANK_FIRST.matcher(text).lookingAt() ? "␣" : "") : words.strip();
        }

        private int line(int at) {
            for (; counted < at; counted++) {
                if (text.charAt(counted) == '\n') {
                    line++;
                }
            }
            return line;
        }

        private static Optional<Dialect> dialect(String root) {
            return switch (root) {
                case "rss" -> Optional.of(Dialect.RSS);
                case "RDF" -> Optional.of(Dialect.RDF);
                case "feed" -> Optional.of(Dialect.ATOM);
                case "entry" -> Optional.of(Dialect.ENTRY);
                default -> Optional.empty();
            };
        }

        private static String local(String name) {
            return name.substring(name.indexOf(':') + 1);
        }
    }
}
