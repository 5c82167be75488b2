package kz.ortaq.harvesters.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Language;
import kz.ortaq.config.Tables;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty sheet for librarians to fill in: the inventory book and the textbook fund, as {@code headings.yaml} says. */
public final class SheetTemplate {

    private static final String CREATED_BY = "Ortaq";
    private static final int PREPARED_ROWS = 1_000;

    private SheetTemplate() {}

    /** Writes the template as XLSX with headings in {@code language}; leaves {@code out} open. */
    public static void write(Language language, OutputStream out) throws IOException {
        Map<String, Object> template =
                Headings.map(Tables.read(Headings.RESOURCE).get("template"));
        Workbook workbook = new Workbook(out, CREATED_BY, null);
        for (Map.Entry<String, Object> part : template.entrySet()) {
            Map<String, Object> sheet = Headings.map(part.getValue());
            String name = String.valueOf(Headings.map(sheet.get("name")).get(language.code()));
            Worksheet worksheet = workbook.newWorksheet(name);
            if (sheet.containsKey("fields")) {
                headings(worksheet, Headings.list(sheet.get("fields")), language);
            } else {
                lines(worksheet, Headings.list(Headings.map(sheet.get("lines")).get(language.code())));
            }
            worksheet.finish();
        }
        workbook.finish();
    }

    private static void headings(Worksheet sheet, List<String> fields, Language language) {
        for (int column = 0; column < fields.size(); column++) {
            String field = fields.get(column);
            String heading = Headings.table().heading(field, language);
            sheet.value(0, column, heading);
            sheet.style(0, column).bold().wrapText(true).set();
            sheet.width(column, field.equals("title") ? 45 : Math.max(12, heading.length() + 2));
            if (field.equals("isbn") || field.equals("inventory")) {
                // As text: else Excel shows an ISBN as 9,78601E+12, and eats the zeros that a number begins with.
                sheet.range(1, column, PREPARED_ROWS, column)
                        .style()
                        .format("@")
                        .set();
            }
        }
        sheet.freezePane(0, 1);
    }

    private static void lines(Worksheet sheet, List<String> lines) {
        sheet.width(0, 110);
        for (int row = 0; row < lines.size(); row++) {
            sheet.value(row, 0, lines.get(row));
            sheet.style(row, 0).wrapText(true).set();
        }
    }
}
