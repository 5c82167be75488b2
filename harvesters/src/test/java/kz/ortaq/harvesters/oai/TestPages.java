package kz.ortaq.harvesters.oai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import java.net.URI;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Pages of a list, and what our reader makes of them. */
final class TestPages {

    static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <responseDate>2026-11-22T06:00:00Z</responseDate>
            <request verb="ListRecords">http://kitap.example/oai</request>
            <ListRecords>
            """;

    private TestPages() {}

    static Page read(byte[] body, String contentType) {
        return read(body, contentType, 5_000);
    }

    static Page read(byte[] body, String contentType, int longestRecord) {
        Answer answer =
                new Answer(URI.create("http://kitap.example/oai?verb=ListRecords"), 200, contentType, body, false);
        return new PageReader("kitap", longestRecord).read("page 1", answer);
    }

    static Page read(String body) {
        return read(body.getBytes(UTF_8), "text/xml; charset=utf-8");
    }

    static String record(String identifier, String title) {
        return """
                <record><header><identifier>%s</identifier><datestamp>2026-11-01</datestamp></header><metadata>\
                <dc xmlns="http://www.openarchives.org/OAI/2.0/oai_dc/"><title>%s</title></dc></metadata></record>
                """.formatted(identifier, title);
    }

    static String page(String... records) {
        return HEAD + String.join("", records) + "</ListRecords></OAI-PMH>";
    }

    static List<String> identifiers(Page page) {
        return page.records().stream().map(record -> record.id().identifier()).toList();
    }

    static List<Reason> reasons(Page page) {
        return page.rejected().stream()
                .map(rejected -> rejected.problem().reason())
                .toList();
    }

    static List<Reason> problems(Page page) {
        return page.problems().stream().map(Problem::reason).toList();
    }

    /** The text of the title of a record. */
    static String title(RawRecord record) throws Exception {
        return dom(record.payload())
                .getElementsByTagNameNS("*", "title")
                .item(0)
                .getTextContent();
    }

    static Document dom(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
