package kz.ortaq.harvesters.oai;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;

/** A repository that heeds formats, dates and tokens as it should, but for the faults that a test gives it. */
final class TestRepository {

    static final String DC = "http://www.openarchives.org/OAI/2.0/oai_dc/";

    /** A record; {@code datestamp} as it is written. */
    record Item(String identifier, String datestamp, boolean deleted) {}

    /** Looks at a request, and at what would be answered; empty leaves the answer as it is. */
    interface Fault {
        Optional<Reply> instead(Map<String, String> arguments, Reply answer);
    }

    private final List<Item> items = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private int pageSize = 5;
    private boolean sizes = true;
    private boolean heedsDates = true;
    private String granularity = "YYYY-MM-DDThh:mm:ssZ";
    private String deletedRecord = "persistent";
    private String earliest = "2020-01-01T00:00:00Z";
    private String formats = "<metadataFormat><metadataPrefix>oai_dc</metadataPrefix><schema/><metadataNamespace>" + DC
            + "</metadataNamespace></metadataFormat>";

    TestRepository with(String identifier, String datestamp) {
        items.add(new Item(identifier, datestamp, false));
        return this;
    }

    TestRepository withDeleted(String identifier, String datestamp) {
        items.add(new Item(identifier, datestamp, true));
        return this;
    }

    /** Records {@code first} to {@code last}, one a month from January 2020 on. */
    TestRepository withMonths(int first, int last) {
        for (int i = first; i <= last; i++) {
            with("r" + i, String.format(Locale.ROOT, "%d-%02d-10T08:00:%02dZ", 2020 + i / 12, i % 12 + 1, i % 60));
        }
        return this;
    }

    TestRepository without(Predicate<String> identifier) {
        items.removeIf(item -> identifier.test(item.identifier()));
        return this;
    }

    /** All records were changed at this moment. */
    TestRepository redated(String datestamp) {
        items.replaceAll(item -> new Item(item.identifier(), datestamp, item.deleted()));
        return this;
    }

    TestRepository fault(Fault fault) {
        faults.add(fault);
        return this;
    }

    TestRepository healed() {
        faults.clear();
        return this;
    }

    TestRepository paging(int size) {
        pageSize = size;
        return this;
    }

    /** It does not say how long its lists are. */
    TestRepository silent() {
        sizes = false;
        return this;
    }

    TestRepository says(String granularityIs, String deletedRecordIs, String earliestIs) {
        granularity = granularityIs;
        deletedRecord = deletedRecordIs;
        earliest = earliestIs;
        return this;
    }

    /** Offers another format beside Dublin Core. */
    TestRepository offers(String prefix, String namespace) {
        formats += "<metadataFormat><metadataPrefix>" + prefix + "</metadataPrefix><schema/><metadataNamespace>"
                + namespace + "</metadataNamespace></metadataFormat>";
        return this;
    }

    /** It takes dates, and lists everything all the same. */
    TestRepository ignoringDates() {
        heedsDates = false;
        return this;
    }

    /** A page with this record in it, and the record itself, can never be had. */
    TestRepository poisoned(String identifier) {
        return fault((arguments, answer) -> !arguments.getOrDefault("verb", "").equals("ListIdentifiers")
                        && body(answer).contains("<identifier>" + identifier + "</identifier>")
                ? Optional.of(Reply.of(500, "<h1>қате</h1>"))
                : Optional.empty());
    }

    /** Whenever {@code when} holds of a request with a token, the token is unknown. */
    TestRepository forgetting(Predicate<Map<String, String>> when) {
        return fault((arguments, answer) -> arguments.containsKey("resumptionToken") && when.test(arguments)
                ? Optional.of(Reply.xml(TestEndpoint.error("badResumptionToken")))
                : Optional.empty());
    }

    static String body(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    LocalServer serve() throws IOException {
        return new LocalServer(this::answer);
    }

    /** What was asked, as {@code verb from until token}. */
    List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    private Reply answer(URI uri) {
        Map<String, String> arguments = TestEndpoint.arguments(uri);
        synchronized (requests) {
            requests.add(String.join(
                            " ",
                            arguments.getOrDefault("verb", ""),
                            arguments.getOrDefault("from", "-"),
                            arguments.getOrDefault("until", "-"),
                            arguments.getOrDefault("resumptionToken", ""))
                    .strip());
        }
        Reply answer = Reply.xml(whole(arguments));
        for (Fault fault : faults) {
            Optional<Reply> instead = fault.instead(arguments, answer);
            if (instead.isPresent()) {
                return instead.get();
            }
        }
        return answer;
    }

    private String whole(Map<String, String> arguments) {
        return switch (arguments.getOrDefault("verb", "")) {
            case "Identify" ->
                document("<Identify><protocolVersion>2.0</protocolVersion><earliestDatestamp>" + earliest
                        + "</earliestDatestamp><deletedRecord>" + deletedRecord + "</deletedRecord><granularity>"
                        + granularity + "</granularity></Identify>");
            case "ListMetadataFormats" -> document("<ListMetadataFormats>" + formats + "</ListMetadataFormats>");
            case "ListRecords", "ListIdentifiers" -> list(arguments);
            case "GetRecord" ->
                items.stream()
                        .filter(item -> item.identifier().equals(arguments.get("identifier")))
                        .findFirst()
                        .map(item -> document("<GetRecord>" + record(item) + "</GetRecord>"))
                        .orElseGet(() -> TestEndpoint.error("idDoesNotExist"));
            default -> TestEndpoint.error("badVerb");
        };
    }

    private String list(Map<String, String> arguments) {
        String[] token = arguments.getOrDefault("resumptionToken", "").split("\\|", -1);
        boolean first = token.length < 3;
        String from = first ? arguments.getOrDefault("from", "") : token[0];
        String until = first ? arguments.getOrDefault("until", "") : token[1];
        int offset = first ? 0 : Integer.parseInt(token[2]);
        boolean mixed = !from.isEmpty() && !until.isEmpty() && from.length() != until.length();
        if (mixed || (granularity.length() == 10 && Math.max(from.length(), until.length()) > 10)) {
            return TestEndpoint.error("badArgument");
        }
        List<Item> listed = items.stream()
                .filter(item -> !heedsDates || within(item, from, until))
                .toList();
        if (listed.isEmpty()) {
            return TestEndpoint.error("noRecordsMatch");
        }
        boolean records = "ListRecords".equals(arguments.get("verb"));
        int end = Math.min(offset + pageSize, listed.size());
        String page = listed.subList(offset, end).stream()
                .map(item -> records ? record(item) : header(item))
                .collect(Collectors.joining());
        String size = sizes ? " completeListSize=\"" + listed.size() + "\"" : "";
        String next = end < listed.size()
                ? "<resumptionToken" + size + ">" + from + "|" + until + "|" + end + "</resumptionToken>"
                : offset > 0 ? "<resumptionToken" + size + "/>" : "";
        return document("<" + arguments.get("verb") + ">" + page + next + "</" + arguments.get("verb") + ">");
    }

    /** As a database does it that compares the text: a bound in days is a whole day. */
    private static boolean within(Item item, String from, String until) {
        String stamp = item.datestamp();
        boolean late = !until.isEmpty() && stamp.compareTo(until.length() == 10 ? until + "T99" : until) > 0;
        return stamp.compareTo(from) >= 0 && !late;
    }

    private static String record(Item item) {
        String metadata =
                "<metadata><dc xmlns=\"" + DC + "\"><title>Кітап " + item.identifier() + "</title></dc></metadata>";
        return "<record>" + header(item) + (item.deleted() ? "" : metadata) + "</record>";
    }

    private static String header(Item item) {
        return "<header" + (item.deleted() ? " status=\"deleted\"" : "") + "><identifier>" + item.identifier()
                + "</identifier><datestamp>" + item.datestamp() + "</datestamp></header>";
    }

    private static String document(String content) {
        return "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><responseDate>2026-11-22T06:00:05Z</responseDate>"
                + "<request>x</request>" + content + "</OAI-PMH>";
    }
}
