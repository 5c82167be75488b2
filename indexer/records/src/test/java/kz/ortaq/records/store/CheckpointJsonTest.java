package kz.ortaq.records.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import kz.ortaq.records.Checkpoint;
import org.junit.jupiter.api.Test;

class CheckpointJsonTest {

    @Test
    void readsACheckpointThatAnOlderProgramStored() {
        String older = """
                {"token":"а b","format":"oai_dc","from":"2026-01-01","page":4,
                 "startedAt":"2026-11-20T00:00:00Z","completedAt":"2026-01-02"}""";

        assertEquals(
                new Checkpoint("а b", "oai_dc", "2026-01-01", 4, "2026-11-20T00:00:00Z", "2026-01-02"),
                Json.checkpoint(older));
    }

    @Test
    void readsBackWhatItWrote() {
        Checkpoint checkpoint = new Checkpoint(
                "қ",
                "marc21",
                "2020-01-01",
                7,
                "2026-11-20T00:00:00Z",
                "",
                "2020-12-31",
                9_000,
                4_200,
                true,
                "2026-11-19");

        assertEquals(checkpoint, Json.checkpoint(Json.write(checkpoint)));
    }
}
