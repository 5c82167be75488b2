package kz.ortaq.harvesters.oai;

import java.util.List;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.Problem;

/** What becomes of the pages of a {@link Listing}. */
interface Keeper {

    /** Takes a page, after which the listing stands at {@code next}. */
    void keep(Page page, List<Problem> more, Checkpoint next) throws InterruptedException;

    /** Takes the last page of the last window; {@code at} is where that began. */
    void last(Page page, List<Problem> more, Checkpoint at) throws InterruptedException;

    /**
     * Tries to have the records of a window by other ways, for its list cannot be had.
     *
     * @return whether nothing is missing now
     */
    boolean rescue(Checkpoint window) throws InterruptedException;

    /** The problem behind an error of the protocol. */
    Problem explain(OaiError error, String place) throws InterruptedException;

    /** What a person should know of a whole list in which there is nothing. */
    List<Problem> empty() throws InterruptedException;

    /** Whether the server answers at all, so that its trouble is with the list. */
    boolean alive() throws InterruptedException;
}
