package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Reason;
import kz.ortaq.engine.values.ClassNumbers;
import kz.ortaq.engine.values.Doi;
import kz.ortaq.engine.values.Isbn;
import kz.ortaq.engine.values.TextbookParts;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Problem;
import kz.ortaq.records.ResourceKind;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/** Gathers the values of one record, drops repeats and bounds lengths. */
final class RecordBuilder {

    private static final int LONGEST = 20_000;
    private static final int MOST = 500;
    private static final Pattern BOOK_NUMBER =
            Pattern.compile("(?is)^\\s*(?:isbn[:\\s-]*)?(?:97[89][-\\s]?)?(?:\\d[-\\s]?){9}[\\dxXхХ](?![\\p{L}\\d]).*");
    private static final Pattern UDC = Pattern.compile("^\\d{2,3}[\\d.:()=/+-]{0,97}$");
    private static final Pattern CLASS =
            Pattern.compile("(?iu)(УДК|ӘОЖ|UDC|ББК|КБЖ|КБК|BBK|DDC)[\\s:№]*((?=.*\\d)\\S.{0,99})");
    private static final Map<String, String> SCHEMES =
            Map.of("ббк", "bbk", "кбж", "bbk", "кбк", "bbk", "bbk", "bbk", "ddc", "ddc");
    private static final Pattern DOI_BEGINS =
            Pattern.compile("(?i)\\s*(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)?10\\.\\d{4}");
    private static final Pattern LINK = Pattern.compile("(?i)https?://[^\\s<>\"]{1,2000}");

    private final Vocabulary vocabulary;
    private final String identifier;
    private final Map<String, List<BibRecord.Value>> values = new LinkedHashMap<>();
    private final List<BibRecord.Contributor> contributors = new ArrayList<>();
    private final List<BibRecord.Identifier> identifiers = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    RecordBuilder(Vocabulary vocabulary, String identifier) {
        this.vocabulary = vocabulary;
        this.identifier = identifier;
    }

    /** Adds a value to a part of the record; what the part is decides what becomes of it. */
    void add(String to, String as, BibRecord.Value value) {
        String text = value.text();
        if (text.isBlank()) {
            return;
        }
        if (text.length() > LONGEST) {
            warn(Reason.FIELD_TOO_LONG, value.from(), String.valueOf(text.length()));
            text = text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
        }
        BibRecord.Value bounded = new BibRecord.Value(text, value.language(), value.from());
        switch (to) {
            case "contributor" -> addContributor(as, bounded);
            case "identifier" -> addIdentifier(as, bounded);
            case "link" -> addLink(text);
            case "subject" -> addSubject(bounded);
            default -> addValue(to, bounded);
        }
    }

    /** Says what of the record needs mending though it is taken. */
    void warn(Reason reason, String place, String value) {
        problems.add(new Problem(reason, Severity.WARNING, Stage.CROSSWALK, identifier, place, value));
    }

    boolean hasTitle() {
        return values.containsKey("title");
    }

    /** The record, its letters mended where it was read in a wrong charset: all that it says decides together. */
    Crosswalk.Mapped build(ResourceKind otherwise, String accessOtherwise) {
        MendedLetters mended = MendedLetters.of(values, contributors);
        mended.from()
                .ifPresent(from -> problems.add(new Problem(
                        Reason.LETTERS_MENDED, Severity.INFO, Stage.CROSSWALK, identifier, from, mended.example())));
        values.putAll(mended.values());
        nameAfterHost();
        List<String> types = texts("type");
        String access = vocabulary.access(texts("rights"));
        List<String> hints = new ArrayList<>(types);
        hints.addAll(texts("kind-hint"));
        BibRecord record = new BibRecord(
                list("title"),
                mended.contributors(),
                list("subject"),
                vocabulary.topics(identifiers, texts("subject")),
                list("description"),
                vocabulary.languages(texts("language")),
                list("date"),
                vocabulary.year(texts("date")),
                identifiers,
                list("publisher"),
                list("part-of"),
                list("series"),
                list("edition"),
                list("extent"),
                list("audience"),
                vocabulary.grades(texts("audience"), texts("title")),
                list("place"),
                list("rights"),
                list("call-number"),
                list("type"),
                vocabulary.kind(hints).orElse(otherwise),
                access.isEmpty() ? accessOtherwise : access,
                links);
        return new Crosswalk.Mapped(record, problems);
    }

    /** A volume or issue whose own title says no more than its number is called by what it belongs to as well. */
    private void nameAfterHost() {
        List<BibRecord.Value> titles = list("title");
        List<BibRecord.Value> hosts = list("host-title");
        if (titles.isEmpty() || hosts.isEmpty()) {
            return;
        }
        BibRecord.Value own = titles.getFirst();
        if (TextbookParts.isPartAlone(own.text())) {
            BibRecord.Value host = hosts.getFirst();
            List<BibRecord.Value> named = new ArrayList<>(titles);
            named.remove(host);
            named.set(
                    0,
                    new BibRecord.Value(
                            host.text() + ". " + own.text(), host.language(), host.from() + " + " + own.from()));
            values.put("title", named);
        }
    }

    private void addValue(String to, BibRecord.Value value) {
        List<BibRecord.Value> list = values.computeIfAbsent(to, part -> new ArrayList<>());
        if (list.size() < MOST && list.stream().noneMatch(other -> other.text().equals(value.text()))) {
            list.add(value);
        }
    }

    private void addContributor(String role, BibRecord.Value value) {
        if (contributors.size() < MOST
                && contributors.stream().noneMatch(other -> other.name().equals(value.text()))) {
            contributors.add(new BibRecord.Contributor(value.text(), role, value.from()));
        }
    }

    private void addIdentifier(String scheme, BibRecord.Value value) {
        String text = value.text();
        if (isLink(text)) {
            addLink(text);
        }
        boolean doiBelongs = scheme.equals("doi")
                || scheme.isEmpty() && DOI_BEGINS.matcher(text).lookingAt();
        Optional<String> doi = doiBelongs ? Doi.parse(text).map(Doi::name) : Optional.empty();
        if (doi.isPresent()) {
            putIdentifier("doi", doi.get(), value);
        } else if (scheme.equals("isbn")
                || scheme.isEmpty() && BOOK_NUMBER.matcher(text).matches()) {
            addIsbns(value);
        } else if (scheme.isEmpty()) {
            putIdentifier(isLink(text) ? "url" : "other", text, value);
        } else {
            putIdentifier(scheme, text, value);
        }
    }

    /** The book numbers of a field in their form of thirteen digits; one whose check digit is wrong stays as typed. */
    private void addIsbns(BibRecord.Value value) {
        List<Isbn> numbers = Isbn.parse(value.text());
        if (numbers.isEmpty()) {
            putIdentifier("isbn", value.text(), value);
        }
        for (Isbn number : numbers) {
            putIdentifier("isbn", number.number(), value);
            if (!number.valid()) {
                warn(Reason.ISBN_WRONG, value.from(), number.written());
            }
        }
    }

    private void putIdentifier(String scheme, String text, BibRecord.Value value) {
        BibRecord.Identifier identifier = new BibRecord.Identifier(scheme, text, value.from());
        if (identifiers.size() < MOST && !identifiers.contains(identifier)) {
            identifiers.add(identifier);
        }
    }

    /** A class number among the subjects is an identifier of a class, not a word to look for. */
    private void addSubject(BibRecord.Value value) {
        Matcher named = CLASS.matcher(value.text());
        if (UDC.matcher(value.text()).matches()) {
            putIdentifier("udc", value.text(), value);
            return;
        }
        if (named.matches()) {
            String scheme = SCHEMES.getOrDefault(named.group(1).toLowerCase(Locale.ROOT), ClassNumbers.UDC);
            if (ClassNumbers.isNumber(scheme, named.group(2))) {
                putIdentifier(scheme, named.group(2), value);
                return;
            }
        }
        addValue("subject", value);
    }

    private void addLink(String text) {
        if (isLink(text) && links.size() < MOST && !links.contains(text)) {
            links.add(text);
        }
    }

    private static boolean isLink(String text) {
        return LINK.matcher(text).matches();
    }

    private List<BibRecord.Value> list(String part) {
        return values.getOrDefault(part, List.of());
    }

    private List<String> texts(String part) {
        return list(part).stream().map(BibRecord.Value::text).toList();
    }
}
