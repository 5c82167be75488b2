package kz.ortaq.harvesters.oai;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A start tag found in text that may not be well-formed around it.
 *
 * @param name the name as written, prefix included
 * @param end the offset behind its {@code >}
 * @param namespaces what it declares, by prefix; the default one under the empty prefix
 */
record StartTag(String name, int end, Map<String, String> namespaces) {

    private static final Pattern DECLARATION = Pattern.compile(
            "\\sxmlns(?::([\\w.-]+))?\\s*=\\s*(?:\"([^\"<]*)\"|'([^'<]*)')", Pattern.UNICODE_CHARACTER_CLASS);

    private static final int LONGEST = 1 << 16;

    /** The tag that begins at {@code start}; empty when it does not end within reason. */
    static Optional<StartTag> at(String text, int start) {
        int end = start + 1;
        char quote = 0;
        for (; end < Math.min(text.length(), start + LONGEST); end++) {
            char c = text.charAt(end);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                String tag = text.substring(start, end + 1);
                return Optional.of(new StartTag(name(tag), end + 1, declarations(tag)));
            }
        }
        return Optional.empty();
    }

    private static String name(String tag) {
        int end = 1;
        while (end < tag.length() && !Character.isWhitespace(tag.charAt(end)) && "/>".indexOf(tag.charAt(end)) < 0) {
            end++;
        }
        return tag.substring(1, end);
    }

    private static Map<String, String> declarations(String tag) {
        Map<String, String> declarations = new LinkedHashMap<>();
        Matcher matcher = DECLARATION.matcher(tag);
        while (matcher.find()) {
            String prefix = matcher.group(1) == null ? "" : matcher.group(1);
            String namespace = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            declarations.put(prefix, Entities.decode(namespace));
        }
        return declarations;
    }
}
