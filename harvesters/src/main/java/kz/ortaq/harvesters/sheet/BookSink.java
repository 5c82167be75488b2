package kz.ortaq.harvesters.sheet;

import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;

/** Where the books of a sheet file go, in the file's order. */
public interface BookSink {

    void book(Book book) throws InterruptedException;

    /** A row that cannot be taken, with what it holds. */
    void rejected(HarvestPage.Rejected row);

    void problem(Problem problem);
}
