package kz.ortaq.harvesters.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a sheet, as its heading row, or two rows of headings, say. */
final class Columns {

    /** A column: its place from 0, its heading as written, and the field that it holds (empty for none of ours). */
    record Column(int index, String heading, String field) {

        String letter() {
            return Row.letter(index);
        }
    }

    private final List<Column> columns;
    private final int rows;
    private final Map<Integer, Column> byIndex = new HashMap<>();

    private Columns(List<Column> columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        columns.forEach(column -> byIndex.put(column.index(), column));
    }

    /** The column at a place, or null where no heading stands. */
    @Nullable
    Column at(int index) {
        return byIndex.get(index);
    }

    /** The field of the column at a place; empty for none of ours. */
    String field(int index) {
        Column column = at(index);
        return column == null ? "" : column.field();
    }

    List<Column> all() {
        return columns;
    }

    /** How many rows the headings take. */
    int rows() {
        return rows;
    }

    boolean has(String field) {
        return columns.stream().anyMatch(column -> column.field().equals(field));
    }

    /** The letter of the column that should have held a title. */
    String titleLetter() {
        return columns.stream()
                .filter(column ->
                        column.field().equals("title") || column.field().equals("creator-title"))
                .map(Column::letter)
                .findFirst()
                .orElse("?");
    }

    /** The columns that a row's texts name, alone or with the row below; null where they are no headings. */
    static @Nullable Columns of(Row row, @Nullable Row below) {
        Columns one = new Columns(single(row), 1);
        Columns best = one.headings() ? one : null;
        if (below != null && couple(row, below)) {
            Columns two = new Columns(joined(row, below), 2);
            if (two.headings() && two.known() > one.known()) {
                best = two;
            }
        }
        return best;
    }

    /** Whether a row repeats these headings, as printed sheets do on each page. */
    boolean repeated(Row row) {
        int same = 0;
        for (Column column : columns) {
            String text = row.text(column.index());
            if (!text.isBlank() && !column.field().isEmpty()) {
                if (!Headings.table().field(text).equals(column.field())) {
                    return false;
                }
                same++;
            }
        }
        return same > 1;
    }

    /** How many fields of ours the columns hold. */
    int known() {
        Set<String> fields = new HashSet<>();
        columns.forEach(column -> fields.add(column.field()));
        fields.remove("");
        return fields.size();
    }

    /** A title and something beside it; or a file, and something beside it; or a title alone in its row. */
    private boolean headings() {
        boolean named = has("title") || has("creator-title") || has("file");
        return named && (known() > 1 || columns.size() == 1);
    }

    private static List<Column> single(Row row) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < row.width(); i++) {
            add(columns, i, row.text(i), Headings.table().field(row.text(i)));
        }
        return columns;
    }

    /** Whether the row below may be the second half of the headings: by merged cells, or by headings of its own. */
    private static boolean couple(Row row, Row below) {
        Set<String> texts = new HashSet<>();
        boolean merged = false;
        for (int i = 0; i < row.width(); i++) {
            texts.add(row.cell(i).text());
            merged |= row.cell(i).span() == Cell.Span.LEADS;
        }
        for (int i = 0; i < below.width(); i++) {
            merged |= below.cell(i).span() == Cell.Span.BELOW;
        }
        texts.remove("");
        // A title over the whole sheet is no half of a heading.
        return texts.size() > 1 && (merged || apart(row, below));
    }

    /** Without merged cells (a CSV): the lower row fills gaps of the upper, with headings. */
    private static boolean apart(Row row, Row below) {
        int headings = 0;
        for (int i = 0; i < below.width(); i++) {
            headings += Headings.table().field(below.text(i)).isEmpty() ? 0 : 1;
        }
        return headings > 0 && Columns.knownIn(row) > 0;
    }

    private static int knownIn(Row row) {
        return new Columns(single(row), 1).known();
    }

    private static List<Column> joined(Row row, Row below) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < Math.max(row.width(), below.width()); i++) {
            String upper = row.cell(i).text();
            String lower = below.cell(i).text();
            String both = upper.equals(lower) ? upper : (upper + " " + lower).strip();
            String field = Headings.table().field(both);
            if (field.isEmpty()) {
                field = Headings.table().field(lower);
            }
            if (field.isEmpty() && !upper.equals(lower) && row.cell(i).span() == Cell.Span.ALONE) {
                field = Headings.table().field(upper);
            }
            add(columns, i, both, field);
        }
        return columns;
    }

    private static void add(List<Column> columns, int index, String heading, String field) {
        if (!heading.isBlank()) {
            columns.add(new Column(index, heading.strip().replaceAll("\\s+", " "), field));
        }
    }
}
