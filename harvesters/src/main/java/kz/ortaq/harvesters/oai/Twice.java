package kz.ortaq.harvesters.oai;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/**
 * Settles what holds where a page calls one record both live and deleted. The live one does, whatever the datestamps
 * say: OJS keeps the tombstone of an article that was withdrawn and published again, or of one of whose versions one was
 * withdrawn, while it goes on publishing the article (pkp/pkp-lib, issue 7901). A record that the server sends whole is
 * there.
 */
final class Twice {

    private Twice() {}

    /** Takes the deletions out of {@code records} that a live record of the same page gainsays, and says so. */
    static void settle(List<RawRecord> records, List<Problem> problems) {
        Set<RecordId> deleted = new HashSet<>();
        for (RawRecord record : records) {
            if (record.deleted()) {
                deleted.add(record.id());
            }
        }
        if (deleted.isEmpty()) {
            return;
        }
        Map<RecordId, RawRecord> live = new HashMap<>();
        for (RawRecord record : records) {
            if (!record.deleted() && deleted.contains(record.id())) {
                live.put(record.id(), record);
            }
        }
        records.removeIf(record -> record.deleted() && live.containsKey(record.id()));
        live.forEach((id, record) -> problems.add(new Problem(
                Reason.RECORD_TWICE,
                Severity.WARNING,
                Stage.HARVEST,
                id.identifier(),
                record.place(),
                id.identifier())));
    }
}
