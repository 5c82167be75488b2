package kz.ortaq.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.sax.XHTMLContentHandler;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class PageCollectorTest {

    @Test
    void beginsAPageAtEachMark() throws Exception {
        var pages = new PageCollector(Marks.PAGE, 1_000);
        XHTMLContentHandler document = begin(pages);

        page(document, "Бірінші бет");
        page(document, "");
        page(document, "Third page");
        document.endDocument();

        assertEquals(List.of("Бірінші бет", "", "Third page"), texts(pages));
        assertTrue(pages.ended());
    }

    @Test
    void givesWhatStandsOutsideOfPagesToTheNearest() throws Exception {
        var pages = new PageCollector(Marks.PAGE, 1_000);
        XHTMLContentHandler document = begin(pages);

        document.element("p", "before");
        page(document, "первая");
        document.element("p", "after");
        page(document, "вторая");
        document.endDocument();

        assertEquals(List.of("before\nпервая\n\nafter", "вторая"), texts(pages));
    }

    @Test
    void takesAFormatWithoutMarksForOnePage() throws Exception {
        var pages = new PageCollector(Marks.NONE, 1_000);
        XHTMLContentHandler document = begin(pages);

        page(document, "one");
        page(document, "two");
        document.endDocument();

        assertEquals(1, pages.pages().size());
    }

    @Test
    void hasNoPagesWhenADocumentWithoutMarksIsBlank() throws Exception {
        var pages = new PageCollector(Marks.NONE, 1_000);
        XHTMLContentHandler document = begin(pages);

        document.element("p", " \n ");
        document.endDocument();

        assertEquals(List.of(), pages.pages());
    }

    @Test
    void stopsTheParserAtTheLimitAndKeepsWhatItHas() throws Exception {
        var pages = new PageCollector(Marks.PAGE, 12);
        XHTMLContentHandler document = begin(pages);

        page(document, "бірінші");
        assertThrows(SAXException.class, () -> page(document, "екінші бет"));

        assertTrue(pages.cut());
        assertFalse(pages.ended());
        assertEquals("бірінші", texts(pages).getFirst());
        assertTrue(String.join("", texts(pages)).length() <= 12);
    }

    @Test
    void leavesScriptsAndTheHeadOut() throws Exception {
        var pages = new PageCollector(Marks.NONE, 1_000);
        XHTMLContentHandler document = begin(pages);

        document.element("script", "alert(1)");
        document.element("p", "Мәтін");
        document.endDocument();

        assertEquals(List.of("Мәтін"), texts(pages));
    }

    @Test
    void refusesWhatIsNestedTooDeeply() throws Exception {
        var pages = new PageCollector(Marks.NONE, 1_000);
        XHTMLContentHandler document = begin(pages);

        assertThrows(SAXException.class, () -> {
            for (int depth = 0; depth < 100_000; depth++) {
                document.startElement("div");
            }
        });
    }

    private static XHTMLContentHandler begin(PageCollector pages) throws SAXException {
        var metadata = new Metadata();
        metadata.set("title", "Тақырып");
        var document = new XHTMLContentHandler(pages, metadata);
        document.startDocument();
        return document;
    }

    private static void page(XHTMLContentHandler document, String text) throws SAXException {
        document.startElement("div", "class", "page");
        document.element("p", text);
        document.endElement("div");
    }

    private static List<String> texts(PageCollector pages) {
        return pages.pages().stream().map(Answer.Page::text).toList();
    }
}
