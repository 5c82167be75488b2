package kz.ortaq.harvesters.sheet;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param number as a person counts it, from 1
 */
record Row(int number, List<Cell> cells) {

    Row {
        cells = List.copyOf(cells);
    }

    /** The text that holds for a column of this row; empty where a cell to its left covers it. */
    String text(int column) {
        Cell cell = cell(column);
        return cell.span() == Cell.Span.ACROSS ? "" : cell.text();
    }

    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    int width() {
        return cells.size();
    }

    /** How many cells of its own have text; what a cell above lends does not count. */
    int filled() {
        int filled = 0;
        for (Cell cell : cells) {
            if (cell.span() != Cell.Span.ACROSS
                    && cell.span() != Cell.Span.BELOW
                    && !cell.text().isBlank()) {
                filled++;
            }
        }
        return filled;
    }

    /** The name of a column as spreadsheets write it: A, B, ... AA. */
    static String letter(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
