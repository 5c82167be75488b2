package kz.ortaq.harvesters.sheet;

import kz.ortaq.config.Reason;

/** Counts what a file gives, so that a small file that unfolds into a huge one ends in time. */
final class Meter {

    /** Columns that are looked at. */
    static final int COLUMNS = 1_000;

    /** Rows of one sheet, as far as Excel goes. */
    static final int ROWS = 1_048_576;

    /** Unpacked bytes of one part of a packed file. */
    static final long UNPACKED = 1L << 29;

    /** Characters of the texts that the cells of a file share; they are held in memory. */
    static final int SHARED = 20_000_000;

    private static final long CELLS = 30_000_000;
    private static final long CHARACTERS = 500_000_000;

    private long cells;
    private long characters;

    /** Counts a row of cells. */
    void count(Row row) throws SheetException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the harvest was stopped");
        }
        if (row.number() > ROWS) {
            throw new SheetException(Reason.SHEET_TOO_LARGE, ROWS + " rows");
        }
        cells += row.width();
        for (Cell cell : row.cells()) {
            characters += cell.text().length();
        }
        if (cells > CELLS || characters > CHARACTERS) {
            throw new SheetException(
                    Reason.SHEET_TOO_LARGE, cells > CELLS ? CELLS + " cells" : CHARACTERS + " characters");
        }
    }
}
