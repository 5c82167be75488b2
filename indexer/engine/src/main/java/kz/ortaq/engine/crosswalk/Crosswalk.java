package kz.ortaq.engine.crosswalk;

import java.util.List;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;

/** Maps the records of one format to the bibliographic model. Safe for use by many threads. */
public interface Crosswalk {

    /** A record as mapped, and what of it the library should mend. */
    record Mapped(BibRecord record, List<Problem> problems) {

        public Mapped {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Maps one record.
     *
     * @param texts the texts of its documents, which may know more of the title or the author than a file name does
     * @throws RecordRejected where nothing useful can be made of it
     */
    Mapped map(RawRecord raw, List<FullText> texts) throws RecordRejected;

    /**
     * Changes when what others than the program say of mapping does, so that records have to be mapped anew; from then on
     * they are mapped so.
     */
    default String fingerprint() {
        return "";
    }
}
