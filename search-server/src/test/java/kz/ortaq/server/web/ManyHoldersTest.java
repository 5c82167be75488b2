package kz.ortaq.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.ortaq.records.Library;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A textbook that more have than a page can show. */
final class ManyHoldersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OF_EACH = 40;
    private static final List<String> SCHOOLS = List.of("aqtau", "semey", "karauyl", "taraz");
    private static final String WORK = new RecordId("aqtau", "1").minted("w");
    private static final String API = "/api/v1/works/" + WORK;

    @SuppressWarnings("NullAway.Init") // JUnit calls serve first
    private static PagesFixture libraries;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        libraries = new PagesFixture(folder);
        List<String> places = List.of("470000000", "101000000", "103200000", "310000000");
        for (int i = 0; i < SCHOOLS.size(); i++) {
            String school = SCHOOLS.get(i);
            libraries.library(school, school, school, school);
            libraries.stands(school, "school", new Library.Standing(places.get(i), "", "", "", ""), "");
            List<RawRecord> page = new ArrayList<>();
            for (int copy = 1; copy <= OF_EACH; copy++) {
                page.add(PagesFixture.raw(school, String.valueOf(copy), """
                        <dc:title>Алгебра : 8-сыныпқа арналған оқулық</dc:title><dc:creator>Шыныбеков, Ә. Н.</dc:creator>
                        <dc:publisher>Атамұра</dc:publisher><dc:date>2018</dc:date><dc:language>kk</dc:language>""", List.of()));
            }
            libraries.store(school, page);
        }
        libraries.serve();
    }

    @AfterAll
    static void close() throws Exception {
        libraries.close();
    }

    private static JsonNode json(String address) throws Exception {
        return JSON.readTree(libraries.get(address).body());
    }

    @Test
    void theApiGivesTheNearestAndThePagesOfTheRest() throws Exception {
        JsonNode edition = json(API + "?library=karauyl").path("editions").get(0);
        Set<String> records = new HashSet<>();
        List<String> holders = new ArrayList<>();
        JsonNode next = JSON.getNodeFactory().numberNode(0);
        while (!next.isNull()) {
            JsonNode page = json(API + "/holdings?library=karauyl&limit=60&offset=" + next.asInt());
            assertEquals(160, page.path("total").asInt(), page::toString);
            page.path("holdings").forEach(holding -> {
                records.add(holding.path("record").toString());
                holders.add(holding.path("library").asText());
            });
            next = page.path("next");
        }

        assertEquals(160, edition.path("held").asInt());
        assertEquals(50, edition.path("holdings").size());
        assertEquals("karauyl", edition.path("holdings").get(39).path("library").asText());
        assertEquals("semey", edition.path("holdings").get(49).path("library").asText());
        assertEquals(160, records.size());
        assertEquals(160, holders.size());
        assertEquals(
                List.of("karauyl", "semey", "aqtau", "taraz"),
                holders.stream().distinct().toList());
    }

    @Test
    void theApiSaysWhatItCannotGive() throws Exception {
        for (String wrong : List.of("?limit=0", "?limit=101", "?offset=-1", "?limit=x", "?edition=e0")) {
            assertEquals(400, libraries.get(API + "/holdings" + wrong).statusCode(), wrong);
        }
        assertEquals(404, libraries.get("/api/v1/works/w0/holdings").statusCode());
        assertEquals(0, json(API + "/holdings?offset=1000").path("holdings").size());
    }

    @Test
    void thePageShowsSomeAndLeadsToTheOthers() throws Exception {
        String first = libraries.get("/kk/works/" + WORK + "?library=taraz").body();
        String address = "/kk/works/" + WORK + "?edition=" + new RecordId("aqtau", "1").minted("e") + "&page=";
        String last = libraries.get(address + "4").body();

        assertEquals(50, count(first, "class=\"card\""));
        assertTrue(first.contains("href=\"" + address.replace("&", "&amp;") + "1\">тағы 110</a>"), first);
        assertEquals(10, count(last, "class=\"card\""));
        assertTrue(last.contains("4 беттің 4-беті"), last);
        assertTrue(last.contains("href=\"" + address.replace("&", "&amp;") + "3\""), last);
        assertFalse(last.contains("page=5"), last);
        assertTrue(last.contains("noindex"), last);
        assertEquals(last, libraries.get(address + "99").body().replace("page=99", "page=4"));
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
