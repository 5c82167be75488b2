package kz.ortaq.harvesters.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import kz.ortaq.config.Reason;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads one sheet of a workbook, twice: the merged cells stand behind the rows that they change. */
final class XlsxSheet {

    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z]{1,3})(\\d{1,7})");

    private final XlsxStyles styles;
    private final XlsxStrings strings;
    private final Meter meter;
    private final RowSink sink;
    private final CellText value = new CellText();
    private boolean wide;

    XlsxSheet(XlsxStyles styles, XlsxStrings strings, Meter meter, RowSink sink) {
        this.styles = styles;
        this.strings = strings;
        this.meter = meter;
        this.sink = sink;
    }

    void read(Zipped zip, String part) throws IOException, SheetException, InterruptedException {
        Merges merges = new Merges();
        try {
            zip.read(part, xml -> {
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT
                            && xml.getLocalName().equals("mergeCell")) {
                        add(Zipped.attribute(xml, "ref"), merges);
                    }
                }
            });
        } catch (SheetException e) {
            // The rows before the damage can still be had; reading them meets it again.
        }
        merges.sort();
        zip.read(part, xml -> {
            int last = 0;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    // Rows may leave out their numbers, and then follow one another.
                    last = Math.max(last + 1, Zipped.count(xml, "r", 0));
                    Row row = merges.over(last, texts(xml, last));
                    meter.count(row);
                    sink.row(row);
                }
            }
        });
    }

    private List<String> texts(XMLStreamReader2 xml, int number) throws XMLStreamException {
        List<String> texts = new ArrayList<>();
        int column = -1;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                return texts;
            }
            if (event != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("c")) {
                continue;
            }
            int named = column(Zipped.attribute(xml, "r"));
            column = named >= 0 ? named : column + 1;
            String text = cell(xml);
            if (column >= Meter.COLUMNS) {
                if (!wide && !text.isEmpty()) {
                    wide = true;
                    sink.fault(Reason.SHEET_TOO_WIDE, "row " + number, String.valueOf(Meter.COLUMNS));
                }
            } else if (!text.isEmpty()) {
                while (texts.size() <= column) {
                    texts.add("");
                }
                texts.set(column, text);
                if (value.cut()) {
                    sink.fault(
                            Reason.FIELD_TOO_LONG,
                            "row " + number + ", column " + Row.letter(column),
                            "> " + CellText.LONGEST);
                }
            }
        }
    }

    /** The text of the cell that the reader stands at, as a person sees it. */
    private String cell(XMLStreamReader2 xml) throws XMLStreamException {
        String type = Zipped.attribute(xml, "t");
        int style = Zipped.count(xml, "s", 0);
        value.clear();
        int phonetic = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("c")) {
                    break;
                }
                phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                phonetic += name.equals("rPh") ? 1 : 0;
                if (name.equals("v") || name.equals("t") && phonetic == 0) {
                    value.appendElement(xml);
                }
            }
        }
        String stored = value.toString();
        return switch (type) {
            case "s" -> strings.text(stored);
            case "str", "inlineStr", "e" -> stored;
            case "b" -> stored.equals("1") ? "true" : "false";
            case "d" -> OdsFile.date(stored);
            default -> stored.isEmpty() ? "" : styles.shown(stored, style);
        };
    }

    private static int column(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            return -1;
        }
        int column = 0;
        for (char letter : matcher.group(1).toUpperCase(java.util.Locale.ROOT).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private static void add(String area, Merges merges) {
        String[] corners = area.split(":", -1);
        Matcher from = ADDRESS.matcher(corners[0]);
        Matcher to = ADDRESS.matcher(corners[corners.length - 1]);
        if (corners.length == 2 && from.matches() && to.matches()) {
            merges.add(
                    Integer.parseInt(from.group(2)) - 1,
                    column(corners[0]),
                    Integer.parseInt(to.group(2)) - 1,
                    column(corners[1]));
        }
    }
}
