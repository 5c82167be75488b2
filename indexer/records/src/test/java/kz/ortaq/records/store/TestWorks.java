package kz.ortaq.records.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Holding;
import kz.ortaq.records.Library;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.Stage;

/** Records as libraries send them, and plans that put them in works. */
record TestWorks(Stores stores) {

    static final int TEXT = 4;
    static final int LINK = 2;

    static Problem problem(RawRecord record, Stage stage, Reason reason) {
        return new Problem(reason, Severity.WARNING, stage, record.id().identifier(), "place", "value");
    }

    /** Records of libraries with one source each, stored as a harvest does, in the order of their numbers. */
    List<RawRecord> harvested(int libraries, int ofEach) throws LeaseRefused {
        List<RawRecord> all = new ArrayList<>();
        for (int library = 0; library < libraries; library++) {
            String source = "s" + library;
            stores.registry().save(new Library("l" + library, Map.of(Language.KK, "Мектеп"), "", "", ""));
            stores.registry()
                    .save(new Source(
                            source, "l" + library, SourceKind.OAI, "https://e.kz", Map.of(), Source.State.ACTIVE));
            List<RawRecord> page = new ArrayList<>();
            for (int i = 0; i < ofEach; i++) {
                page.add(new RawRecord(
                        new RecordId(source, "r" + i), false, "f", "", List.of(), "page 1", "Абай", List.of()));
            }
            Lease lease = stores.runs().begin(source);
            stores.records().store(lease, new HarvestPage(page, List.of(), List.of(), Checkpoint.START));
            stores.runs().end(lease, RunStatus.COMPLETE);
            all.addAll(page);
        }
        return all;
    }

    /** Puts records into the editions of one work, in turn; each lacks a text. */
    WorkPlan plan(List<RawRecord> all, int editions) {
        Map<Long, WorkPlan.Placed> placed = new TreeMap<>();
        long last = 0;
        for (StoredRecord stored : stores.records().changedSince(0, all.size())) {
            RecordId id = stored.raw().id();
            Holding holding = new Holding(stored.library(), id, "22.14", 25, "", "library");
            long description = 1 + placed.size() % editions;
            placed.put(
                    stored.number(),
                    new WorkPlan.Placed(
                            stored.number(),
                            description,
                            true,
                            placed.isEmpty() ? 9 : 3,
                            0,
                            LINK + TEXT,
                            TEXT,
                            holding));
            last = stored.version();
        }
        List<WorkPlan.Description> descriptions = new ArrayList<>();
        List<List<Long>> work = new ArrayList<>();
        for (long number = 1; number <= editions; number++) {
            descriptions.add(new WorkPlan.Description(number, "d" + number, 0, 1, "{}", 0, true));
            work.add(List.of(number));
        }
        return new WorkPlan(
                stores.works().state(WorksContract.MAKER, true).orElseThrow(),
                last,
                descriptions,
                List.copyOf(placed.values()),
                List.of(),
                Set.of(),
                Set.of(),
                false,
                List.of(),
                List.of(work),
                Map.of());
    }
}
