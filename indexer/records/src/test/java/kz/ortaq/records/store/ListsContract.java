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
import kz.ortaq.config.Reason;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Library;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lists of sources do on every database. */
abstract class ListsContract {

    private static final Source SOURCE =
            new Source("a", "semey", SourceKind.OAI, "https://e.kz/oai", Map.of(), Source.State.ACTIVE);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls openStores first
    private Stores stores;

    /** Stores on a database that nobody else uses, and that is empty at first. */
    abstract Stores open(DataFolder data, Clock clock);

    @BeforeEach
    void openStores() throws IOException, LeaseRefused {
        stores = open(DataFolder.open(folder), Clock.systemUTC());
        stores.registry().save(new Library("semey", Map.of(Language.KK, "Семей"), "", "", ""));
        stores.registry().save(SOURCE);
        Lease lease = stores.runs().begin("a");
        stores.records()
                .store(
                        lease,
                        new HarvestPage(
                                List.of(record("1", "ай_1"), record("2", "айы1"), record("3", "ай_1:қараша")),
                                List.of(),
                                List.of(),
                                Checkpoint.START));
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    private static RawRecord record(String identifier, String set) {
        return new RawRecord(new RecordId("a", identifier), false, "f", "", List.of(set), "", "<r/>", List.of());
    }

    private static CuratedList list(String name, String... titles) {
        return CuratedList.harvested(
                SOURCE,
                name,
                "Ай кітабы",
                "kk",
                "",
                "",
                List.of(titles).stream()
                        .map(title -> new CuratedList.Entry("", title, "Әуезов М.", List.of("9786013316048"), ""))
                        .toList());
    }

    private List<String> titles(CuratedList list) {
        return stores.lists().list(list.id()).stream()
                .flatMap(found -> found.entries().stream().map(CuratedList.Entry::title))
                .toList();
    }

    @Test
    void aHarvestReplacesTheListsOfItsSourceAndNoOther() {
        CuratedList made =
                CuratedList.of("semey", "Ай кітабы", "kk", "", List.of(new CuratedList.Entry("w1", "Ұлпан", "")));
        stores.lists().save(made);
        stores.lists().harvested("a", List.of(list("1", "Абай жолы"), list("2", "Кочевники")), true);
        stores.lists().harvested("a", List.of(list("1", "Путь Абая", "Абай жолы")), false);
        assertEquals(List.of("Путь Абая", "Абай жолы"), titles(list("1")));
        assertEquals(List.of("Кочевники"), titles(list("2")), "a harvest that was cut short takes nothing away");

        stores.lists().harvested("a", List.of(list("1", "Абай жолы")), true);

        assertEquals(List.of("Абай жолы"), titles(list("1")));
        assertEquals(List.of(), titles(list("2")));
        assertEquals(List.of("Ұлпан"), titles(made));
        assertEquals(2, stores.lists().ofLibrary("semey").size());
    }

    @Test
    void whatWasNotFoundIsToldAndLookedForWhenWorksChanged() {
        CuratedList list = list("1", "Абай жолы", "Жоқ кітап");
        stores.lists().harvested("a", List.of(list), true);
        List<ListMatches.Open> open = stores.matches().open(5, 10);
        assertEquals(2, open.size());

        stores.matches()
                .keep(
                        List.of(
                                new ListMatches.Match(open.get(0), ListMatches.Found.SEVERAL, 0),
                                new ListMatches.Match(open.get(1), ListMatches.Found.NONE, 0)),
                        5);

        assertEquals(
                List.of(Reason.LIST_ENTRY_SEVERAL, Reason.LIST_ENTRY_UNKNOWN),
                stores.problems().ofSource("a", 10).stream()
                        .map(Problem::reason)
                        .toList());
        assertEquals(List.of(), stores.matches().open(5, 10));
        assertEquals(2, stores.matches().open(6, 10).size());

        stores.lists().harvested("a", List.of(), true);
        assertEquals(List.of(), stores.problems().ofSource("a", 10));
    }

    @Test
    void findsTheRecordsOfASetAndThoseThatAreCalledSo() {
        assertEquals(List.of("1", "3"), stores.matches().ofSet("a", "ай_1", 10));
        assertEquals(1, stores.matches().named("2").size());
        assertTrue(stores.matches().work(stores.matches().named("2").getFirst()).isEmpty());
        assertEquals(Map.of(), stores.matches().telling(List.of("w1")));
        assertEquals(List.of(), stores.matches().records("w1", "semey", 5));
        assertEquals(List.of(), stores.lists().ofWork("w1"));
    }
}
