package kz.ortaq.harvesters.sheet;

/** Rows that are no books: sums, numbers of columns, forms that nobody filled in. */
final class RowKind {

    private RowKind() {}

    /** Whether a row numbers the columns: 1 2 3 4. */
    static boolean counts(Row row) {
        int expected = 0;
        int cells = 0;
        for (int i = 0; i < row.width(); i++) {
            String text = row.text(i).strip();
            if (text.isEmpty()) {
                continue;
            }
            if (!text.matches("\\d{1,3}")) {
                return false;
            }
            int number = Integer.parseInt(text);
            if (cells > 0 && number != expected) {
                return false;
            }
            expected = number + 1;
            cells++;
        }
        return cells > 2 && expected - cells == 1;
    }

    /** Whether a row is a sum: its first words say so, and it names no author, ISBN or inventory number. */
    static boolean total(Row row, Columns columns) {
        for (int i = 0; i < row.width(); i++) {
            String text = row.text(i);
            if (text.chars().anyMatch(Character::isLetter)) {
                if (Headings.table().total(text, true)) {
                    return true;
                }
                // A title may end so, too; a row's number or a merged cell may not.
                boolean ends =
                        !columns.field(i).contains("title") || row.cell(i).span() == Cell.Span.LEADS;
                return (Headings.table().total(text, false)
                                || ends && Headings.table().endsAsTotal(text))
                        && !tellsMore(row, columns, i);
            }
        }
        return false;
    }

    /** Whether nothing but a row's number is filled in, or nothing but zeros that formulas left. */
    static boolean bare(Row row, Columns columns) {
        for (int i = 0; i < row.width(); i++) {
            String text =
                    row.cell(i).span() == Cell.Span.BELOW ? "" : row.text(i).strip();
            if (!text.isEmpty()
                    && !text.matches("0([.,]0{1,4})?")
                    && !columns.field(i).equals("number")) {
                return false;
            }
        }
        return true;
    }

    private static boolean tellsMore(Row row, Columns columns, int first) {
        for (int i = 0; i < row.width(); i++) {
            boolean telling = switch (columns.field(i)) {
                case "creator", "isbn", "inventory", "language", "date", "publisher" -> true;
                default -> false;
            };
            if (i != first && telling && !row.text(i).isBlank()) {
                return true;
            }
        }
        return false;
    }
}
