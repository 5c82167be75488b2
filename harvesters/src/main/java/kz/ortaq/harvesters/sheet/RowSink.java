package kz.ortaq.harvesters.sheet;

import kz.ortaq.config.Reason;

/** Where the rows of a file go, in the file's order. */
interface RowSink {

    /** A sheet begins; its name is empty in formats that have but one. */
    void sheet(String name) throws InterruptedException;

    void row(Row row) throws InterruptedException;

    /** What had to be mended or left out; the place is within the present sheet. */
    void fault(Reason reason, String place, String value);
}
