package kz.ortaq.harvesters.marc;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.ortaq.config.Reason;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * Reads one record of MARCXML by the names of its elements. Namespaces are not asked for: files use MARCXML's, that of
 * ISO 25577, others, or none, and mean the same.
 */
final class MarcXmlRecord {

    private static final int DEEPEST = 50;
    private static final Pattern TAG = Pattern.compile("[0-9A-Za-z]{3}");
    private static final Pattern AMPERSAND =
            Pattern.compile("&(?!(?:#\\d{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)");
    private static final Pattern BRACKET = Pattern.compile("<(?![/A-Za-z!?])");
    private static final Pattern CONTROL =
            Pattern.compile("&#(?:x0{0,4}(?:[0-8bcefBCEF]|1[0-9a-fA-F])|0{0,4}(?:[0-8]|1[124-9]|2\\d|3[01]));");
    private static final WstxInputFactory FACTORY = factory();

    private final MarcRecord.Builder builder;
    private final List<Mend> mends = new ArrayList<>();

    private MarcXmlRecord(PlainText plain) {
        this.builder = new MarcRecord.Builder(plain);
    }

    static Item read(String place, byte[] sent, MarcCharset charset, PlainText plain, Majority majority) {
        String text = tidy(plain.decode(sent, charset), plain);
        MarcXmlRecord reading = new MarcXmlRecord(plain);
        try {
            reading.parse(text);
        } catch (XMLStreamException first) {
            reading = new MarcXmlRecord(plain);
            try {
                reading.parse(BRACKET.matcher(AMPERSAND.matcher(text).replaceAll("&amp;"))
                        .replaceAll("&lt;"));
            } catch (XMLStreamException second) {
                return new Item.Refused(place, Reason.RECORD_BROKEN, said(second), sent);
            }
            reading.mends.add(new Mend(Reason.MARC_XML_MENDED, said(first)));
        }
        return reading.item(place, sent, charset, plain, majority);
    }

    private Item item(String place, byte[] sent, MarcCharset charset, PlainText plain, Majority majority) {
        if (builder.isEmpty()) {
            return new Item.Refused(place, Reason.RECORD_BROKEN, Snippet.of(sent), sent);
        }
        plain.note(charset, mends);
        MarcRecord record = builder.build();
        Dialect dialect = Dialect.of(record, majority.dialect());
        return new Item.Read(
                place,
                record.number(),
                record.leader().charAt(5) == 'd',
                dialect.format(),
                record.toXml(),
                dialect.label(),
                charset == MarcCharset.ASCII ? "" : charset.label(),
                "",
                sent,
                mends);
    }

    private void parse(String text) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (local(reader)) {
                case "leader" -> {
                    String leader = content(reader);
                    if (!builder.leader(leader)) {
                        mends.add(new Mend(Reason.MARC_LEADER_BROKEN, leader));
                    }
                }
                case "controlfield" -> {
                    String tag = tag(reader);
                    builder.control(tag, content(reader));
                }
                case "datafield" -> field(reader);
                default -> {} // record itself, and what is none of MARC's
            }
        }
    }

    private void field(XMLStreamReader reader) throws XMLStreamException {
        String tag = tag(reader);
        String indicators = indicator(reader, "ind1") + indicator(reader, "ind2");
        List<MarcRecord.Subfield> subfields = new ArrayList<>();
        for (int depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (local(reader).equals("subfield")) {
                        String code = attribute(reader, "code");
                        subfields.add(new MarcRecord.Subfield(code.isEmpty() ? "a" : code, content(reader)));
                    } else {
                        depth++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
        builder.data(tag, indicators, subfields);
    }

    private String tag(XMLStreamReader reader) {
        String tag = attribute(reader, "tag");
        if (!TAG.matcher(tag).matches()) {
            mends.add(new Mend(Reason.MARC_TAG_WRONG, tag));
        }
        return tag;
    }

    private static String indicator(XMLStreamReader reader, String name) {
        String value = attribute(reader, name);
        return value.isEmpty() ? " " : value.substring(0, 1);
    }

    private static String attribute(XMLStreamReader reader, String name) {
        return Objects.requireNonNullElse(reader.getAttributeValue(null, name), "");
    }

    /** The text of an element, that of elements within it included. */
    private static String content(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder content = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    content.append(reader.getText());
                default -> {}
            }
        }
        return content.toString();
    }

    private static String local(XMLStreamReader reader) {
        String name = reader.getLocalName();
        return name.substring(name.indexOf(':') + 1);
    }

    /** The text without what no XML may hold, line ends aside. */
    private static String tidy(String text, PlainText plain) {
        String tidy = CONTROL.matcher(text).replaceAll("");
        return plain.clean(tidy);
    }

    private static String said(XMLStreamException fault) {
        String message = String.valueOf(fault.getMessage());
        int where = message.indexOf("\n at [row");
        return where < 0 ? message : message.substring(0, where);
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        return factory;
    }
}
