package kz.ortaq.records.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Library;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What libraries and sources do on every database. */
abstract class RegistryContract {

    private static final Library SEMEY = new Library(
            "semey", Map.of(Language.KK, "Семей кітапханасы", Language.RU, "Библиотека Семея"), "city", "Абай", "");
    private static final Checkpoint HARVESTED = new Checkpoint("", "oai_dc", "", 0, "", "2026-11-22T06:00:00Z");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls openStores first
    private Stores stores;

    /** Stores on a database that nobody else uses, and that is empty at first. */
    abstract Stores open(DataFolder data, Clock clock);

    @BeforeEach
    void openStores() throws IOException, LeaseRefused {
        stores = open(DataFolder.open(folder), Clock.systemUTC());
        stores.registry().save(SEMEY);
        stores.registry().save(source("https://example.org/oai"));
        Lease lease = stores.runs().begin("a");
        stores.records().store(lease, new HarvestPage(List.of(), List.of(), List.of(), HARVESTED));
        stores.registry().confirm("a", true);
    }

    private static Source source(String address) {
        return new Source("a", "semey", SourceKind.OAI, address, Map.of("set", "кітап"), Source.State.ACTIVE);
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void keepsWhatIsKnownOfALibraryAndItsSources() {
        assertEquals(List.of(SEMEY), stores.registry().libraries());
        assertEquals(
                Optional.of(source("https://example.org/oai")),
                stores.registry().source("a"));
    }

    @Test
    void keepsWhereALibraryStands() {
        Library.Standing standing =
                new Library.Standing("101000000", "abai-region", "culture", "940140000385", "IRBIS64");
        Library known = new Library("semey", SEMEY.names(), "city", "Абай", "", standing);

        stores.registry().save(known);

        assertEquals(Optional.of(known), stores.registry().library("semey"));
    }

    @Test
    void aSourceGoesOnWhereOnlyItsRequestsGoElsewhere() {
        Map<String, String> options = Map.of("set", "кітап", Source.REQUEST, "https://example.org/{id}");
        stores.registry()
                .save(new Source(
                        "a", "semey", SourceKind.OAI, "https://example.org/oai", options, Source.State.ACTIVE));

        assertEquals(HARVESTED, stores.registry().checkpoint("a"));
    }

    @Test
    void aSourceThatMovesGoesOnFromWhereItGotTo() {
        stores.registry().save(source("https://example.org/new"));

        assertEquals(
                "https://example.org/new",
                stores.registry().source("a").orElseThrow().address());
        assertEquals(HARVESTED, stores.registry().checkpoint("a"));
    }

    @Test
    void aSourceThatWasRemovedBeginsAgain() {
        stores.registry().setState("a", Source.State.REMOVED);
        assertEquals(List.of(), stores.registry().sources());

        stores.registry().save(source("https://example.org/oai"));

        assertEquals(Checkpoint.START, stores.registry().checkpoint("a"));
        assertFalse(stores.registry().confirmed("a"));
    }

    @Test
    void otherOptionsBeginAgainAndMayChangeEverything() {
        stores.registry().confirm("a", false);

        stores.registry()
                .save(new Source(
                        "a",
                        "semey",
                        SourceKind.OAI,
                        "https://example.org/oai",
                        Map.of("prefix", "marc21"),
                        Source.State.ACTIVE));

        assertEquals(Checkpoint.START, stores.registry().checkpoint("a"));
        assertTrue(stores.registry().confirmed("a"));
    }

    @Test
    void aLibraryThatWasRemovedIsListedNoMore() {
        stores.registry().remove("semey");

        assertEquals(List.of(), stores.registry().libraries());
        assertEquals(Optional.empty(), stores.registry().library("semey"));
    }

    @Test
    void everyChangeIsToldByAVersion() {
        Source source = new Source("v", SEMEY.id(), SourceKind.OAI, "https://e.kz/v", Map.of(), Source.State.ACTIVE);
        List<Runnable> changes = List.of(
                () -> stores.registry().save(SEMEY),
                () -> stores.registry().save(source),
                () -> stores.registry().setState("v", Source.State.REMOVED),
                () -> stores.registry().remove(SEMEY.id()));
        long before = stores.registry().version();

        changes.forEach(Runnable::run);

        assertEquals(before + changes.size(), stores.registry().version());
    }
}
