package kz.ortaq.server.demo;

import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Asks an OAI-PMH endpoint and reads its answers with the parser of the JDK, as a stranger would. */
final class OaiClient implements AutoCloseable {

    static final String OAI = "http://www.openarchives.org/OAI/2.0/";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    OaiClient(String address) {
        this.address = address;
    }

    /** The answer to arguments given as name, value, name, value. */
    Document ask(String... arguments) throws Exception {
        return read(client.send(
                HttpRequest.newBuilder(URI.create(address + "?" + query(arguments)))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    /** The answer to the same arguments in the body of a request. */
    Document post(String... arguments) throws Exception {
        return read(client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(query(arguments)))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    /** All pages of a list, by its tokens. */
    List<Document> list(String... arguments) throws Exception {
        List<Document> pages = new ArrayList<>(List.of(ask(arguments)));
        for (Optional<String> token = token(pages.getLast()); token.isPresent(); token = token(pages.getLast())) {
            pages.add(ask("verb", arguments[1], "resumptionToken", token.get()));
            if (pages.size() > 100) {
                throw new AssertionError("the list has no end");
            }
        }
        return pages;
    }

    /** The texts of all elements with this name in the namespace of OAI-PMH. */
    static List<String> texts(Document document, String name) {
        return elements(document, name).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    static List<Element> elements(Document document, String name) {
        List<Element> elements = new ArrayList<>();
        NodeList found = document.getElementsByTagNameNS(OAI, name);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** The codes of the errors in an answer. */
    static List<String> errors(Document document) {
        return elements(document, "error").stream()
                .map(error -> error.getAttribute("code"))
                .toList();
    }

    static Optional<String> token(Document document) {
        return texts(document, "resumptionToken").stream()
                .filter(token -> !token.isEmpty())
                .findFirst();
    }

    @Override
    public void close() {
        client.close();
    }

    private static String query(String... arguments) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < arguments.length; i += 2) {
            query.append(i == 0 ? "" : "&")
                    .append(arguments[i])
                    .append('=')
                    .append(URLEncoder.encode(arguments[i + 1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    private static Document read(HttpResponse<String> answer) throws Exception {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() != 200 || !type.startsWith("text/xml")) {
            throw new AssertionError(answer.statusCode() + " " + type + ": " + answer.body());
        }
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
        if (!OAI.equals(document.getDocumentElement().getNamespaceURI())) {
            throw new AssertionError("not in the namespace of OAI-PMH: " + answer.body());
        }
        return document;
    }
}
