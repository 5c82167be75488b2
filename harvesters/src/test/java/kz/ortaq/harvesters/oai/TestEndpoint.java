package kz.ortaq.harvesters.oai;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;

/** An OAI-PMH endpoint that answers as a test tells it. */
final class TestEndpoint {

    static final String IDENTIFY = """
            <?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
            <responseDate>2026-11-22T06:00:00Z</responseDate><request verb="Identify">http://kitap.example/</request>
            <Identify><repositoryName>Кітап &amp; қала</repositoryName><baseURL>http://kitap.example/</baseURL>
            <protocolVersion>2.0</protocolVersion><adminEmail>a@kitap.example</adminEmail>
            <earliestDatestamp>2020-01-01T00:00:00Z</earliestDatestamp><deletedRecord>no</deletedRecord>
            <granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify></OAI-PMH>""";

    static final String FORMATS = """
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-22T06:00:00Z</responseDate>
            <request>x</request><ListMetadataFormats>
            <metadataFormat><metadataPrefix>oai_dc</metadataPrefix><schema>s</schema>
            <metadataNamespace>n</metadataNamespace></metadataFormat>
            <metadataFormat><metadataPrefix>marc21</metadataPrefix><schema>s</schema>
            <metadataNamespace>n</metadataNamespace></metadataFormat></ListMetadataFormats></OAI-PMH>""";

    static final String SETS = """
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-22T06:00:00Z</responseDate>
            <request>x</request><ListSets><set><setSpec>books</setSpec><setName>Кітаптар</setName></set>
            <set><setSpec>maps</setSpec><setName>Карталар</setName></set></ListSets></OAI-PMH>""";

    private TestEndpoint() {}

    static String list(String token, String... identifiers) {
        StringBuilder list = new StringBuilder(
                "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">"
                        + "<responseDate>2026-11-22T06:00:05Z</responseDate><request verb=\"ListRecords\">x</request><ListRecords>");
        for (String identifier : identifiers) {
            list.append("<record><header><identifier>")
                    .append(identifier)
                    .append("</identifier><datestamp>2026-11-01</datestamp></header><metadata><dc xmlns=\"urn:dc\"/>")
                    .append("</metadata></record>");
        }
        return list.append(token.isEmpty() ? "" : "<resumptionToken>" + token + "</resumptionToken>")
                .append("</ListRecords></OAI-PMH>")
                .toString();
    }

    static String error(String code) {
        return "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><responseDate>2026-11-22T06:00:05Z</responseDate>"
                + "<request>x</request><error code=\"" + code + "\">неге</error></OAI-PMH>";
    }

    /** An endpoint that introduces itself, and answers ListRecords as {@code lists} says. */
    static LocalServer endpoint(Function<Map<String, String>, String> lists) throws IOException {
        return new LocalServer(uri -> {
            Map<String, String> arguments = arguments(uri);
            return switch (arguments.getOrDefault("verb", "")) {
                case "Identify" -> Reply.xml(IDENTIFY);
                case "ListMetadataFormats" -> Reply.xml(FORMATS);
                case "ListSets" -> Reply.xml(SETS);
                case "ListIdentifiers" -> Reply.xml(error("badVerb"));
                default -> Reply.xml(lists.apply(arguments));
            };
        });
    }

    static Map<String, String> arguments(URI uri) {
        Map<String, String> arguments = new HashMap<>();
        for (String pair : (uri.getRawQuery() == null ? "" : uri.getRawQuery()).split("&")) {
            String[] parts = pair.split("=", 2);
            arguments.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return arguments;
    }

    static List<Map<String, String>> lists(LocalServer server) {
        return server.asked().stream()
                .map(TestEndpoint::arguments)
                .filter(arguments -> "ListRecords".equals(arguments.get("verb")))
                .toList();
    }
}
