package kz.ortaq.engine.crosswalk;

import java.util.List;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;

/** The fields of one record, as a crosswalk table asks for them. */
interface Fields {

    /** The values that a rule's {@code from} names, in the record's order. */
    List<BibRecord.Value> values(CrosswalkTable.Rule rule);

    /** Reads the fields of a record in one format. */
    interface Reader {
        Fields read(RawRecord raw) throws RecordRejected;
    }
}
