package kz.ortaq.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import kz.ortaq.engine.cluster.Heading;
import kz.ortaq.engine.cluster.Keys;
import kz.ortaq.engine.cluster.Node;
import kz.ortaq.engine.cluster.Traits;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.ResourceKind;
import org.junit.jupiter.api.Test;

class StoredTraitsTest {

    private static Traits traits() {
        return Traits.of(BibRecord.titled(List.of(new BibRecord.Value("Абай жолы", "kk", "")))
                .contributors(List.of(new BibRecord.Contributor("Әуезов, Мұхтар", "creator", "")))
                .kind(ResourceKind.BOOK)
                .languages(List.of("kk"))
                .year(2019)
                .build());
    }

    @Test
    void readsWhatItWrote() {
        assertEquals(traits(), StoredTraits.read(StoredTraits.write(traits())));
    }

    @Test
    void readsWhatAnOlderProgramWroteThatKnewFewerFields() {
        Traits read = StoredTraits.read("""
                {"title":[["abai"],["joly"]],"isbns":null,"year":2019,"kind":"book","forgotten":["x"]}""");

        assertEquals(List.of(List.of("abai"), List.of("joly")), read.title());
        assertEquals(List.of(), read.isbns());
        assertEquals(List.of(), read.publishers());
        assertEquals("", read.component());
        assertEquals(2019, read.year());
    }

    @Test
    void takesWhatItCannotReadForARecordThatSaysNothing() {
        for (String json : List.of("{}", "{\"title\":7}", "{\"kind\":\"scroll\"}", "{\"authors\":[\"Абай\"]}", "[]")) {
            Traits read = StoredTraits.read(json);

            assertEquals(Traits.NONE, read, json);
            assertEquals(Set.of(), Keys.of(read));
            assertEquals("h", Heading.of("h", List.of(new Node("d", read, "h"))).id());
        }
    }
}
