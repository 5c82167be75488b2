package kz.ortaq.harvesters.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import kz.ortaq.config.Reason;
import org.jspecify.annotations.Nullable;

/** An Excel workbook (ECMA-376, SpreadsheetML), read as a stream but for the texts that its cells share. */
final class XlsxFile implements TableFile {

    private static final int MOST_SHEETS = 500;
    private static final int MOST_PARTS = 10_000;

    private record Listed(String name, String relation, boolean hidden) {}

    private final Path file;
    private final String workbook;

    private XlsxFile(Path file, String workbook) {
        this.file = file;
        this.workbook = workbook;
    }

    /** The workbook of a packed file; null where it holds none. */
    static @Nullable XlsxFile of(Path file, Zipped zip) throws IOException, SheetException, InterruptedException {
        if (zip.has("xl/workbook.xml")) {
            return new XlsxFile(file, "xl/workbook.xml");
        }
        if (!zip.has("[Content_Types].xml") || !zip.has("_rels/.rels")) {
            return null;
        }
        // Some programs name the workbook otherwise; the package says where its main part is.
        for (String part : relations(zip, "_rels/.rels", "").values()) {
            if (part.startsWith("xl/") && zip.has(part)) {
                return new XlsxFile(file, part);
            }
        }
        return null;
    }

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public String charset() {
        return "UTF-8";
    }

    @Override
    public int sheets() throws IOException, SheetException, InterruptedException {
        try (Zipped zip = new Zipped(file)) {
            return (int) listed(zip, new boolean[1]).stream()
                    .filter(sheet -> !sheet.hidden())
                    .count();
        }
    }

    @Override
    public void read(RowSink sink) throws IOException, SheetException, InterruptedException {
        try (Zipped zip = new Zipped(file)) {
            boolean[] from1904 = {false};
            List<Listed> sheets = listed(zip, from1904);
            String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
            String name = workbook.substring(folder.length());
            Map<String, String> parts = relations(zip, folder + "_rels/" + name + ".rels", folder);
            XlsxStyles styles = XlsxStyles.read(zip, part(parts, "styles.xml", folder), from1904[0]);
            XlsxStrings strings = XlsxStrings.read(zip, part(parts, "sharedStrings.xml", folder));
            Meter meter = new Meter();
            for (Listed sheet : sheets) {
                String part = parts.getOrDefault(sheet.relation(), "");
                if (!zip.has(part) || part.contains("chartsheets/")) {
                    continue;
                }
                if (sheet.hidden()) {
                    sink.sheet(sheet.name());
                    sink.fault(Reason.SHEET_HIDDEN, "", sheet.name());
                    continue;
                }
                sink.sheet(sheet.name());
                new XlsxSheet(styles, strings, meter, sink).read(zip, part);
            }
        }
    }

    private List<Listed> listed(Zipped zip, boolean[] from1904)
            throws IOException, SheetException, InterruptedException {
        List<Listed> sheets = new ArrayList<>();
        zip.read(workbook, xml -> {
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    String date = Zipped.attribute(xml, "date1904");
                    from1904[0] = date.equals("1") || date.equals("true");
                } else if (xml.getLocalName().equals("sheet") && sheets.size() < MOST_SHEETS) {
                    String state = Zipped.attribute(xml, "state");
                    boolean hidden = !state.isEmpty() && !state.equals("visible");
                    sheets.add(new Listed(Zipped.attribute(xml, "name"), Zipped.attribute(xml, "id"), hidden));
                }
            }
        });
        return sheets;
    }

    private static String part(Map<String, String> parts, String ending, String folder) {
        return parts.values().stream()
                .filter(part -> part.endsWith(ending))
                .findFirst()
                .orElse(folder + ending);
    }

    /** Where the relations of a part lead, by their ids. */
    private static Map<String, String> relations(Zipped zip, String part, String folder)
            throws IOException, SheetException, InterruptedException {
        Map<String, String> relations = new HashMap<>();
        if (zip.has(part)) {
            zip.read(part, xml -> {
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT
                            && xml.getLocalName().equals("Relationship")
                            && relations.size() < MOST_PARTS) {
                        String target = Zipped.attribute(xml, "Target");
                        relations.put(
                                Zipped.attribute(xml, "Id"),
                                target.startsWith("/") ? target.substring(1) : folder + target);
                    }
                }
            });
        }
        return relations;
    }
}
