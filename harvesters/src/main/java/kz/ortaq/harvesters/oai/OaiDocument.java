package kz.ortaq.harvesters.oai;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.harvesters.net.Answer;

/**
 * An OAI-PMH answer from its root element on. What stands before the root is never read: blank lines, warnings of PHP,
 * and with them any DOCTYPE.
 *
 * @param before what stands before the root and has no business there; empty where nothing does
 * @param firstLine the line of the answer on which the root stands
 */
record OaiDocument(String text, String before, int firstLine) {

    /** The root of an answer, in any namespace or none: several repositories leave the namespace out. */
    private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?OAI-PMH(?=[\\s>/])");

    private static final Pattern END = Pattern.compile("</(?:[\\w.-]+:)?OAI-PMH\\s*>");

    /** What may stand before the root, and behind it (XML 1.0, 2.8); a DOCTYPE is passed over with it. */
    private static final Pattern MISC = Pattern.compile(
            "(?:\\s++|<!--(?:[^-]|-(?!->)){0,10000}+-->|<\\?(?:[^?]|\\?(?!>)){0,2000}+\\?>|<!DOCTYPE[^>]{0,2000}+>){0,100}+");

    private static final Pattern ESCAPED = Pattern.compile("&lt;(?:[\\w.-]+:)?OAI-PMH(?=[\\s&/])");
    private static final String DECLARATION = "<?xml";
    private static final int HEAD = 8_192;

    /** The OAI-PMH answer in {@code text}; empty when there is none. */
    static Optional<OaiDocument> in(String text) {
        Matcher root = ROOT.matcher(text);
        if (root.find()) {
            String whole = text.substring(root.start());
            return Optional.of(new OaiDocument(
                    whole, strange(text.substring(0, root.start())), 1 + XmlCharacters.lines(text, 0, root.start())));
        }
        Matcher escaped = ESCAPED.matcher(text);
        if (escaped.find()) {
            // A script wrote the answer into a web page, or into a string, as text.
            String whole = Entities.decode(text.substring(escaped.start()));
            return Optional.of(
                    new OaiDocument(whole, "&lt;OAI-PMH", 1 + XmlCharacters.lines(text, 0, escaped.start())));
        }
        OptionalInt record = PageSalvage.firstRecord(text);
        if (record.isPresent()) {
            int start = record.getAsInt();
            return Optional.of(new OaiDocument(text.substring(start), "", 1 + XmlCharacters.lines(text, 0, start)));
        }
        return Optional.empty();
    }

    /** Whether it begins as an answer must; else it is records without anything around them. */
    boolean hasRoot() {
        return ROOT.matcher(text).lookingAt();
    }

    /** What of {@code text}, which stands before the root, may not stand there. */
    private static String strange(String text) {
        if (text.startsWith(DECLARATION)) {
            return outside(text);
        }
        int declaration = text.indexOf(DECLARATION);
        if (declaration < 0) {
            return outside(text);
        }
        // Before its declaration, not even a blank line may stand.
        String junk = text.substring(0, declaration).strip();
        return junk.isEmpty() ? "⏎" + DECLARATION : junk;
    }

    /** What of {@code text}, which stands outside the root, may not stand there; empty where all may. */
    static String outside(String text) {
        Matcher misc = MISC.matcher(text);
        return (misc.lookingAt() ? text.substring(misc.end()) : text).strip();
    }

    /** Whether an answer is in OAI-PMH, whatever its status says. */
    static boolean speaks(Answer answer) {
        byte[] body = answer.body();
        String head = new String(body, 0, Math.min(HEAD, body.length), StandardCharsets.ISO_8859_1);
        return ROOT.matcher(head).find();
    }

    /** The document in UTF-8, mended, without anything behind its root, for readers that are less patient than ours. */
    byte[] clean() {
        Matcher end = END.matcher(text);
        String whole = end.find() ? text.substring(0, end.end()) : text;
        if (!Xml.isSound(whole)) {
            Mended mended = new Mended();
            String read = ByteMending.mend(whole, StandardCharsets.UTF_8, mended);
            whole = MarkupMending.mend(read, Set.of(), mended).orElse(read);
        }
        return whole.getBytes(StandardCharsets.UTF_8);
    }
}
