package kz.ortaq.harvesters.oai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/**
 * Reads a page that is not well-formed: finds its records in the text, reads each alone, mends it where that can be done,
 * and turns away just the others.
 */
final class PageSalvage {

    private static final String PREFIX = "(?:[\\w.-]+:)?";

    /**
     * The rest of a start tag. It is bounded, stops at the next tag and gives nothing back: searched for over and over in
     * a page of nothing but beginnings, anything looser reads the page once for each of them.
     */
    private static final String ATTRIBUTES = "([^<>]{0,1000}+)>";

    /** A record of OAI-PMH, told by its first child from the records of MARCXML, which may stand inside it. */
    private static final Pattern RECORD = Pattern.compile("<(" + PREFIX + "record)(?=[\\s>])[^<>]*>"
            + "(?=\\s*+(?:(?:<!--[^>]{0,1000}-->|<\\?[^>]{0,1000}\\?>)\\s*+){0,20}<" + PREFIX
            + "(?:header|metadata)[\\s>/])");

    private static final Pattern LIST = Pattern.compile("<" + PREFIX + "ListRecords(?=[\\s>])");
    private static final Pattern LIST_END = Pattern.compile("</" + PREFIX + "ListRecords\\s*>");
    private static final Pattern ROOT_END = Pattern.compile("</" + PREFIX + "OAI-PMH\\s*>");
    private static final Pattern TOKEN = Pattern.compile("<" + PREFIX + "resumptionToken(?=[\\s>/])" + ATTRIBUTES);
    private static final Pattern TOKEN_END = Pattern.compile("</" + PREFIX + "resumptionToken\\s*>");
    private static final Pattern DATE =
            Pattern.compile("<" + PREFIX + "responseDate(?=[\\s>])" + ATTRIBUTES + "([^<]{1,100}+)<");
    private static final Pattern ERROR =
            Pattern.compile("<" + PREFIX + "error(?=\\s)" + ATTRIBUTES + "([^<]{0,2000}+)");
    private static final Pattern CODE = Pattern.compile("\\scode\\s*+=\\s*+[\"']([^\"']*+)[\"']");
    private static final Pattern SIZE = Pattern.compile("\\scompleteListSize\\s*+=\\s*+[\"']([^\"']*+)[\"']");
    private static final Pattern COMMENT = Pattern.compile("<!--[^>]{0,1000}+>");
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private final String text;
    private final PageBuilder page;
    private final RecordMending records;
    private final Payload namespaces;
    private int counted;
    private int line;

    private PageSalvage(String text, int firstLine, PageBuilder page, RecordMending records) {
        this.text = text;
        this.page = page;
        this.records = records;
        this.line = firstLine;
        Payload root =
                new Payload(StartTag.at(text, 0).map(StartTag::namespaces).orElse(Map.of()));
        Matcher list = LIST.matcher(text);
        this.namespaces = list.find()
                ? root.within(StartTag.at(text, list.start())
                        .map(StartTag::namespaces)
                        .orElse(Map.of()))
                : root;
    }

    /**
     * Reads {@code text}, which begins with the root element at line {@code firstLine} of the answer, into {@code page}.
     *
     * @param why what the parser said of the page
     */
    static Page read(String text, int firstLine, String why, PageBuilder page, RecordMending records) {
        return new PageSalvage(text, firstLine, page, records).read(why);
    }

    /** Where the first record of OAI-PMH begins in a text. */
    static OptionalInt firstRecord(String text) {
        Matcher record = RECORD.matcher(text);
        return record.find() ? OptionalInt.of(record.start()) : OptionalInt.empty();
    }

    private Page read(String why) {
        Matcher date = DATE.matcher(text);
        if (date.find()) {
            page.responseDate(Entities.decode(date.group(2)).strip());
        }
        boolean cut = !behindRoot();
        List<Integer> starts = starts();
        // Tokens and errors stand outside the records; only there are they looked for.
        int outside = starts.isEmpty() ? 0 : starts.getLast();
        Optional<String> token = token(outside);
        token.ifPresent(page::token);
        for (int i = 0; i < starts.size(); i++) {
            boolean last = i + 1 == starts.size();
            record(starts.get(i), last ? listEnd(outside) : starts.get(i + 1), cut && last && token.isEmpty());
        }
        if (starts.isEmpty()) {
            errors();
        }
        if (cut) {
            page.addProblem(Reason.PAGE_TRUNCATED, token.isEmpty() ? Severity.ERROR : Severity.WARNING, why);
            return page.build(token.isEmpty() ? Page.Shape.CUT : Page.Shape.LIST);
        }
        if (!page.isWholeByMending()) {
            page.addProblem(Reason.PAGE_BROKEN, Severity.WARNING, why);
        }
        boolean list =
                page.hasRecords() || page.hasErrors() || LIST.matcher(text).find();
        return page.build(list ? Page.Shape.LIST : Page.Shape.OTHER);
    }

    /** Whether the root ends; what stands behind its end is told to the page. */
    private boolean behindRoot() {
        Matcher end = ROOT_END.matcher(text);
        int last = -1;
        while (end.find()) {
            last = end.end();
        }
        if (last >= 0) {
            page.behind(text.substring(last));
        }
        return last >= 0;
    }

    private void errors() {
        Matcher error = ERROR.matcher(text);
        while (error.find()) {
            Matcher code = CODE.matcher(error.group(1));
            if (code.find()) {
                page.addError(new OaiError(
                        code.group(1), Entities.decode(error.group(2)).strip()));
            }
        }
    }

    private List<Integer> starts() {
        List<Integer> starts = new ArrayList<>();
        Matcher record = RECORD.matcher(text);
        while (record.find()) {
            starts.add(record.start());
        }
        return starts;
    }

    /** Where the last record must have ended: at the token, the end of the list, or that of the text. */
    private int listEnd(int from) {
        int end = text.length();
        for (Pattern pattern : List.of(TOKEN, LIST_END, ROOT_END)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find(from)) {
                end = Math.min(end, matcher.start());
            }
        }
        return end;
    }

    private Optional<String> token(int from) {
        Matcher start = TOKEN.matcher(text);
        if (!start.find(from)) {
            return Optional.empty();
        }
        Matcher size = SIZE.matcher(start.group(1));
        page.completeListSize(size.find() ? size.group(1) : "");
        if (start.group(1).endsWith("/")) {
            return Optional.empty();
        }
        Matcher end = TOKEN_END.matcher(text);
        if (!end.find(start.end())) {
            return Optional.empty();
        }
        String inside =
                COMMENT.matcher(text.substring(start.end(), end.start())).replaceAll("");
        int cdata = inside.indexOf(CDATA);
        int cdataEnd = inside.indexOf(CDATA_END, Math.max(cdata, 0));
        String token = cdata >= 0 && cdataEnd >= 0
                ? inside.substring(cdata + CDATA.length(), cdataEnd)
                : Entities.decode(inside);
        return Optional.of(token.strip()).filter(found -> !found.isEmpty());
    }

    private void record(int start, int limit, boolean mayBeUnfinished) {
        StartTag tag = StartTag.at(text, start).orElseGet(() -> new StartTag("record", start, Map.of()));
        String room = text.substring(start, limit);
        int closing = room.lastIndexOf("</" + tag.name());
        int end = closing < 0 ? 0 : room.indexOf('>', closing) + 1;
        boolean closed = end > 0;
        String fragment = closed ? room.substring(0, end) : room;
        if (!closed && mayBeUnfinished) {
            String identifier = RecordMending.identifier(fragment);
            Problem problem = new Problem(
                    Reason.PAGE_TRUNCATED, Severity.ERROR, Stage.HARVEST, identifier, "", "the record is unfinished");
            page.addUnfinished(identifier, problem, fragment);
            return;
        }
        line += XmlCharacters.lines(text, counted, start);
        counted = start;
        records.mend(fragment, namespaces, line);
    }
}
