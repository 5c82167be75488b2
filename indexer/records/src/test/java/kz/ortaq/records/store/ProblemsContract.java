package kz.ortaq.records.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Library;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What problems do on every database. */
@SuppressWarnings("NullAway.Init") // JUnit calls openStores first
abstract class ProblemsContract {

    private static final Problem BROKEN =
            new Problem(Reason.RECORD_BROKEN, Severity.ERROR, Stage.HARVEST, "oai:1", "page 1, record 1", "U+0003");
    private static final Problem SLOW =
            new Problem(Reason.TOKEN_EXPIRED, Severity.WARNING, Stage.HARVEST, "", "page 2", "t");

    private static final RawRecord RECORD =
            new RawRecord(new RecordId("a", "oai:1"), false, "f", "", List.of(), "page 1", "Абай", List.of());

    @TempDir
    Path folder;

    private Stores stores;

    /** Stores on a database that nobody else uses, and that is empty at first. */
    abstract Stores open(DataFolder data, Clock clock);

    @BeforeEach
    void openStores() throws IOException {
        stores = open(DataFolder.open(folder), Clock.systemUTC());
        stores.registry().save(new Library("semey", Map.of(Language.KK, "Семей"), "", "", ""));
        stores.registry()
                .save(new Source("a", "semey", SourceKind.OAI, "https://e.kz/oai", Map.of(), Source.State.ACTIVE));
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void keepsARejectedRecordsProblemUntilTheRecordIsTaken() throws LeaseRefused {
        run(new HarvestPage(
                List.of(), List.of(new HarvestPage.Rejected(BROKEN, "<record>", 1)), List.of(SLOW), Checkpoint.START));
        run(new HarvestPage(List.of(), List.of(), List.of(), Checkpoint.START));

        List<Problem> whileBroken = stores.problems().ofSource("a", 10);
        run(new HarvestPage(List.of(RECORD), List.of(), List.of(), Checkpoint.START));

        assertEquals(List.of(BROKEN), whileBroken);
        assertEquals(List.of(), stores.problems().ofSource("a", 10));
    }

    @Test
    void tellsOfARecordThatHadToBeMendedUntilItComesInOrder() throws LeaseRefused {
        Problem mended =
                new Problem(Reason.RECORD_MENDED, Severity.WARNING, Stage.HARVEST, "oai:1", "page 1", "U+0003");
        run(new HarvestPage(List.of(RECORD), List.of(), List.of(mended), Checkpoint.START));
        run(new HarvestPage(List.of(), List.of(), List.of(), Checkpoint.START));

        List<Problem> whileNothingCame = stores.problems().ofSource("a", 10);
        run(new HarvestPage(List.of(RECORD), List.of(), List.of(mended), Checkpoint.START));
        List<Problem> whileItCameTheSame = stores.problems().ofSource("a", 10);
        // The same as we had made of it before, so that the record itself is unchanged.
        run(new HarvestPage(List.of(RECORD), List.of(), List.of(), Checkpoint.START));

        assertEquals(List.of(mended), whileNothingCame);
        assertEquals(List.of(mended), whileItCameTheSame);
        assertEquals(List.of(), stores.problems().ofSource("a", 10));
    }

    @Test
    void tellsTheSameProblemOfManyRunsOnce() throws LeaseRefused {
        for (int i = 0; i < 3; i++) {
            run(new HarvestPage(
                    List.of(), List.of(new HarvestPage.Rejected(BROKEN, "<record>", 1)), List.of(), Checkpoint.START));
        }

        assertEquals(List.of(BROKEN), stores.problems().ofSource("a", 10));
        assertEquals(Map.of("record-broken", 1L), stores.problems().countsByReason());
    }

    @Test
    void forgetsWhatWasMendedLongAgoAndNothingElse() throws LeaseRefused {
        long first = run(new HarvestPage(
                List.of(), List.of(new HarvestPage.Rejected(BROKEN, "<record>", 1)), List.of(SLOW), Checkpoint.START));
        for (int i = 0; i < 25; i++) {
            run(new HarvestPage(List.of(), List.of(), List.of(), Checkpoint.START));
        }

        assertEquals(List.of(BROKEN), stores.problems().ofRun(first, 10));
        assertEquals(
                "<record>", stores.problems().rejected(first, 10).getFirst().payload());
    }

    @Test
    void forgetsTheOldReportsOfARecordThatEveryRunRejects() throws LeaseRefused {
        HarvestPage broken = new HarvestPage(
                List.of(), List.of(new HarvestPage.Rejected(BROKEN, "<record>", 1)), List.of(), Checkpoint.START);
        long first = run(broken);
        long second = run(broken);
        for (int i = 0; i < 22; i++) {
            run(broken);
        }

        assertEquals(List.of(), stores.problems().ofRun(first, 10));
        assertEquals(List.of(), stores.problems().rejected(second, 10));
        assertEquals(List.of(BROKEN), stores.problems().ofSource("a", 10));
    }

    @Test
    void letsAnEarlierReportStandWhereARunHasMoreThanIsKept() throws LeaseRefused {
        run(new HarvestPage(
                List.of(), List.of(new HarvestPage.Rejected(BROKEN, "<record>", 1)), List.of(), Checkpoint.START));

        run(new HarvestPage(
                List.of(),
                List.of(new HarvestPage.Rejected(BROKEN, "<record>", 1)),
                Collections.nCopies(Problems.KEPT_PER_RUN, SLOW),
                Checkpoint.START));

        assertEquals(List.of(BROKEN, SLOW), stores.problems().ofSource("a", 10));
    }

    private long run(HarvestPage page) throws LeaseRefused {
        Lease lease = stores.runs().begin("a");
        stores.records().store(lease, page);
        stores.runs().end(lease, RunStatus.COMPLETE);
        return lease.run();
    }
}
