package kz.ortaq.server.web;

import java.nio.file.Path;
import java.util.List;
import kz.ortaq.records.Library;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;

/** One book of six libraries in several places, on a real server. */
final class NearLibraries {

    private static final String BOOK = """
            <dc:title>Абай жолы</dc:title><dc:creator>Әуезов, Мұхтар</dc:creator><dc:publisher>Жазушы</dc:publisher>
            <dc:date>2009</dc:date><dc:language>kk</dc:language><dc:identifier>ISBN 978-601-331-604-8</dc:identifier>
            <dc:coverage>%s</dc:coverage>""";
    static final String WORK = new RecordId("abai", "oai:abai:7 №").minted("w");

    private NearLibraries() {}

    static PagesFixture serve(Path folder) throws Exception {
        PagesFixture libraries = new PagesFixture(folder);
        libraries.stands("semey", "city", standing("101000000", "oskemen"), "");
        libraries.record("oai:semey:1", BOOK.formatted("Семипалатинская область"));
        other(libraries, "abai", "village", standing("103230100", ""));
        other(libraries, "karauyl", "school", standing("103200000", ""));
        other(libraries, "oskemen", "regional", standing("631000000", ""));
        other(libraries, "astana", "national", standing("", ""));
        other(libraries, "medeu", "district", standing("751710000", ""));
        libraries.stands(
                "oskemen",
                "regional",
                standing("631000000", ""),
                "https://koha.example.org/opac-reserve.pl?biblionumber={id}&isbn={isbn}");
        libraries.library("qor", "Қор", "Фонд", "Fund");
        String row = "{\"title\":[\"Тың жер\"],\"place\":[\"Целиноград\"],\"date\":[\"1975\"],\"sheet\":\"Қор\"}";
        RecordId old = new RecordId("qor", "r1");
        libraries.store("qor", List.of(new RawRecord(old, false, "sheet", "", List.of(), "row 3", row, List.of())));
        return libraries.serve();
    }

    private static Library.Standing standing(String place, String parent) {
        return new Library.Standing(place, parent, "culture", "940140000385", "Koha");
    }

    private static void other(PagesFixture libraries, String id, String kind, Library.Standing standing)
            throws Exception {
        libraries.library(id, id, id, id);
        libraries.stands(id, kind, standing, "");
        String about = id.equals("astana") ? "Abai Region" : "Абай облысы, Абай ауданы";
        libraries.store(id, List.of(PagesFixture.raw(id, "oai:" + id + ":7 №", BOOK.formatted(about), List.of())));
    }
}
