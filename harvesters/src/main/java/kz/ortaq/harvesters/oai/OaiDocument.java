package kz.ortaq.harvesters.oai;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.harvesters.net.Answer;

/**
 * An OAI-PMH answer from its root element on. What stands before the root is never read: blank lines, warnings of PHP,
 * and with them any DOCTYPE.
 *
 * @param firstLine the line of the answer on which the root stands
 */
record OaiDocument(String text, int firstLine) {

    /** The root of an answer, in any namespace or none: several repositories leave the namespace out. */
    private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?OAI-PMH(?=[\\s>/])");

    private static final Pattern END = Pattern.compile("</(?:[\\w.-]+:)?OAI-PMH\\s*>");
    private static final int HEAD = 8_192;

    /** The OAI-PMH answer in {@code text}; empty when there is none. */
    static Optional<OaiDocument> in(String text) {
        Matcher root = ROOT.matcher(text);
        if (!root.find()) {
            return Optional.empty();
        }
        return Optional.of(
                new OaiDocument(text.substring(root.start()), 1 + XmlCharacters.lines(text, 0, root.start())));
    }

    /** Whether an answer is in OAI-PMH, whatever its status says. */
    static boolean speaks(Answer answer) {
        byte[] body = answer.body();
        String head = new String(body, 0, Math.min(HEAD, body.length), StandardCharsets.ISO_8859_1);
        return ROOT.matcher(head).find();
    }

    /** The document in UTF-8 without anything behind its root, for readers that are less patient than ours. */
    byte[] clean() {
        Matcher end = END.matcher(text);
        String whole = end.find() ? text.substring(0, end.end()) : text;
        return whole.getBytes(StandardCharsets.UTF_8);
    }
}
