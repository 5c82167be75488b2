package kz.ortaq.harvesters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.HarvestRun;
import kz.ortaq.records.Library;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HarvestsTest {

    @Test
    void callsAnInterruptedRunPartial(@TempDir Path temporary) throws Exception {
        Stores stores = Stores.open(DataFolder.open(temporary), Clock.systemUTC());
        stores.registry().save(new Library("kitap", Map.of(Language.KK, "Кітап"), "school", "", ""));
        Source source =
                new Source("kitap", "kitap", SourceKind.OAI, "http://kitap.example/", Map.of(), Source.State.ACTIVE);
        stores.registry().save(source);
        RawRecord record =
                new RawRecord(new RecordId("kitap", "1"), false, "x", "", List.of(), "page 1", "<x/>", List.of());
        Harvester interrupted = (asked, checkpoint, sink) -> {
            sink.accept(new HarvestPage(List.of(record), List.of(), List.of(), checkpoint));
            throw new InterruptedException("stopped");
        };
        Harvests harvests = new Harvests(stores, Map.of(SourceKind.OAI, interrupted));

        assertThrows(InterruptedException.class, () -> harvests.harvest(source, counts -> {}));

        assertEquals(
                List.of(RunStatus.PARTIAL),
                stores.runs().latest(10).stream().map(HarvestRun::status).toList());
    }
}
