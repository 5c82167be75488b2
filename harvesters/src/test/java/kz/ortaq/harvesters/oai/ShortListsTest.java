package kz.ortaq.harvesters.oai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.records.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of what changed that end before they said they would. */
final class ShortListsTest {

    @TempDir
    private Path folder;

    private final TestRepository repository = new TestRepository().withMonths(1, 23);

    @Test
    void asksForWhatChangedAndWasLeftOutOfAListThatSaysItIsLonger() throws IOException {
        repository.paging(10);
        try (LocalServer server = repository.serve()) {
            StoredHarvests harvests = new StoredHarvests(folder, server);
            harvests.run();
            // Older states of all of them are stored, so that none is missing by its name.
            repository
                    .redated("2026-11-23T07:00:00Z")
                    .fault((arguments, answer) ->
                            arguments.getOrDefault("verb", "").equals("ListIdentifiers")
                                            || !arguments
                                                    .getOrDefault("resumptionToken", "")
                                                    .endsWith("|10")
                                    ? Optional.empty()
                                    : Optional.of(Reply.xml(TestRepository.body(answer)
                                            .replaceAll(">[^<]*</resumptionToken>", "></resumptionToken>"))));

            HarvestReport report = harvests.run();

            assertEquals(RunStatus.COMPLETE, report.run().status());
            assertEquals(
                    3,
                    repository.requests().stream()
                            .filter(request -> request.startsWith("GetRecord"))
                            .count());
        }
    }
}
