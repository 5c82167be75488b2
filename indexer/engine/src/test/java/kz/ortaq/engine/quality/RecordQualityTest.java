package kz.ortaq.engine.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.BibRecordBuilder;
import kz.ortaq.records.Participation;
import kz.ortaq.records.ResourceKind;
import org.junit.jupiter.api.Test;

class RecordQualityTest {

    private static BibRecord.Value value(String text) {
        return new BibRecord.Value(text, "", "field");
    }

    private static BibRecordBuilder textbook() {
        return BibRecord.titled(List.of(value("Алгебра 7-сынып")))
                .kind(ResourceKind.TEXTBOOK)
                .level("school");
    }

    private static RecordQuality judged(BibRecordBuilder record) {
        return RecordQuality.of(record.build(), false, false);
    }

    @Test
    void aRecordThatTellsEverythingIsWorthAHundred() {
        RecordQuality quality = judged(textbook()
                .contributors(List.of(new BibRecord.Contributor("Әбілқасымова А.", "creator", "field")))
                .topics(List.of("algebra"))
                .languages(List.of("kk"))
                .origins(Map.of("languages", List.of("field")))
                .year(2017)
                .identifiers(List.of(new BibRecord.Identifier("isbn", "9786012345671", "field")))
                .publishers(List.of(value("Мектеп")))
                .descriptions(List.of(value("Оқулық")))
                .grades(List.of(7))
                .callNumbers(List.of(value("22.14"))));

        assertEquals(List.of(), quality.lacks());
        assertEquals(100, quality.score());
    }

    @Test
    void aTitleAloneLacksWhatATextbookIsAskedForAndTheWeightiestStandsFirst() {
        RecordQuality quality = judged(textbook());

        assertEquals(
                List.of(
                        Criterion.AUTHOR,
                        Criterion.SUBJECT,
                        Criterion.GRADE,
                        Criterion.LANGUAGE,
                        Criterion.YEAR,
                        Criterion.NUMBER,
                        Criterion.WAY,
                        Criterion.PUBLISHER,
                        Criterion.DESCRIPTION),
                quality.lacks());
        assertEquals(100.0 * 10 / 105, quality.score(), 1e-9);
    }

    @Test
    void aLanguageFoundInTheTextIsNotOneThatTheRecordTells() {
        assertEquals(true, judged(textbook().languages(List.of("kk"))).lacks().contains(Criterion.LANGUAGE));
    }

    @Test
    void asksOnlyForWhatAThingCanHave() {
        RecordQuality old = judged(BibRecord.titled(List.of(value("Абай жолы")))
                .kind(ResourceKind.BOOK)
                .year(1954));
        RecordQuality volume =
                judged(textbook().partOf(List.of(new BibRecord.Host("Algebra", "", "1", "", List.of(), "field"))));
        RecordQuality article =
                judged(BibRecord.titled(List.of(value("История Семея"))).kind(ResourceKind.ARTICLE));
        RecordQuality contest =
                judged(BibRecord.titled(List.of(value("Олимпиада"))).kind(ResourceKind.CONTEST));
        RecordQuality university = judged(textbook().level("university"));

        assertEquals(false, Criterion.NUMBER.in(old.expected()));
        assertEquals(false, Criterion.NUMBER.in(volume.expected()));
        assertEquals(true, Criterion.HOST.in(article.lacking()));
        assertEquals(false, Criterion.YEAR.in(contest.expected()));
        assertEquals(false, Criterion.AUTHOR.in(contest.expected()));
        assertEquals(false, Criterion.GRADE.in(university.expected()));
    }

    @Test
    void aContestIsJudgedByHowOneTakesPartInItAndABookByWhereItStands() {
        BibRecordBuilder contest =
                BibRecord.titled(List.of(value("Абай оқулары"))).kind(ResourceKind.CONTEST);
        Participation there = new Participation(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(value("Семей, №3 мектеп")));

        RecordQuality silent = judged(contest);
        RecordQuality held = judged(contest.participation(there));
        RecordQuality registered = judged(contest.links(List.of("https://daryn.kz/abai")));
        RecordQuality book = judged(textbook().participation(there));

        assertEquals(true, silent.lacks().contains(Criterion.TAKING_PART));
        assertEquals(false, held.lacks().contains(Criterion.TAKING_PART));
        assertEquals(false, registered.lacks().contains(Criterion.TAKING_PART));
        assertEquals(false, silent.lacks().contains(Criterion.WAY));
        assertEquals(true, book.lacks().contains(Criterion.WAY));
        assertEquals(false, book.lacks().contains(Criterion.TAKING_PART));
    }

    @Test
    void aLinkIsJudgedByWhatCameOfIt() {
        BibRecord linked = textbook().links(List.of("https://kitap.kz/7")).build();
        RecordQuality works = RecordQuality.of(linked, true, true);

        assertEquals(false, works.lacks().contains(Criterion.LINK));
        assertEquals(true, works.withBrokenLink().lacks().contains(Criterion.LINK));
        assertEquals(true, RecordQuality.of(linked, true, false).lacks().contains(Criterion.TEXT));
        assertEquals(true, judged(textbook()).withBrokenLink().equals(judged(textbook())));
    }
}
