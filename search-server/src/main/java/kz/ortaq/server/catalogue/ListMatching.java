package kz.ortaq.server.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.engine.query.Numbers;
import kz.ortaq.engine.query.WorkSummary;
import kz.ortaq.engine.run.WorkBuilder;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.store.ListMatches;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.Stores;

/**
 * Finds the records that entries of harvested lists mean: by the name of a record, an address, an ISBN, or title and
 * author. What is not found is looked for again when works changed.
 */
public final class ListMatching {

    private static final int ENTRIES_A_PASS = 200;
    private static final int MOST_RECORDS = 40;
    // The page of a work here, or its id.
    private static final Pattern WORK = Pattern.compile("(?:https?://[^/]+/(?:kk|ru|en)/works/)?(w[0-9a-f]{20})");

    private final Stores stores;
    private final WorkBuilder builder;
    private final WorkFinding finding;

    public ListMatching(Stores stores, WorkBuilder builder, WorkFinding finding) {
        this.stores = stores;
        this.builder = builder;
        this.finding = finding;
    }

    /**
     * Looks for some entries, those first that nobody looked for yet.
     *
     * @param version of the works that the search knows
     * @return how many there were; 0 when none is left to look for until works change
     */
    public int pass(long version) throws IOException, InterruptedException {
        List<ListMatches.Open> open = stores.matches().open(version, ENTRIES_A_PASS);
        List<ListMatches.Match> matches = new ArrayList<>();
        for (ListMatches.Open entry : open) {
            matches.add(match(entry));
        }
        stores.matches().keep(matches, version);
        return open.size();
    }

    private ListMatches.Match match(ListMatches.Open open) throws IOException, InterruptedException {
        CuratedList.Entry entry = open.entry();
        for (String reference : entry.references()) {
            Optional<Long> named = named(open, reference);
            if (named.isPresent()) {
                return new ListMatches.Match(open, ListMatches.Found.ONE, named.get());
            }
        }
        for (String reference : entry.references()) {
            Optional<String> isbn = WorkFinding.isbn(reference);
            if (isbn.isPresent()) {
                List<Long> numbered = numbered(open, isbn.get());
                if (!numbered.isEmpty()) {
                    return match(open, numbered);
                }
            }
        }
        List<Long> called = new ArrayList<>();
        for (WorkSummary work : finding.byTitle(entry.author(), entry.title())) {
            record(
                            open,
                            work.id(),
                            record -> record.titles().stream()
                                    .anyMatch(title -> title.text().equalsIgnoreCase(entry.title())))
                    .or(() -> stores.matches().records(work.id(), open.library(), 1).stream()
                            .findFirst())
                    .ifPresent(called::add);
        }
        return match(open, called);
    }

    private static ListMatches.Match match(ListMatches.Open open, List<Long> records) {
        return records.size() == 1
                ? new ListMatches.Match(open, ListMatches.Found.ONE, records.getFirst())
                : new ListMatches.Match(
                        open, records.isEmpty() ? ListMatches.Found.NONE : ListMatches.Found.SEVERAL, 0);
    }

    /** The record that a reference names: one of the list’s own source, of any source, or the one a work is called by. */
    private Optional<Long> named(ListMatches.Open open, String reference) {
        Matcher work = WORK.matcher(reference);
        if (work.matches()) {
            return stores.works()
                    .leadsTo(work.group(1))
                    .flatMap(id -> stores.matches().records(id, open.library(), 1).stream()
                            .findFirst());
        }
        int colon = reference.indexOf(':');
        Optional<Long> own = placed(open.source(), reference);
        if (own.isEmpty() && colon > 0) {
            own = placed(
                    reference.substring(0, colon),
                    reference.substring(colon + 1).strip());
        }
        if (own.isPresent()) {
            return own;
        }
        // Records of several works may be called so, or lead there; then the reference names none of them.
        List<Long> all = stores.matches().named(reference);
        Set<String> works = new HashSet<>();
        all.forEach(record -> stores.matches().work(record).ifPresent(works::add));
        return works.size() == 1
                ? all.stream()
                        .filter(record -> stores.matches().work(record).isPresent())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Long> placed(String source, String identifier) {
        return stores.records()
                .find(new RecordId(source, identifier))
                .map(StoredRecord::number)
                .filter(record -> stores.matches().work(record).isPresent());
    }

    /** Of each work that has an ISBN, one record with it; where several works have it, of those called as the entry is. */
    private List<Long> numbered(ListMatches.Open open, String isbn) throws IOException, InterruptedException {
        List<Long> records = new ArrayList<>();
        List<Long> called = new ArrayList<>();
        for (WorkSummary work : finding.first(isbn)) {
            record(
                            open,
                            work.id(),
                            record -> record.identifiers().stream()
                                    .filter(identifier -> identifier.scheme().equals("isbn"))
                                    .anyMatch(identifier -> Numbers.key(identifier.value())
                                            .orElse("")
                                            .equals(isbn)))
                    .ifPresent(record -> {
                        records.add(record);
                        if (work.title().equalsIgnoreCase(open.entry().title())) {
                            called.add(record);
                        }
                    });
        }
        return called.size() == 1 ? called : records;
    }

    private interface Test {
        boolean fits(BibRecord record);
    }

    /** The first record of a work that fits, those of the list’s own library before others. */
    private Optional<Long> record(ListMatches.Open open, String work, Test test)
            throws IOException, InterruptedException {
        List<Long> numbers = stores.matches().records(work, open.library(), MOST_RECORDS);
        List<StoredRecord> records = stores.records().numbered(numbers);
        for (long number : numbers) {
            for (StoredRecord stored : records) {
                if (stored.number() == number
                        && builder.read(stored).record().filter(test::fits).isPresent()) {
                    return Optional.of(number);
                }
            }
        }
        return Optional.empty();
    }
}
