package kz.ortaq.bench;

import com.github.luben.zstd.Zstd;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.sqlite.SQLiteConfig;

/**
 * The least that harvesting into a database takes: HTTP, one pass of Woodstox that cuts out the records, zstd, rows in a
 * table without any index, one durable transaction a page. It checks nothing and could go on from nowhere.
 */
final class BareHarvest implements Contender {

    private static final int LEVEL = 3;

    private final XMLInputFactory2 factory = (XMLInputFactory2) XMLInputFactory.newFactory();
    private final HttpClient client = HttpClient.newHttpClient();

    BareHarvest() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    private record Cut(String identifier, String datestamp, String payload) {}

    @Override
    public long harvest(String address, Path folder) throws Exception {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        long count = 0;
        try (Connection connection = config.createConnection("jdbc:sqlite:" + folder.resolve("bare.db"))) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table records (identifier text, datestamp text, payload blob)");
            }
            connection.setAutoCommit(false);
            String query = "verb=ListRecords&metadataPrefix=oai_dc";
            while (!query.isEmpty()) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(address + "?" + query))
                        .build();
                byte[] body = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body();
                List<Cut> records = new ArrayList<>();
                String token = read(new String(body, StandardCharsets.UTF_8), records);
                store(connection, records);
                count += records.size();
                query = token.isEmpty() ? "" : "verb=ListRecords&resumptionToken=" + token;
            }
        }
        return count;
    }

    /** Cuts the records out of a page, and gives its token. */
    private String read(String page, List<Cut> records) throws XMLStreamException {
        XMLStreamReader2 xml = (XMLStreamReader2) factory.createXMLStreamReader(new StringReader(page));
        String identifier = "";
        String datestamp = "";
        String token = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "header" -> {
                    xml.nextTag();
                    identifier = xml.getElementText();
                    xml.nextTag();
                    datestamp = xml.getElementText();
                }
                case "metadata" -> {
                    xml.nextTag();
                    int start = (int) xml.getLocationInfo().getStartingCharOffset();
                    xml.skipElement();
                    int end = (int) xml.getLocationInfo().getEndingCharOffset();
                    records.add(new Cut(identifier, datestamp, page.substring(start, end)));
                }
                case "resumptionToken" -> token = xml.getElementText();
                default -> {
                    // Of no use here.
                }
            }
        }
        xml.close();
        return token;
    }

    private static void store(Connection connection, List<Cut> records) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("insert into records values (?, ?, ?)")) {
            for (Cut record : records) {
                row.setString(1, record.identifier());
                row.setString(2, record.datestamp());
                row.setBytes(3, Zstd.compress(record.payload().getBytes(StandardCharsets.UTF_8), LEVEL));
                row.addBatch();
            }
            row.executeBatch();
        }
        connection.commit();
    }
}
