package kz.ortaq.harvesters.sheet;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Gathers the text of a cell, to a bound that is far above what any spreadsheet program writes. */
final class CellText {

    static final int LONGEST = 100_000;

    private final StringBuilder text = new StringBuilder();

    void append(String part) {
        text.append(part, 0, Math.min(part.length(), LONGEST + 1 - text.length()));
    }

    boolean cut() {
        return text.length() > LONGEST;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    void clear() {
        text.setLength(0);
    }

    @Override
    public String toString() {
        return cut() ? text.substring(0, LONGEST) : text.toString();
    }

    /** Appends the text of the element that the reader stands at, without its child elements. */
    void appendElement(XMLStreamReader2 xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == 1) {
                        append(xml.getText());
                    }
                }
                default -> {}
            }
        }
    }
}
