package kz.ortaq.harvesters.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** The merged cells of a sheet, laid over its rows as they come. */
final class Merges {

    /** More merged cells than this no person has made. */
    static final int MOST = 50_000;

    /** A merged cell: its corners, counted from 0, and the text of its first cell once that was seen. */
    private static final class Area {
        private final int top;
        private final int left;
        private final int bottom;
        private final int right;
        private String text = "";

        Area(int top, int left, int bottom, int right) {
            this.top = top;
            this.left = left;
            this.bottom = bottom;
            this.right = right;
        }
    }

    private final List<Area> coming = new ArrayList<>();
    private final List<Area> open = new ArrayList<>();
    private int next;

    void add(int top, int left, int bottom, int right) {
        if (coming.size() < MOST && bottom >= top && right >= left && left < Meter.COLUMNS) {
            coming.add(new Area(top, left, bottom, Math.min(right, Meter.COLUMNS - 1)));
        }
    }

    /** To be called when all are added. */
    void sort() {
        coming.sort(Comparator.comparingInt(area -> area.top));
    }

    /** Lays the merged cells that reach into a row over its texts. */
    Row over(int number, List<String> texts) {
        int row = number - 1;
        List<Cell> cells = new ArrayList<>(texts.size());
        texts.forEach(text -> cells.add(Cell.of(text)));
        for (; next < coming.size() && coming.get(next).top <= row; next++) {
            open.add(coming.get(next));
        }
        for (Iterator<Area> areas = open.iterator(); areas.hasNext(); ) {
            Area area = areas.next();
            if (area.bottom < row) {
                areas.remove();
            } else {
                lay(area, row, cells);
            }
        }
        return new Row(number, cells);
    }

    private static void lay(Area area, int row, List<Cell> cells) {
        if (area.top == row) {
            area.text = area.left < cells.size() ? cells.get(area.left).text() : "";
        }
        if (area.text.isEmpty()) {
            return;
        }
        while (cells.size() <= area.right) {
            cells.add(Cell.EMPTY);
        }
        for (int column = area.left; column <= area.right; column++) {
            Cell.Span span;
            if (column > area.left) {
                span = Cell.Span.ACROSS;
            } else if (area.top < row) {
                span = Cell.Span.BELOW;
            } else {
                span = area.right > area.left ? Cell.Span.LEADS : Cell.Span.ALONE;
            }
            cells.set(column, new Cell(area.text, span));
        }
    }
}
