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
        if (parts.isWrapped() || parts.isNameless() || isMended(fragment)) {
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
        Mended mended = new Mended();
        boolean takesTooMuch = fragment.length() > page.longestRecord();
        String record = takesTooMuch ? fragment : ByteMending.mend(fragment, text.charset(), mended);
        String why = "";
        boolean marked = takesTooMuch;
        boolean unwrapped = takesTooMuch;
        boolean named = takesTooMuch;
        while (true) {
            Set<String> own =
                    StartTag.at(record, 0).map(tag -> tag.namespaces().keySet()).orElse(Set.of());
            String alone = around.alone(record, own);
            Optional<String> better = Optional.empty();
            try {
                RecordParts parts = parts(record, alone, line);
                if (!unwrapped && parts.isWrapped()) {
                    unwrapped = true;
                    marked = false;
                    better = noted(MetadataMending.unwrap(record), "<metadata>&lt;…", mended);
                } else if (!named && parts.isNameless()) {
                    named = true;
                    better = noted(MetadataMending.name(record), "xmlns", mended);
                }
                if (better.isEmpty()) {
                    add(parts, fragment, alone, mended, line);
                    return;
                }
            } catch (XMLStreamException e) {
                why = why.isEmpty() ? Xml.said(e, Math.max(line, 1)) : why;
                better = marked ? Optional.empty() : MarkupMending.mend(record, around.prefixes(), mended);
                marked = true;
                if (better.isEmpty()) {
                    page.addBroken(identifier(fragment), why, fragment);
                    return;
                }
            }
            record = better.get();
        }
    }

    private void add(RecordParts parts, String fragment, String alone, Mended mended, int line) {
        if (!mended.isEmpty()) {
            page.addMended(parts, fragment, alone, Bytes.of(text.bytes(fragment)), mended.toString(), line);
        } else if (isMended(fragment)) {
            page.addMended(parts, fragment, alone, Bytes.of(text.bytes(fragment)), "", line);
        } else {
            page.add(parts, fragment, alone);
        }
    }

    /** Whether the page's charset was found out, and had a part in this record. */
    private boolean isMended(String fragment) {
        return !text.mended().isEmpty()
                && !text.charset().equals(StandardCharsets.UTF_8)
                && fragment.chars().anyMatch(c -> c > 0x7F);
    }

    private static Optional<String> noted(Optional<String> better, String kind, Mended mended) {
        better.ifPresent(record -> mended.note(kind));
        return better;
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
        return identifier.find() ? Entities.decode(identifier.group(1)).strip() : "";
    }
}
