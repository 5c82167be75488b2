package kz.ortaq.engine.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.engine.query.SearchResult.FacetValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a book is about reaches its readers in whichever language they ask. */
final class TopicsTest {

    @TempDir
    private Path folder;

    @Test
    void findsAndCountsBooksOfATopicInEveryLanguage() throws Exception {
        try (TestIndex index = new TestIndex(folder)) {
            index.put(
                    new TestWork("kk", "Дискриминант туралы").onTopics("mathematics", "algebra"),
                    new TestWork("ru", "Дроби и корни").onTopics("mathematics"),
                    new TestWork("none", "Дала гүлдері"));

            assertEquals(Set.of("kk", "ru"), Set.copyOf(index.found("mathematics")));
            assertEquals(Set.of("kk", "ru"), Set.copyOf(index.found("математика")));
            assertEquals(List.of("kk"), index.found("", Facet.TOPIC, "algebra"));
            assertEquals(
                    List.of(new FacetValue("mathematics", 2), new FacetValue("algebra", 1)),
                    index.search("", Map.of()).facets().get(Facet.TOPIC));
        }
    }
}
