package kz.ortaq.engine.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that are sentences, and what each of their words counts. */
final class SentencesTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls open first
    private TestIndex index;

    @BeforeEach
    void open() throws Exception {
        index = new TestIndex(folder);
    }

    @AfterEach
    void close() throws Exception {
        index.close();
    }

    @Test
    void countsAWordThatIsCommonInTheLanguageLessThanOneThatIsNot() throws Exception {
        // Each word is in one of the works: the index alone cannot tell which of them says more.
        index.put(
                new TestWork("common", "Бірінші").page(1, "Балалар мектепке барады"),
                new TestWork("rare", "Екінші").page(1, "Шежіре айтады"),
                new TestWork("other", "Үшінші").page(1, "Дала кең"));

        List<String> found = index.found("Мектеп пен шежіре қайда?");

        assertEquals(List.of("rare", "common"), found);
    }

    @Test
    void findsAWordDerivedFromTheRootOfAnother() throws Exception {
        index.put(
                new TestWork("derived", "Бірінші").page(1, "Әдебиеттанушылар жиналды"),
                new TestWork("other", "Екінші").page(1, "Дала кең, тау биік"));

        assertEquals(List.of("derived"), index.found("Әдеби кештер қашан басталды?"));
    }

    @Test
    void wantsOneRareWordOfFourOrSeveralCommonOnes() throws Exception {
        TestWork[] works = new TestWork[40];
        for (int i = 0; i < works.length; i++) {
            works[i] = new TestWork("common-" + i, "Қала мен дала " + i).page(1, "Қала, дала, өзен");
        }
        index.put(works);
        index.put(
                new TestWork("rare", "Сарматтар").page(1, "Олар көшіп жүрді"),
                new TestWork("one", "Қалалар").page(1, "Үлкен"));

        List<String> found = index.found("сарматтар қаласы даласы өзені");

        assertTrue(found.contains("rare"), "the one rare word is enough");
        assertTrue(found.contains("common-1"), "three common words are enough");
        assertFalse(found.contains("one"), "one common word is too little");
    }

    @Test
    void findsByTheLemmaAloneWhatNearlyEveryPageHas() throws Exception {
        for (int i = 0; i < 60; i++) {
            index.put(new TestWork("work-" + i, "Жинақ " + i).page(1, "Қазақстандағы оқиғалар " + i));
        }
        index.put(new TestWork("wanted", "Жазба").page(1, "Қазақстанда мұнай өндіріледі"));

        assertEquals(
                "wanted", index.found("Қазақстанның мұнайы қайда өндіріледі?").getFirst());
        assertEquals(
                "wanted", index.found("Qazaqstannyń munaıy qaıda óndiriledi?").getFirst());
        assertEquals(
                50,
                index.found("Қазақстан туралы не жазылған, қандай кітаптарда?").size());
    }
}
