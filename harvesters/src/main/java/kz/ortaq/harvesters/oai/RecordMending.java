package kz.ortaq.harvesters.oai;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import kz.ortaq.records.Bytes;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Takes the records of one page, each as it was sent; one that is not sound is mended where it is certain what was
 * meant, and kept beside what was sent.
 */
final class RecordMending {

    private static final Pattern IDENTIFIER =
            Pattern.compile("<(?:[\\w.-]+:)?identifier\\s*>([^<]{1,1000}+)</(?:[\\w.-]+:)?identifier");

    private final PageText text;
    private final PageBuilder page;

    RecordMending(PageText text, PageBuilder page) {
        this.text = text;
        this.page = page;
    }

    /** Takes a record that is well-formed where it stands; {@code own} are the prefixes that its start tag declares. */
    void take(RecordParts parts, String fragment, Payload around, Set<String> own) {
        if (parts.isWrapped() || parts.isNameless() || isReadAnew(fragment)) {
            mend(fragment, around, 0);
        } else {
            page.add(parts, fragment, around.alone(fragment, own));
        }
    }

    /**
     * Takes a record that may not be well-formed.
     *
     * @param line the line on which it begins; 0 when nobody counted
     */
    void mend(String fragment, Payload around, int line) {
        new Attempt(fragment, around, line).run();
    }

    /** One record on its way: read, mended where it cannot be, and read again, each way of mending tried but once. */
    private final class Attempt {
        private final String fragment;
        private final Payload around;
        private final int line;
        private final Mended mended = new Mended();
        private String record;
        private String why = "";
        private boolean marked;
        private boolean unwrapped;
        private boolean named;

        Attempt(String fragment, Payload around, int line) {
            this.fragment = fragment;
            this.around = around;
            this.line = line;
            boolean tooLong = fragment.length() > page.longestRecord();
            this.record = tooLong ? fragment : ByteMending.mend(fragment, text.charset(), mended);
            this.marked = tooLong;
            this.unwrapped = tooLong;
            this.named = tooLong;
        }

        void run() {
            Optional<String> better = Optional.of(record);
            while (better.isPresent()) {
                record = better.get();
                Set<String> own = StartTag.at(record, 0)
                        .map(tag -> tag.namespaces().keySet())
                        .orElse(Set.of());
                String alone = around.alone(record, own);
                try {
                    RecordParts parts = parts(record, alone, line);
                    better = metadata(parts);
                    if (better.isEmpty()) {
                        add(parts, alone);
                    }
                } catch (XMLStreamException e) {
                    why = why.isEmpty() ? Xml.said(e, Math.max(line, 1)) : why;
                    better = markup();
                    if (better.isEmpty()) {
                        page.addBroken(identifier(fragment), why, fragment);
                    }
                }
            }
        }

        /** The record with its metadata mended; empty when there is nothing to mend in it. */
        private Optional<String> metadata(RecordParts parts) {
            if (!unwrapped && parts.isWrapped()) {
                unwrapped = true;
                marked = false;
                return noted(MetadataMending.unwrap(record), "<metadata>&lt;…");
            }
            if (!named && parts.isNameless()) {
                named = true;
                return noted(MetadataMending.name(record), "xmlns");
            }
            return Optional.empty();
        }

        private Optional<String> markup() {
            if (marked) {
                return Optional.empty();
            }
            marked = true;
            return MarkupMending.mend(record, around.prefixes(), mended);
        }

        private Optional<String> noted(Optional<String> better, String kind) {
            better.ifPresent(found -> mended.note(kind));
            return better;
        }

        private void add(RecordParts parts, String alone) {
            if (mended.isEmpty() && !isReadAnew(fragment)) {
                page.add(parts, fragment, alone);
            } else {
                page.addMended(parts, fragment, alone, Bytes.of(text.bytes(fragment)), mended.toString(), line);
            }
        }
    }

    /** Whether the page's charset was found out, and had a part in this record. */
    private boolean isReadAnew(String fragment) {
        return !text.mended().isEmpty()
                && !text.charset().equals(StandardCharsets.UTF_8)
                && fragment.chars().anyMatch(c -> c > 0x7F);
    }

    private static RecordParts parts(String record, String alone, int line) throws XMLStreamException {
        int forbidden = XmlCharacters.firstForbidden(record, 0, record.length());
        if (forbidden >= 0) {
            throw new XMLStreamException(XmlCharacters.name(record, forbidden, line));
        }
        XMLStreamReader2 reader = Xml.reader(alone);
        try {
            reader.next();
            RecordParts parts = RecordParts.read(reader);
            while (reader.hasNext()) {
                reader.next(); // nothing but comments may follow the record
            }
            return parts;
        } finally {
            reader.close();
        }
    }

    /** The identifier of a record that may not be well-formed; empty when it has none. */
    static String identifier(String fragment) {
        Matcher identifier = IDENTIFIER.matcher(fragment);
        return identifier.find()
                ? XmlCharacters.whole(Entities.decode(identifier.group(1)).strip())
                : "";
    }
}
