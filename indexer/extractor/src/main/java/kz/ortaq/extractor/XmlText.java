package kz.ortaq.extractor;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.ortaq.letters.Letters;

/**
 * XML as it comes from anywhere: read as a stream, without document type, without entities from outside, in the charset
 * that its bytes are in, whatever they declare.
 */
final class XmlText {

    private static final int LOOK = 1 << 16;
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");
    private static final XMLInputFactory FACTORY = factory();

    private XmlText() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The entities of HTML stand in books whose XML does not know them; the reader of events looks them up.
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    /** The events of a document. */
    static XMLStreamReader events(InputStream stream) throws IOException, XMLStreamException {
        InputStream buffered = new BufferedInputStream(stream, LOOK);
        buffered.mark(LOOK);
        byte[] head = buffered.readNBytes(LOOK);
        buffered.reset();
        Charset charset = charset(head);
        return FACTORY.createXMLStreamReader(new Legal(new InputStreamReader(buffered, charset)));
    }

    private static Charset charset(byte[] head) {
        if (head.length > 1 && head[0] == '<' && head[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length > 1 && head[0] == 0 && head[1] == '<') {
            return StandardCharsets.UTF_16BE;
        }
        Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1).replaceFirst("^ï»¿", ""));
        Optional<Charset> named = declared.find() && isKnown(declared.group(1))
                ? Optional.of(Charset.forName(declared.group(1)))
                : Optional.empty();
        return Letters.charset(head, named);
    }

    private static boolean isKnown(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Leaves out what XML does not allow, for which a reader would give up, and what stands before the first mark. */
    private static final class Legal extends FilterReader {
        private boolean begun;

        Legal(Reader reader) {
            super(reader);
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] some, int from, int length) throws IOException {
            if (!begun) {
                begun = true;
                return first(some, from);
            }
            int read = super.read(some, from, length);
            for (int at = from; at < from + read; at++) {
                char character = some[at];
                boolean blank = character == '\n' || character == '\r' || character == '\t';
                if (character < ' ' && !blank || character >= '\uFFFE') {
                    some[at] = ' ';
                }
            }
            return read;
        }

        /** The first character that is neither a blank nor the mark of the byte order: nothing may precede the XML. */
        private int first(char[] some, int from) throws IOException {
            int character = super.read();
            while (character == '\uFEFF' || Character.isWhitespace(character)) {
                character = super.read();
            }
            some[from] = (char) character;
            return character < 0 ? -1 : 1;
        }
    }
}
