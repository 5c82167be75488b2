package kz.ortaq.harvesters.oai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.ortaq.harvesters.oai.TestPages.dom;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer as it is handed to a reader that takes nothing but sound XML. */
final class OaiDocumentTest {

    @ParameterizedTest
    @CsvSource({
        "Кітап & кітапхана, Кітап & кітапхана",
        "Кітап&nbsp;қоры, Кітап\u00A0қоры",
        "Кітап\u0003, Кітап",
        "<x:a>Кітап</x:a>, Кітап",
        "Кітап, Кітап"
    })
    void mendsTheAnswerToIdentify(String sent, String meant) throws Exception {
        String answer = "\n<?xml version='1.0'?><OAI-PMH><Identify><repositoryName>" + sent
                + "</repositoryName></Identify></OAI-PMH>\n<b>Notice</b>";

        byte[] clean = OaiDocument.in(answer).orElseThrow().clean();

        String name = dom(new String(clean, UTF_8))
                .getElementsByTagName("repositoryName")
                .item(0)
                .getTextContent();
        assertEquals(meant, name);
    }

    @Test
    void findsNoAnswerInAWebPage() {
        assertTrue(OaiDocument.in("<html><body>OAI-PMH</body></html>").isEmpty());
    }

    /** A page of records without anything around them may be one that lost its head; it is read, and never the end. */
    @Test
    void takesRecordsWithoutARootForPartOfAPage() {
        Page page = TestPages.read(TestPages.record("1", "бір") + TestPages.record("2", "екі"));

        assertEquals(Page.Shape.CUT, page.shape());
        assertEquals(2, page.records().size());
    }
}
