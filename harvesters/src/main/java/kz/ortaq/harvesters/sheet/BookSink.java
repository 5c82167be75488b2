package kz.ortaq.harvesters.sheet;

import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;

/** Where the books of a sheet file go, in the file's order. */
public interface BookSink {

    void book(Book book) throws InterruptedException;

    /**
     * A row that cannot be taken, with what it holds.
     *
     * @param inventory its inventory number, by which its record can be spared; empty when there is none
     */
    void rejected(HarvestPage.Rejected row, String inventory);

    void problem(Problem problem);
}
