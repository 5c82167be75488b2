package kz.ortaq.engine.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.ortaq.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an index keeps, and what it loses. */
final class SearchIndexTest {

    @TempDir
    private Path folder;

    private static TestWork abai() {
        return new TestWork("w1", "Абай жолы").page(1, "Шыңғыстау даласы").page(2, "Құнанбай аулы");
    }

    @Test
    void findsAWorkOnceItIsPutAndNoMoreOnceItIsRemoved() throws Exception {
        try (TestIndex index = new TestIndex(folder)) {
            index.put(abai(), new TestWork("w2", "Путь Абая"), new TestWork("w3", "The Way of Abai"));
            assertEquals(List.of("w1"), index.found("жолы"));

            index.index().remove("w1");
            index.index().refresh();

            assertEquals(List.of(), index.found("жолы"));
            assertEquals(List.of(), index.found("Құнанбай"));
            assertEquals(2, index.index().works());
            assertEquals(0, index.index().worksWithText());
        }
    }

    @Test
    void putsAWorkInPlaceOfWhatItWas() throws Exception {
        try (TestIndex index = new TestIndex(folder)) {
            index.put(abai());

            index.put(new TestWork("w1", "Қан мен тер").page(7, "Арал теңізі"));

            assertEquals(List.of(), index.found("Абай"));
            assertEquals(List.of(), index.found("Құнанбай"));
            assertEquals(List.of("w1"), index.found("Арал"));
            assertEquals(1, index.index().works());
            assertEquals(1, index.index().worksWithText());
        }
    }

    @Test
    void keepsTheCommittedCursorAndWorksWhenClosedWithoutCommit() throws Exception {
        try (TestIndex index = new TestIndex(folder)) {
            index.put(abai());
            index.index().advance(7);
            index.index().commit();
            index.put(new TestWork("w2", "Қан мен тер"));
            index.index().remove("w1");
            index.index().advance(9);
        }

        try (TestIndex index = new TestIndex(folder)) {
            assertEquals(7, index.index().cursor());
            assertEquals(List.of("w1"), index.found(""));
            assertEquals(List.of("w1"), index.found("Құнанбай"));
        }
    }

    @Test
    void startsAtCursorZero() throws Exception {
        try (TestIndex index = new TestIndex(folder)) {
            assertEquals(0, index.index().cursor());
            assertEquals(0, index.index().works());
            assertEquals(List.of(), index.found("Абай"));
            assertTrue(index.index().matchesProgram());
        }
    }

    @Test
    void isBusyForASecondWriter() throws Exception {
        try (TestIndex index = new TestIndex(folder)) {
            assertThrows(SearchIndex.Busy.class, () -> new TestIndex(folder));

            index.put(abai());
            assertEquals(1, index.index().works());
        }
        try (TestIndex again = new TestIndex(folder)) {
            assertEquals(0, again.index().works());
        }
    }

    @Test
    void openedForReadingShowsWhatIsCommittedAndFollowsItOnRefresh() throws Exception {
        assertEquals(Optional.empty(), SearchIndex.openForReading(folder, TestIndex.PATIENT));

        try (TestIndex index = new TestIndex(folder)) {
            index.put(abai());
            index.index().advance(1);
            index.index().commit();
            try (SearchIndex reader =
                    SearchIndex.openForReading(folder, TestIndex.PATIENT).orElseThrow()) {
                assertEquals(1, reader.works());
                assertEquals(1, reader.cursor());

                index.put(new TestWork("w2", "Қан мен тер"));
                reader.refresh();
                assertEquals(1, reader.works());

                index.index().commit();
                reader.refresh();
                assertEquals(2, reader.works());
                assertThrows(IllegalStateException.class, () -> reader.remove("w1"));
            }
        }
    }

    @Test
    void knowsAnIndexThatAnotherProgramBuilt() throws Exception {
        try (TestIndex index = new TestIndex(folder)) {
            index.put(abai());
            index.index().commit();
            assertTrue(index.index().matchesProgram());
        }

        OtherProgram.claims(folder);

        try (TestIndex index = new TestIndex(folder)) {
            assertFalse(index.index().matchesProgram());
            assertEquals(1, index.index().works());
        }
    }

    @Test
    void givesTheStoredFieldsOfEveryWorkWithItsPages() throws Exception {
        try (TestIndex index = new TestIndex(folder)) {
            index.put(abai(), new TestWork("w2", "Қан мен тер"), new TestWork("w3", "Жойылған"));
            index.index().remove("w3");
            index.put(new TestWork("w2", "Қан мен тер. 2"));

            Map<String, String> stored = stored(index.index());

            assertEquals(List.of("w1", "w2"), List.copyOf(stored.keySet()));
            String first = stored.getOrDefault("w1", "");
            assertTrue(first.indexOf("Шыңғыстау") < first.indexOf("Құнанбай аулы"), first);
            assertTrue(first.contains("page.number=2"), first);
            assertTrue(stored.getOrDefault("w2", "").contains("Қан мен тер. 2"));
        }
    }

    @Test
    void twoIndexesOfTheSameWorksStoreTheSame() throws Exception {
        try (TestIndex first = new TestIndex(folder.resolve("1"));
                TestIndex second = new TestIndex(folder.resolve("2"))) {
            first.put(abai(), new TestWork("w2", "Қан мен тер"));
            second.put(new TestWork("w2", "басқа"), new TestWork("w2", "Қан мен тер"));
            second.put(abai());

            assertEquals(stored(first.index()), stored(second.index()));
        }
    }

    @Test
    void skipsPagesWithoutAWord() throws Exception {
        try (TestIndex index = new TestIndex(folder)) {
            index.put(new TestWork("w1", "Сурет").page(1, " \n ").page(2, ""));

            assertEquals(0, index.index().worksWithText());
            assertFalse(index.search("").hits().getFirst().work().fullText());
        }
    }

    @Test
    void saysWhenTheTimeIsUp() throws Exception {
        try (TestIndex index = new TestIndex(folder)) {
            List<TestWork> works = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                works.add(new TestWork("w" + i, "Абай жолы " + i));
            }
            index.put(works.toArray(TestWork[]::new));
            index.index().commit();
        }

        try (SearchIndex hurried = SearchIndex.openForReading(folder, new Settings.Search(500, 10, 0))
                .orElseThrow()) {
            assertFalse(hurried.search(TestIndex.request("Абай")).complete());
        }
    }

    private static Map<String, String> stored(SearchIndex index) throws IOException {
        Map<String, String> stored = new TreeMap<>();
        index.forEachStored(stored::put);
        return stored;
    }
}
