package kz.ortaq.harvesters.sheet;

import java.util.List;
import java.util.Map;

/** What the name of a sheet, or a row of its own, says of all books below: the grade, the language, a section. */
final class Section {

    private String grade = "";
    private String language = "";
    private String name = "";

    /** A sheet begins. */
    void begin(String sheet) {
        grade = Headings.table().grade(sheet, false);
        language = Headings.table().language(sheet);
        name = "";
    }

    /** Takes a row that names a section; false where the row is something else. */
    boolean take(Row row, Columns columns) {
        if (row.filled() != 1) {
            return false;
        }
        int index = 0;
        while (row.text(index).isBlank() || row.cell(index).span() == Cell.Span.BELOW) {
            index++;
        }
        String text = row.text(index).strip();
        boolean merged = row.cell(index).span() == Cell.Span.LEADS;
        String field = columns.field(index);
        boolean words = text.chars().anyMatch(Character::isLetter);
        String found = Headings.table().grade(text, !merged);
        boolean free = merged || index == 0 || field.isEmpty() || field.equals("number");
        boolean title = !merged && (field.equals("title") || field.equals("creator-title") || field.equals("file"));
        if (!words || title && found.isEmpty() || !free && found.isEmpty()) {
            return false;
        }
        String spoken = Headings.table().language(text);
        if (found.isEmpty() && spoken.isEmpty()) {
            // Another kind of section: what the last one said no longer holds for certain.
            grade = "";
            language = "";
            name = text;
        } else {
            grade = found.isEmpty() ? grade : found;
            language = spoken.isEmpty() ? language : spoken;
            name = "";
        }
        return true;
    }

    /** Gives a book what its section says and its own cells do not. */
    void lend(Map<String, List<String>> fields) {
        lend("grade", grade, fields);
        lend("language", language, fields);
        lend("section", name, fields);
    }

    private static void lend(String field, String value, Map<String, List<String>> fields) {
        if (!fields.containsKey(field)) {
            Values.put(field, value, fields);
        }
    }
}
