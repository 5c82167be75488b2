package kz.ortaq.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.BibRecordBuilder;
import kz.ortaq.records.RecordId;
import org.junit.jupiter.api.Test;

/** What becomes of the fields of several records of one edition. */
final class MergingTest {

    private static BibRecordBuilder record(String... places) {
        return BibRecord.titled(List.of(value("Қазақ даласының жырлары"))).places(values(places));
    }

    private static BibRecord.Value value(String text) {
        return new BibRecord.Value(text, "", "field");
    }

    private static List<BibRecord.Value> values(String... texts) {
        return Stream.of(texts).map(MergingTest::value).toList();
    }

    private static Merging.Merged merged(BibRecordBuilder... records) {
        int[] number = {0};
        return Merging.merge(Stream.of(records)
                .map(record -> new Merging.Source(new RecordId("s", String.valueOf(number[0]++)), record.build()))
                .toList());
    }

    private static List<String> texts(List<BibRecord.Value> values) {
        return values.stream().map(BibRecord.Value::text).toList();
    }

    @Test
    void keepsThePlacesThatDifferentLibrariesNameEachOnce() {
        Merging.Merged merged = merged(
                record("Абай облысы").subjects(values("Жыр")).origins(Map.of("places", List.of("dc:coverage"))),
                record("АБАЙ ОБЛЫСЫ", "Павлодарская область").origins(Map.of("places", List.of("607$a"))),
                record("Kostanay Region"));

        assertEquals(
                List.of("Абай облысы", "Павлодарская область", "Kostanay Region"),
                texts(merged.record().places()));
        assertEquals(List.of("dc:coverage", "607$a"), merged.record().origins().get("places"));
        assertFalse(merged.from().containsKey("places"), "no one record gave them");
    }

    @Test
    void addsTheLanguagesOfWhoNamesOneOfTheBestRecordToo() {
        BibRecordBuilder best = record().subjects(values("Сөздік")).languages(List.of("kk"));

        assertEquals(
                List.of("kk", "ru"),
                merged(best, record().languages(List.of("kk", "ru"))).record().languages());
        assertEquals(
                List.of("kk"),
                merged(best, record().languages(List.of("ru"))).record().languages(),
                "another language alone is more likely a wrong code");
        assertEquals(
                List.of("en"),
                merged(record(), record().languages(List.of("en"))).record().languages());
    }

    @Test
    void boundsWhatIsGathered() {
        BibRecordBuilder[] many = Stream.iterate(0, number -> number + 1)
                .limit(130)
                .map(number -> record("Place " + number))
                .toArray(BibRecordBuilder[]::new);

        assertEquals(100, merged(many).record().places().size());
    }

    @Test
    void takesPeopleAndAudiencesWholeFromOneRecord() {
        Merging.Merged merged = merged(
                record().audiences(values("7-сынып"))
                        .subjects(values("Алгебра"))
                        .keywords(values("тест")),
                record().audiences(values("для 7 класса")).keywords(values("Тест", "есеп")));

        assertEquals(List.of("7-сынып"), texts(merged.record().audiences()));
        assertEquals(new RecordId("s", "0"), merged.from().get("audiences"));
        assertEquals(List.of("тест", "Тест", "есеп"), texts(merged.record().keywords()));
    }
}
