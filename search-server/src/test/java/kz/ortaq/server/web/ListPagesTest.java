package kz.ortaq.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a library recommends, on the pages and in the API. */
final class ListPagesTest {

    @Test
    void aListStandsOnItsOwnPageOnThatOfItsLibraryAndOnThoseOfItsWorks(@TempDir Path folder) throws Exception {
        try (PagesFixture library = new PagesFixture(folder)) {
            library.record("1", "<dc:title>Абай жолы</dc:title><dc:creator>Әуезов М.</dc:creator>");
            library.record("2", "<dc:title>Кочевники</dc:title><dc:creator>Есенберлин И.</dc:creator>");
            library.serve();
            String first = new RecordId("semey", "2").minted("w");
            String second = new RecordId("semey", "1").minted("w");
            CuratedList list = CuratedList.of(
                    "semey",
                    "Ай кітабы",
                    "kk",
                    "Қараша",
                    List.of(
                            new CuratedList.Entry(first, "Кочевники", "Тарихи трилогия <b>"),
                            new CuratedList.Entry(second, "Абай жолы", ""),
                            new CuratedList.Entry("w0", "Жоғалған кітап", "")));
            library.recommend(list);

            String page = library.get("/ru/lists/" + list.id()).body();
            assertTrue(page.indexOf("Кочевники") < page.indexOf("Абай жолы"), page);
            assertTrue(page.contains("href=\"/ru/works/" + first + "\""), page);
            assertTrue(page.contains("Тарихи трилогия &lt;b&gt;") && page.contains("Жоғалған кітап"), page);
            assertTrue(page.contains("Школьная библиотека Семея"), page);
            assertTrue(library.get("/en/libraries/semey").body().contains("/en/lists/" + list.id()));
            assertTrue(library.get("/kk/works/" + second).body().contains("Қай тізімдерде бар"));
            assertTrue(library.get("/api/v1/lists/" + list.id()).body().contains("Тарихи трилогия"));
            assertTrue(library.get("/api/v1/libraries/semey").body().contains("Ай кітабы"));
            HttpResponse<String> none = library.get("/kk/lists/none");
            assertEquals(404, none.statusCode());
            assertTrue(none.body().contains("кітапхана тізімін алып тастауы мүмкін"), none.body());
            assertEquals(404, library.get("/api/v1/lists/none").statusCode());
        }
    }
}
