package kz.ortaq.harvesters.probe;

import java.util.List;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.SourceKind;

/**
 * What a probe found.
 *
 * @param kind how a source with this address is harvested
 * @param format what its records are, as a person calls it: {@code RUSMARC (ISO 2709)}, {@code XLSX}, {@code oai_dc}
 * @param charset the charset that the bytes are in; empty where it plays no part
 * @param read how many records were read
 * @param salvaged how many of them had to be mended
 * @param rejected how many could not be taken
 * @param records the first records, as a harvest would store them
 * @param problems what is wrong, and how to mend it
 */
public record Finding(
        SourceKind kind,
        String format,
        String charset,
        long read,
        long salvaged,
        long rejected,
        List<RawRecord> records,
        List<Problem> problems) {

    public Finding {
        records = List.copyOf(records);
        problems = List.copyOf(problems);
    }
}
