package kz.ortaq.harvesters.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import kz.ortaq.config.Reason;

/** The texts that the cells of a workbook share, bounded: cells name them in any order, so they stay in memory. */
final class XlsxStrings {

    private static final int MOST = 2_000_000;

    private final List<String> texts = new ArrayList<>();

    private XlsxStrings() {}

    static XlsxStrings read(Zipped zip, String part) throws IOException, SheetException, InterruptedException {
        XlsxStrings strings = new XlsxStrings();
        if (!zip.has(part)) {
            return strings;
        }
        zip.read(part, xml -> {
            CellText text = new CellText();
            long characters = 0;
            int phonetic = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "si" -> text.clear();
                        case "rPh" -> phonetic++;
                        case "t" -> {
                            if (phonetic == 0) {
                                text.appendElement(xml);
                            }
                        }
                        default -> {}
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    if (xml.getLocalName().equals("rPh")) {
                        phonetic--;
                    } else if (xml.getLocalName().equals("si")) {
                        strings.texts.add(text.toString());
                        characters += text.toString().length();
                        if (characters > Meter.SHARED || strings.texts.size() > MOST) {
                            throw new SheetException(Reason.SHEET_TOO_LARGE, Meter.SHARED + " characters");
                        }
                    }
                }
            }
        });
        return strings;
    }

    /** The text of a number as it stands in a cell; empty where there is none such. */
    String text(String index) {
        try {
            int i = Integer.parseInt(index.strip());
            return i >= 0 && i < texts.size() ? texts.get(i) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
