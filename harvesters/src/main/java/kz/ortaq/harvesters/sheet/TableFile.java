package kz.ortaq.harvesters.sheet;

import java.io.IOException;

/** A file of sheets that can be read as often as needed, row by row, within the bounds of a {@link Meter}. */
interface TableFile {

    /** {@code csv}, {@code tsv}, {@code xlsx} or {@code ods}. */
    String format();

    /** The charset that its bytes told. */
    String charset();

    /** How many sheets it has, hidden ones aside. */
    int sheets() throws IOException, SheetException, InterruptedException;

    /**
     * Gives all sheets and rows.
     *
     * @throws SheetException where it is damaged or beyond its bounds
     */
    void read(RowSink sink) throws IOException, SheetException, InterruptedException;
}
