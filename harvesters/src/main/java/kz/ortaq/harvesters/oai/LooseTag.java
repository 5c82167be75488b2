package kz.ortaq.harvesters.oai;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * A start tag as people write it: attributes may lack their quotation marks, stand twice, and hold what XML forbids.
 *
 * @param attributes values as written, by name as written; the first where one stands twice
 * @param loose whether it must be written anew to be XML
 * @param end the offset behind its {@code >}
 */
record LooseTag(String name, SequencedSet<Attribute> attributes, boolean empty, boolean loose, int end) {

    private static final int LONGEST = 1 << 14;

    /** An attribute, its value between {@code start} and {@code end} of the text. */
    record Attribute(String name, int start, int end) {}

    /** The tag that begins at {@code at}; empty when no tag does, so that its {@code <} is but a character. */
    static Optional<LooseTag> at(String text, int at, int limit, Mended mended) {
        return new Reader(text, at + 1, Math.min(limit, at + LONGEST), mended).tag();
    }

    /** The offset behind the name that begins at {@code at}; the same offset when none does. */
    static int nameEnd(String text, int at, int limit) {
        int i = at;
        while (i < limit && isNamed(text.charAt(i), i == at)) {
            i++;
        }
        return i;
    }

    private static boolean isNamed(char c, boolean first) {
        return Character.isLetter(c)
                || c == '_'
                || (!first && (Character.isDigit(c) || c == '.' || c == '-' || c == ':'));
    }

    /** The namespaces that it declares, by prefix; the default one under the empty prefix. */
    Set<String> declared() {
        Set<String> prefixes = new LinkedHashSet<>();
        for (Attribute attribute : attributes) {
            if (attribute.name().equals("xmlns")) {
                prefixes.add("");
            } else if (attribute.name().startsWith("xmlns:")) {
                prefixes.add(attribute.name().substring("xmlns:".length()));
            }
        }
        return prefixes;
    }

    /** The prefixes that it uses, those of XML itself left out. */
    Set<String> used() {
        Set<String> prefixes = new LinkedHashSet<>();
        add(prefixes, name);
        attributes.forEach(attribute -> add(prefixes, attribute.name()));
        prefixes.remove("xml");
        prefixes.remove("xmlns");
        return prefixes;
    }

    private static void add(Set<String> prefixes, String name) {
        int colon = name.indexOf(':');
        if (colon > 0) {
            prefixes.add(name.substring(0, colon));
        }
    }

    /** The tag in sound XML; as {@code written} where it is that. */
    String sound(String text, String written, Mended mended) {
        boolean same = !loose;
        StringBuilder sound = new StringBuilder("<").append(name);
        for (Attribute attribute : attributes) {
            StringBuilder value = new StringBuilder();
            CharacterMending.text(text, attribute.start(), attribute.end(), value, mended);
            if (value.indexOf("<") >= 0) {
                mended.note("<");
            }
            String sent = text.substring(attribute.start(), attribute.end());
            String whole = value.toString().replace("<", "&lt;");
            same = same && whole.equals(sent);
            String escaped = whole.replace("\"", "&quot;");
            sound.append(' ')
                    .append(attribute.name())
                    .append("=\"")
                    .append(escaped)
                    .append('"');
        }
        return same ? written : sound.append(empty ? "/>" : ">").toString();
    }

    private static final class Reader {
        private final String text;
        private final int limit;
        private final Mended mended;
        private final Map<String, Attribute> attributes = new LinkedHashMap<>();
        private boolean loose;
        private int at;

        Reader(String text, int at, int limit, Mended mended) {
            this.text = text;
            this.at = at;
            this.limit = limit;
            this.mended = mended;
        }

        Optional<LooseTag> tag() {
            String name = name();
            while (!name.isEmpty() && at < limit) {
                skipSpace();
                if (looking(">")) {
                    return Optional.of(new LooseTag(name, attributes(), false, loose, at + 1));
                }
                if (looking("/>")) {
                    return Optional.of(new LooseTag(name, attributes(), true, loose, at + 2));
                }
                if (!attribute()) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }

        private SequencedSet<Attribute> attributes() {
            return new LinkedHashSet<>(attributes.values());
        }

        private String name() {
            int start = at;
            at = nameEnd(text, at, limit);
            return text.substring(start, at);
        }

        private void skipSpace() {
            while (at < limit && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private boolean looking(String what) {
            return at + what.length() <= limit && text.startsWith(what, at);
        }

        private boolean attribute() {
            String name = name();
            skipSpace();
            if (name.isEmpty() || !looking("=")) {
                return false;
            }
            at++;
            skipSpace();
            if (at >= limit) {
                return false;
            }
            char quote = text.charAt(at);
            int start = quote == '"' || quote == '\'' ? at + 1 : at;
            int end = start > at ? text.indexOf(quote, start, limit) : unquotedEnd(start);
            if (end < 0) {
                return false;
            }
            if (attributes.putIfAbsent(name, new Attribute(name, start, end)) != null) {
                mended.note(name + "=… " + name + "=…");
                loose = true;
            }
            if (start == at) {
                mended.note(name + "=" + text.substring(start, Math.min(end, start + 20)));
                loose = true;
            }
            at = start > at ? end + 1 : end;
            return true;
        }

        private int unquotedEnd(int start) {
            int end = start;
            while (end < limit && !Character.isWhitespace(text.charAt(end)) && "<>".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            return end;
        }
    }
}
