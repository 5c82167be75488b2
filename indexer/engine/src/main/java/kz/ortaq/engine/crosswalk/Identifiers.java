package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.engine.values.ClassNumbers;
import kz.ortaq.engine.values.Doi;
import kz.ortaq.engine.values.Isbn;
import kz.ortaq.records.BibRecord;

/** Gathers the identifiers of one record, each under its scheme, and tells class numbers from words. */
final class Identifiers {

    private static final Pattern BOOK_NUMBER = Pattern.compile(
            "(?is)^\\s*(?:urn:)?(?:isbn[:\\s-]*)?(?:97[89][-\\s]?)?(?:\\d[-\\s]?){9}[\\dxXхХ](?![\\p{L}\\d]).*");
    private static final Pattern UDC = Pattern.compile("^\\d{2,3}[\\d.:()=/+-]{0,97}$");
    private static final Pattern CLASS =
            Pattern.compile("(?iu)(УДК|ӘОЖ|UDC|ББК|КБЖ|КБК|BBK|DDC)[\\s:№]*((?=.*\\d)\\S.{0,99})");
    private static final Map<String, String> SCHEMES =
            Map.of("ббк", "bbk", "кбж", "bbk", "кбк", "bbk", "bbk", "bbk", "ddc", "ddc");
    private static final Pattern DOI_BEGINS =
            Pattern.compile("(?i)\\s*(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)?10\\.\\d{4}");
    private static final Pattern LINK = Pattern.compile("(?i)https?://[^\\s<>\"]{1,2000}");

    private final int most;
    private final BiConsumer<BibRecord.Value, String> wrongIsbn;
    private final List<BibRecord.Identifier> all = new ArrayList<>();

    /** @param wrongIsbn is told of book numbers whose check digit is wrong */
    Identifiers(int most, BiConsumer<BibRecord.Value, String> wrongIsbn) {
        this.most = most;
        this.wrongIsbn = wrongIsbn;
    }

    List<BibRecord.Identifier> all() {
        return all;
    }

    static boolean isLink(String text) {
        return LINK.matcher(text).matches();
    }

    /** Adds an identifier; a scheme that the table does not tell follows from its form. */
    void add(String scheme, BibRecord.Value value) {
        String text = value.text();
        boolean doiBelongs = scheme.equals("doi")
                || scheme.isEmpty() && DOI_BEGINS.matcher(text).lookingAt();
        Optional<String> doi = doiBelongs ? Doi.parse(text).map(Doi::name) : Optional.empty();
        if (doi.isPresent()) {
            put("doi", doi.get(), value);
        } else if (scheme.equals("isbn")
                || scheme.isEmpty() && BOOK_NUMBER.matcher(text).matches()) {
            addIsbns(value);
        } else if (scheme.isEmpty()) {
            put(isLink(text) ? "url" : "other", text, value);
        } else {
            // Many libraries write ББК where UDC belongs.
            put(scheme.equals(ClassNumbers.UDC) ? ClassNumbers.schemeOf(text) : scheme, text, value);
        }
    }

    /** A class number among the subjects is an identifier of a class, not a word to look for: whether this is one. */
    boolean addClass(BibRecord.Value value) {
        Matcher named = CLASS.matcher(value.text());
        if (UDC.matcher(value.text()).matches()) {
            put(ClassNumbers.UDC, value.text(), value);
            return true;
        }
        if (named.matches()) {
            String scheme = SCHEMES.getOrDefault(named.group(1).toLowerCase(Locale.ROOT), ClassNumbers.UDC);
            if (ClassNumbers.isNumber(scheme, named.group(2))) {
                put(scheme, named.group(2), value);
                return true;
            }
        }
        return false;
    }

    /** The book numbers of a field in their form of thirteen digits; one whose check digit is wrong stays as typed. */
    private void addIsbns(BibRecord.Value value) {
        List<Isbn> numbers = Isbn.parse(value.text());
        if (numbers.isEmpty()) {
            put("isbn", value.text(), value);
        }
        for (Isbn number : numbers) {
            put("isbn", number.number(), value);
            if (!number.valid()) {
                wrongIsbn.accept(value, number.written());
            }
        }
    }

    private void put(String scheme, String text, BibRecord.Value value) {
        BibRecord.Identifier identifier = new BibRecord.Identifier(scheme, text, value.from());
        if (all.size() < most && !all.contains(identifier)) {
            all.add(identifier);
        }
    }
}
