package kz.ortaq.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesHttpTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls serveAnEmptyLibrary first
    private PagesFixture library;

    @BeforeEach
    void serveAnEmptyLibrary() throws Exception {
        library = new PagesFixture(folder).serve();
    }

    @AfterEach
    void closeLibrary() throws Exception {
        library.close();
    }

    @Test
    void leadsToTheLanguageThatTheBrowserPrefers() throws Exception {
        assertEquals("/kk/", location("Accept-Language", "de-DE, fr;q=0.9"));
        assertEquals("/ru/", location("Accept-Language", "de, en;q=0.7, ru-KZ;q=0.8"));
        assertEquals("/en/", location("Accept-Language", "en-US,en;q=0.5"));
        assertEquals("/kk/", location("Accept-Language", ";;;q=x"));
        assertEquals("/kk/", location());
    }

    @Test
    void answersHeadAndRefusesToBeChanged() throws Exception {
        HttpResponse<String> head = library.send("HEAD", "/kk/");
        HttpResponse<String> post = library.send("POST", "/kk/");

        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(405, post.statusCode());
        assertEquals("GET, HEAD", post.headers().firstValue("Allow").orElse(""));
    }

    @Test
    void leavesOtherAddressesToOthers() throws Exception {
        for (String path : List.of("/de/", "/kk/other", "/api/v1/works", "/static/none.css", "/kk/works/")) {
            HttpResponse<String> answer = library.get(path);

            assertEquals(404, answer.statusCode(), path);
            assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        }
    }

    @Test
    void forbidsWhateverIsNotItsOwnAndKeepsItsFilesForEver() throws Exception {
        HttpResponse<String> front = library.get("/kk/");
        String style = front.body().replaceAll("(?s).*rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");
        HttpResponse<String> css = library.get(style);

        String policy = front.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'none'") && !policy.contains("unsafe"), policy);
        assertEquals(2, front.body().split("<script", -1).length, "one script, of our own");
        assertTrue(front.body().contains("<script src=\"/static/suggest-"), front.body());
        assertFalse(front.body().contains(" style="), front.body());
        assertEquals(200, css.statusCode());
        assertTrue(css.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        assertFalse(css.body().contains("url("), "the style loads nothing");
    }

    @Test
    void saysOfAnAddressThatIsTooLongWhatToDo() throws Exception {
        HttpResponse<String> answer = library.get("/kk/search?q=" + "steppe+".repeat(3_000));

        assertEquals(414, answer.statusCode());
        assertTrue(answer.body().contains("Азырақ сөзбен"), answer.body());
        assertTrue(answer.body().contains("Оставьте меньше слов"), answer.body());
        assertTrue(answer.body().contains("Use fewer words"), answer.body());
    }

    private String location(String... headers) throws Exception {
        HttpResponse<String> answer = library.get("/", headers);
        assertEquals(302, answer.statusCode());
        return answer.headers().firstValue("Location").orElse("");
    }
}
