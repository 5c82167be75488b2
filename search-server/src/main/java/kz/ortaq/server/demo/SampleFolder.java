package kz.ortaq.server.demo;

import io.gdcc.xoai.dataprovider.model.Context;
import io.gdcc.xoai.dataprovider.model.MetadataFormat;
import io.gdcc.xoai.dataprovider.repository.RepositoryConfiguration;
import io.gdcc.xoai.model.oaipmh.DeletedRecord;
import io.gdcc.xoai.model.oaipmh.Granularity;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import kz.ortaq.server.oai.OaiEndpoint;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads a sample library's records from its folder, and puts them behind an OAI-PMH endpoint. */
final class SampleFolder {

    private static final String OAI = "http://www.openarchives.org/OAI/2.0/";
    private static final int RECORDS_A_PAGE = 50;

    private SampleFolder() {}

    /** An endpoint at {@code path} that gives the records of {@code folder} in one format. */
    static OaiEndpoint endpoint(Path folder, String path, MetadataFormat format) throws IOException {
        Properties identify = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("identify.properties"), StandardCharsets.UTF_8)) {
            identify.load(reader);
        }
        SampleRepository items = new SampleRepository(records(folder), sets(folder));
        RepositoryConfiguration configuration = new RepositoryConfiguration.RepositoryConfigurationBuilder()
                .withRepositoryName(identify.getProperty("repositoryName"))
                .withBaseUrl("http://localhost" + path)
                .withAdminEmail(identify.getProperty("adminEmail"))
                .withEarliestDate(Instant.parse(identify.getProperty("earliestDatestamp")))
                .withGranularity(Granularity.Second)
                .withDeleteMethod(DeletedRecord.PERSISTENT)
                .withMaxListRecords(RECORDS_A_PAGE)
                .withMaxListIdentifiers(RECORDS_A_PAGE)
                .withMaxListSets(RECORDS_A_PAGE)
                .build();
        return new OaiEndpoint(path, new Context().withMetadataFormat(format), configuration, items, items);
    }

    private static Map<String, String> sets(Path folder) throws IOException {
        Map<String, String> sets = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("sets.tsv"), StandardCharsets.UTF_8)) {
            String[] columns = line.split("\t", 2);
            if (columns.length == 2) {
                sets.put(columns[0].strip(), columns[1].strip());
            }
        }
        return sets;
    }

    private static List<SampleRecord> records(Path folder) throws IOException {
        List<SampleRecord> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".xml"))
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                NodeList found = parse(file).getElementsByTagNameNS(OAI, "record");
                for (int i = 0; i < found.getLength(); i++) {
                    records.add(record((Element) found.item(i)));
                }
            }
        } catch (SAXException | ParserConfigurationException | TransformerException e) {
            throw new IOException("a sample library in " + folder + " is damaged", e);
        }
        return records;
    }

    private static Document parse(Path file) throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static SampleRecord record(Element record) throws TransformerException {
        Element header = (Element) record.getElementsByTagNameNS(OAI, "header").item(0);
        List<String> sets = new ArrayList<>();
        NodeList specs = header.getElementsByTagNameNS(OAI, "setSpec");
        for (int i = 0; i < specs.getLength(); i++) {
            sets.add(specs.item(i).getTextContent().strip());
        }
        NodeList metadata = record.getElementsByTagNameNS(OAI, "metadata");
        return new SampleRecord(
                text(header, "identifier"),
                Instant.parse(text(header, "datestamp")),
                sets,
                header.getAttribute("status").equals("deleted"),
                metadata.getLength() == 0 ? "" : xml(metadata.item(0)));
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagNameNS(OAI, name).item(0).getTextContent().strip();
    }

    /** The element within {@code metadata}, alone. */
    private static String xml(Node metadata) throws TransformerException {
        for (Node child = metadata.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                Transformer transformer = TransformerFactory.newInstance().newTransformer();
                transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
                StringWriter writer = new StringWriter();
                transformer.transform(new DOMSource(element), new StreamResult(writer));
                return writer.toString();
            }
        }
        return "";
    }
}
