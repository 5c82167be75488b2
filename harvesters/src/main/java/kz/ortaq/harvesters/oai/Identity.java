package kz.ortaq.harvesters.oai;

import io.gdcc.xoai.model.oaipmh.Granularity;
import java.util.ArrayList;
import java.util.List;

/**
 * What an endpoint says of itself (OAI-PMH 2.0, 4.2), as written; empty where it does not say.
 *
 * @param said whether it answered at all
 */
record Identity(
        String protocolVersion, String granularity, String deletedRecord, String earliestDatestamp, boolean said) {

    /** An endpoint that did not introduce itself. */
    static final Identity UNSAID = new Identity("", "", "", "", false);

    private static final int DAYS_LENGTH = "YYYY-MM-DD".length();

    /** Every repository takes days (OAI-PMH 2.0, 3.3.1); seconds only where Identify says so. */
    Granularity unit() {
        return granularity.length() > DAYS_LENGTH ? Granularity.Second : Granularity.Day;
    }

    /** Whether it promises never to forget a deletion. */
    boolean persistent() {
        return deletedRecord.equalsIgnoreCase("persistent");
    }

    /** Whether it promises to tell of deletions, for a while at least. */
    boolean tellsDeletions() {
        return persistent() || deletedRecord.equalsIgnoreCase("transient");
    }

    /** What it should say and does not, or says of an older protocol. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!protocolVersion.equals("2.0")) {
            faults.add(("protocolVersion " + protocolVersion).strip());
        }
        if (granularity.isEmpty()) {
            faults.add("granularity");
        }
        if (deletedRecord.isEmpty()) {
            faults.add("deletedRecord");
        }
        if (earliestDatestamp.isEmpty()) {
            faults.add("earliestDatestamp");
        }
        return faults;
    }
}
