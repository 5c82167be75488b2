package kz.ortaq.harvesters.oai;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.stream.XMLStreamException;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers that are not records: Identify, ListMetadataFormats, ListIdentifiers. Elements may stand in any
 * order, and in any namespace or none; of an answer that is not well-formed, what stands before the fault counts.
 */
final class SmallAnswers {

    private static final int MOST_FORMATS = 200;

    private SmallAnswers() {}

    /** Told of each element; it may read its text, and says whether it did. */
    private interface Elements {
        boolean take(String name, XMLStreamReader2 reader) throws XMLStreamException;
    }

    /** What an endpoint says of itself; empty when {@code document} is no answer to Identify. */
    static Optional<Identity> identity(OaiDocument document) {
        Map<String, String> said = new HashMap<>();
        boolean[] identified = new boolean[1];
        walk(document, (name, reader) -> {
            switch (name) {
                case "Identify" -> {
                    identified[0] = true;
                    return false;
                }
                case "description" -> Xml.skip(reader);
                case "protocolVersion", "granularity", "deletedRecord", "earliestDatestamp" ->
                    said.putIfAbsent(name, Xml.text(reader));
                default -> {
                    return false;
                }
            }
            return true;
        });
        return identified[0]
                ? Optional.of(new Identity(
                        said.getOrDefault("protocolVersion", ""),
                        said.getOrDefault("granularity", ""),
                        said.getOrDefault("deletedRecord", ""),
                        said.getOrDefault("earliestDatestamp", ""),
                        true))
                : Optional.empty();
    }

    /** The formats that an endpoint announces. */
    static List<Offered> formats(OaiDocument document) {
        List<Offered> formats = new ArrayList<>();
        walk(document, (name, reader) -> {
            if (!name.equals("metadataFormat")) {
                return false;
            }
            Map<String, String> parts = parts(reader);
            String prefix = parts.getOrDefault("metadataPrefix", "");
            if (!prefix.isEmpty() && formats.size() < MOST_FORMATS) {
                formats.add(new Offered(
                        prefix, parts.getOrDefault("metadataNamespace", ""), parts.getOrDefault("schema", "")));
            }
            return true;
        });
        return formats;
    }

    private static Map<String, String> parts(XMLStreamReader2 reader) throws XMLStreamException {
        Map<String, String> parts = new HashMap<>();
        while (reader.next() != XMLStreamReader2.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamReader2.START_ELEMENT) {
                parts.put(reader.getLocalName(), Xml.text(reader));
            }
        }
        return parts;
    }

    /** A page of headers, as a page of records without content; it counts as cut where it is not well-formed. */
    static Page headers(String source, String place, Answer answer) {
        String text = PageText.decode(answer.body(), answer.contentType());
        Optional<OaiDocument> document = OaiDocument.in(text);
        if (document.isEmpty()) {
            return noList(place, answer, text);
        }
        Headers headers = new Headers(source, place);
        Optional<String> fault = walk(document.get(), headers);
        if (fault.isEmpty() && !headers.listed && headers.errors.isEmpty()) {
            return noList(place, answer, text);
        }
        List<Problem> problems = fault.stream()
                .map(why -> new Problem(Reason.PAGE_TRUNCATED, Severity.WARNING, Stage.HARVEST, "", place, why))
                .toList();
        return new Page(
                fault.isEmpty() ? Page.Shape.LIST : Page.Shape.CUT,
                headers.responseDate,
                headers.records,
                List.of(),
                problems,
                headers.errors,
                headers.token.isEmpty() ? Optional.empty() : Optional.of(headers.token),
                headers.size);
    }

    private static Page noList(String place, Answer answer, String text) {
        return Page.without(NoList.shape(text), List.of(), List.of(NoList.problem(place, answer, text)));
    }

    /** Gathers the headers of a list of identifiers (OAI-PMH 2.0, 4.3). */
    private static final class Headers implements Elements {

        private final String source;
        private final String place;
        private final List<RawRecord> records = new ArrayList<>();
        private final List<OaiError> errors = new ArrayList<>();
        private String responseDate = "";
        private String token = "";
        private OptionalLong size = OptionalLong.empty();
        private boolean listed;

        Headers(String source, String place) {
            this.source = source;
            this.place = place;
        }

        @Override
        public boolean take(String name, XMLStreamReader2 reader) throws XMLStreamException {
            switch (name) {
                case "ListIdentifiers" -> {
                    listed = true;
                    return false;
                }
                case "request", "metadata" -> Xml.skip(reader);
                case "responseDate" -> responseDate = Xml.text(reader);
                case "header" -> header(reader);
                case "error" -> {
                    String code = reader.getAttributeValue(null, "code");
                    errors.add(new OaiError(code == null ? "" : code, Xml.text(reader)));
                }
                case "resumptionToken" -> {
                    size = number(reader.getAttributeValue(null, "completeListSize"));
                    token = Xml.text(reader);
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void header(XMLStreamReader2 reader) throws XMLStreamException {
            listed = true;
            String status = reader.getAttributeValue(null, "status");
            Map<String, String> parts = parts(reader);
            String identifier = parts.getOrDefault("identifier", "");
            if (!identifier.isEmpty()) {
                boolean deleted = status != null && status.strip().equalsIgnoreCase("deleted");
                String datestamp = parts.getOrDefault("datestamp", "");
                RecordId id = new RecordId(source, identifier);
                records.add(new RawRecord(id, deleted, "", datestamp, List.of(), place, "", List.of()));
            }
        }

        private static OptionalLong number(@Nullable String written) {
            return written != null && written.strip().matches("\\d{1,15}")
                    ? OptionalLong.of(Long.parseLong(written.strip()))
                    : OptionalLong.empty();
        }
    }

    /** Goes through all elements behind the root; gives the fault at which it had to end, where there is one. */
    private static Optional<String> walk(OaiDocument document, Elements elements) {
        try {
            XMLStreamReader2 reader = Xml.reader(document.text());
            try {
                reader.next();
                for (int depth = 1; depth > 0; ) {
                    int event = reader.next();
                    if (event == XMLStreamReader2.END_ELEMENT) {
                        depth--;
                    } else if (event == XMLStreamReader2.START_ELEMENT
                            && !elements.take(reader.getLocalName(), reader)) {
                        depth++;
                    }
                }
            } finally {
                reader.close();
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.of(Xml.said(e, document.firstLine()));
        }
    }
}
