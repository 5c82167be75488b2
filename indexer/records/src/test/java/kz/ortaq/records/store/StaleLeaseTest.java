package kz.ortaq.records.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.records.Library;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleLeaseTest {

    @TempDir
    Path folder;

    /** Begins a run in a process of its own, which is then killed. */
    static final class Beginner {

        private Beginner() {}

        public static void main(String[] arguments) throws IOException, LeaseRefused, InterruptedException {
            Stores stores = Stores.open(DataFolder.open(Path.of(arguments[0])), Clock.systemUTC());
            System.out.println(stores.runs().begin("a").run());
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    void recognisesTheRunOfAKilledProcess() throws IOException, LeaseRefused, InterruptedException {
        Stores stores = Stores.open(DataFolder.open(folder), Clock.systemUTC());
        stores.registry().save(new Library("semey", Map.of(Language.KK, "Семей"), "", "", ""));
        stores.registry().save(new Source("a", "semey", SourceKind.FOLDER, "/books", Map.of(), Source.State.ACTIVE));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Beginner.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long left = Long.parseLong(process.inputReader().readLine());
        process.destroyForcibly().waitFor();

        Lease lease = stores.runs().begin("a");

        assertEquals(left, lease.interrupted());
        assertTrue(lease.run() > left);
        assertEquals(RunStatus.FAILED, stores.runs().run(left).status());
    }
}
