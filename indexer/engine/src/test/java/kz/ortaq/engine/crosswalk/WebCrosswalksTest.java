package kz.ortaq.engine.crosswalk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Participation;
import kz.ortaq.records.Participation.Role;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.ResourceKind;
import org.junit.jupiter.api.Test;

/** Records of feeds and of pages, as their harvesters write them. */
final class WebCrosswalksTest {

    private final Crosswalks crosswalks = new Crosswalks();

    @Test
    void findsAVideoOfAChannelAsAVideoWithItsLink() throws RecordRejected {
        BibRecord record = map("feed", """
                {"title": ["Абай оқулары"], "kind-hint": ["video"], "extent": ["12:34"], "date": ["2026-10-01"],
                 "link": ["https://www.youtube.com/watch?v=abc"], "creator": ["Кітапхана"], "language": ["kk-KZ"]}""");

        assertEquals(ResourceKind.VIDEO, record.kind());
        assertEquals(List.of("https://www.youtube.com/watch?v=abc"), record.links());
        assertEquals(2026, record.year());
        assertEquals("Кітапхана", record.contributors().getFirst().name());
    }

    @Test
    void findsNewsAsArticlesAndMessagesAsTheyCome() throws RecordRejected {
        BibRecord news = map("feed", """
                {"title": ["<b>Выставка</b> &amp; встреча"], "kind-hint": ["article"], "description": ["<p>О книгах</p>"]}""");
        BibRecord message = map("feed", """
                {"title": ["Ай кітабы"], "document": ["https://kitap.example/a.pdf"]}""");

        assertEquals("Выставка & встреча", news.title());
        assertEquals("О книгах", news.descriptions().getFirst().text());
        assertEquals(ResourceKind.ARTICLE, news.kind());
        assertEquals(ResourceKind.OTHER, message.kind());
        assertEquals(List.of("https://kitap.example/a.pdf"), message.links());
    }

    @Test
    void mapsABookThatAPageDescribes() throws RecordRejected {
        BibRecord record = map("page", """
                {"title": ["Steppe"], "isbn": ["978-601-06-0000-1"], "kind-hint": ["book"], "language": ["en"],
                 "subject": ["степь"], "publisher": ["Жазушы"], "link": ["https://kitap.example/1"],
                 "document": ["https://kitap.example/1.epub"]}""");

        assertEquals(ResourceKind.BOOK, record.kind());
        assertEquals(
                new BibRecord.Identifier("isbn", "9786010600001", "isbn"),
                record.identifiers().getFirst());
        assertEquals(List.of("en"), record.languages());
        assertEquals(List.of("https://kitap.example/1", "https://kitap.example/1.epub"), record.links());
    }

    @Test
    void saysWhenAndHowOneTakesPart() throws RecordRejected {
        Participation course = map("page", """
                {"title": ["Қазақ тілі"], "kind-hint": ["course"], "start": ["2026-12-15T10:00+05:00"],
                 "deadline": ["1 желтоқсан 2026"], "price": ["тегін"], "venue": ["Семей"]}""").participation();
        Participation contest = map("page", """
                {"title": ["Конкурс эссе"], "type": ["конкурс"],
                 "description": ["Заявки принимаются до 20.12.2026 18:00. Итоги 15 января 2027 года."]}""").participation();
        Participation undated = map("page", """
                {"title": ["Курс"], "kind-hint": ["course"], "deadline": ["15 желтоқсанға дейін"]}""").participation();
        Participation book = map("page", """
                {"title": ["Book"], "kind-hint": ["book"], "price": ["5000"], "description": ["Apply before 1 May 2026"]}""").participation();

        assertEquals(
                "2026-12-15T05:00:00Z", course.occasions(Role.START).getFirst().moment());
        assertEquals("2026-12-01", course.occasions(Role.DEADLINE).getFirst().day());
        assertEquals("тегін", course.prices().getFirst().text());
        assertEquals(
                List.of(new Participation.Occasion(
                        Role.DEADLINE, "20.12.2026", "2026-12-20", "2026-12-20T13:00:00Z", "description")),
                contest.occasions());
        assertEquals(Participation.NONE, book);
        assertEquals(
                List.of("15 желтоқсанға дейін"),
                undated.occasions().stream()
                        .map(Participation.Occasion::written)
                        .toList());
        assertEquals(2026, map("page", """
                {"title": ["Кеш"], "kind-hint": ["event"], "start": ["5–7 декабря 2026"]}""").year());
    }

    private BibRecord map(String format, String payload) throws RecordRejected {
        RawRecord raw =
                new RawRecord(new RecordId("web", "1"), false, format, "", List.of(), "page", payload, List.of());
        return crosswalks.map(raw, List.of()).record();
    }
}
