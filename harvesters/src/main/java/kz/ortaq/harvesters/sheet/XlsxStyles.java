package kz.ortaq.harvesters.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.XMLStreamReader2;

/** How the cell styles of a workbook show numbers. */
final class XlsxStyles {

    private static final int MOST = 65_536;

    private record Style(Shown.Format format, String code) {}

    private final List<Style> styles = new ArrayList<>();
    private final boolean from1904;

    private XlsxStyles(boolean from1904) {
        this.from1904 = from1904;
    }

    static XlsxStyles read(Zipped zip, String part, boolean from1904)
            throws IOException, SheetException, InterruptedException {
        XlsxStyles styles = new XlsxStyles(from1904);
        if (zip.has(part)) {
            zip.read(part, xml -> {
                Map<Integer, String> codes = new HashMap<>();
                boolean cells = false;
                while (xml.hasNext()) {
                    int event = xml.next();
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        switch (xml.getLocalName()) {
                            case "numFmt" -> {
                                if (codes.size() < MOST) {
                                    codes.put(Zipped.count(xml, "numFmtId", -1), Zipped.attribute(xml, "formatCode"));
                                }
                            }
                            case "cellXfs" -> cells = true;
                            case "xf" -> {
                                if (cells && styles.styles.size() < MOST) {
                                    styles.styles.add(style(xml, codes));
                                }
                            }
                            default -> {}
                        }
                    } else if (event == XMLStreamConstants.END_ELEMENT
                            && xml.getLocalName().equals("cellXfs")) {
                        cells = false;
                    }
                }
            });
        }
        return styles;
    }

    /** A stored number as the style shows it. */
    String shown(String stored, int style) {
        if (style < 0 || style >= styles.size()) {
            return Shown.number(stored);
        }
        return Shown.number(
                stored, styles.get(style).format(), styles.get(style).code(), from1904);
    }

    private static Style style(XMLStreamReader2 xml, Map<Integer, String> codes) {
        int id = Zipped.count(xml, "numFmtId", 0);
        String code = codes.getOrDefault(id, "");
        return new Style(code.isEmpty() ? Shown.builtIn(id) : Shown.of(code), code);
    }
}
