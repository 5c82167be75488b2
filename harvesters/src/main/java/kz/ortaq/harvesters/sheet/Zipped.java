package kz.ortaq.harvesters.sheet;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import kz.ortaq.config.Reason;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/** The XML parts of an XLSX or ODS file: unpacked within bounds, without DTD or entities of their own. */
final class Zipped implements AutoCloseable {

    // Named outright: which StAX parser a class path offers by itself depends on the order of its jars.
    private static final WstxInputFactory XML = factory();
    private static final int DEEPEST = 100;
    private static final int MOST_ATTRIBUTES = 500;
    private static final int LONGEST_ATTRIBUTE = 1 << 20;

    private final ZipFile zip;

    Zipped(Path file) throws IOException {
        // Names that matter are ASCII; with UTF-8 one strange name would close the whole file to us.
        zip = new ZipFile(file.toFile(), ZipFile.OPEN_READ, StandardCharsets.ISO_8859_1);
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** The beginning of a part as plain bytes. */
    byte[] start(String part, int bytes) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return new byte[0];
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(bytes);
        }
    }

    /** Reads a part with {@code reading}. */
    void read(String part, Reading reading) throws IOException, SheetException, InterruptedException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new SheetException(Reason.SHEET_BROKEN, part);
        }
        Bounded in = new Bounded(zip.getInputStream(entry));
        try (in) {
            XMLStreamReader2 xml = (XMLStreamReader2) XML.createXMLStreamReader(in);
            try {
                reading.read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            if (in.exceeded) {
                throw new SheetException(Reason.SHEET_TOO_LARGE, Meter.UNPACKED + " bytes");
            }
            throw new SheetException(Reason.SHEET_BROKEN, part + ": " + e.getMessage());
        }
    }

    /** Reads one part. */
    interface Reading {
        void read(XMLStreamReader2 xml) throws XMLStreamException, IOException, SheetException, InterruptedException;
    }

    /** The value of an attribute whatever its namespace; empty when there is none. */
    static String attribute(XMLStreamReader2 xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** An attribute that counts something; {@code otherwise} where it does not. */
    static int count(XMLStreamReader2 xml, String name, int otherwise) {
        String value = attribute(xml, name);
        try {
            return value.isEmpty() ? otherwise : Math.max(0, Integer.parseInt(value));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        return factory;
    }

    /** Stops where a part unpacks into more than a sheet can hold. */
    private static final class Bounded extends FilterInputStream {

        private long left = Meter.UNPACKED;
        private boolean exceeded;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            counted(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return counted(super.read(bytes, offset, length));
        }

        private int counted(int read) throws IOException {
            left -= Math.max(0, read);
            if (left < 0) {
                exceeded = true;
                throw new IOException("the part unpacks into too much");
            }
            return read;
        }
    }
}
