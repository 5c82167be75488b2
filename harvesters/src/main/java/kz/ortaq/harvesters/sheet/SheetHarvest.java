package kz.ortaq.harvesters.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.HarvestedLists;
import kz.ortaq.harvesters.Harvester.Ending;
import kz.ortaq.harvesters.Reconciliation;
import kz.ortaq.harvesters.Seen;
import kz.ortaq.harvesters.files.SourceFile;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.Stage;
import kz.ortaq.records.store.RecordStore;
import kz.ortaq.records.store.Stores;

/** One harvest of sheets. It reads them twice: to recognise its rows it has to have seen all of them. */
final class SheetHarvest {

    /** As many as one sheet of Excel has. */
    static final int MOST_ROWS = Meter.ROWS;

    private static final int PAGE = 200;
    private static final int CHUNK = 1_000;
    private static final int MOST_SIMILAR = 200;
    private static final int MOST_REPORTED = 50;
    private static final Pattern LISTS = Pattern.compile("\\s*[;\\n]\\s*");

    private final Stores stores;
    private final Source source;
    private final List<SourceFile> files;
    private final Settings.Harvest limits;
    private final Checkpoint checkpoint;
    private final Consumer<HarvestPage> sink;
    private final Identities identities = new Identities();
    private final HarvestedLists lists;

    SheetHarvest(
            Stores stores,
            Source source,
            List<SourceFile> files,
            Settings.Harvest limits,
            Checkpoint checkpoint,
            Consumer<HarvestPage> sink) {
        this.stores = stores;
        this.source = source;
        this.files = files;
        this.limits = limits;
        this.checkpoint = checkpoint;
        this.sink = sink;
        this.lists = new HarvestedLists(stores, source);
    }

    Ending run() throws InterruptedException {
        read(new Rows((book, row) ->
                identities.row(book, record("-", book, book.payload()).hash())));
        String after = "";
        for (int size = CHUNK; size == CHUNK; ) {
            List<RecordStore.Listed> chunk = stores.records().listed(source.id(), after, CHUNK);
            chunk.forEach(record -> identities.known(record.identifier(), record.hash()));
            size = chunk.size();
            after = size == 0 ? after : chunk.getLast().identifier();
        }
        identities.match();
        matchSimilar();
        identities.mint();

        Pages pages = new Pages();
        boolean whole = read(pages);
        pages.finish();
        Ending ending = whole
                ? new Reconciliation(stores).finish(source, pages.seen, pages.spared::contains, checkpoint, sink)
                : Ending.STOPPED;
        return lists.end(ending, checkpoint, sink);
    }

    /** A row stands on the lists that its column names, in the order of the rows. */
    private void list(String identifier, Book book) {
        for (String title : LISTS.split(String.join(";", book.values("list")))) {
            if (!title.isEmpty()) {
                lists.add(
                        new HarvestedLists.Head(title, title, "", "", ""),
                        new CuratedList.Entry(
                                "",
                                book.value("title"),
                                book.value("creator"),
                                List.of(identifier),
                                book.value("list-note")));
            }
        }
    }

    /** Reads all files; whether there was something to read, and all of it was read. */
    private boolean read(BookSink out) throws InterruptedException {
        boolean whole = true;
        int recognised = 0;
        for (SourceFile file : files) {
            String prefix = files.size() > 1 ? file.name() : "";
            Optional<Sheets.Read> read = Sheets.read(file.file(), file.name(), prefix, limits.recordCharacters(), out);
            if (read.isEmpty()) {
                out.problem(Sheets.problem(Reason.SHEET_WITHOUT_HEADINGS, file.name(), ""));
            }
            whole &= read.isPresent() && read.get().whole();
            recognised += read.map(Sheets.Read::recognised).orElse(0);
        }
        if (files.isEmpty()) {
            out.problem(Sheets.problem(Reason.SHEET_WITHOUT_HEADINGS, source.address(), ""));
        }
        return whole && recognised > 0 && (!(out instanceof Pages pages) || pages.unchanged);
    }

    private RawRecord record(String identifier, Book book, String payload) {
        return new RawRecord(
                new RecordId(source.id(), identifier),
                false,
                SheetHarvester.FORMAT,
                "",
                List.of(),
                book.place(),
                payload,
                List.of());
    }

    /** Where a few rows and a few records are left over, a row may be a record whose title was corrected. */
    private void matchSimilar() throws InterruptedException {
        List<Integer> rows = identities.unmatched(MOST_SIMILAR);
        Set<String> gone = new HashSet<>(identities.gone(MOST_SIMILAR));
        if (rows.isEmpty() || gone.isEmpty() || rows.size() > MOST_SIMILAR || gone.size() > MOST_SIMILAR) {
            return;
        }
        Map<Integer, Book> books = new HashMap<>();
        Set<Integer> wanted = new HashSet<>(rows);
        read(new Rows((book, row) -> {
            if (wanted.contains(row)) {
                books.put(row, book);
            }
        }));
        Map<String, String> payloads = new HashMap<>();
        stores.records().forEach(source.id(), record -> {
            String identifier = record.raw().id().identifier();
            if (gone.contains(identifier) && !record.raw().deleted()) {
                payloads.put(identifier, record.raw().payload());
            }
        });
        for (int row : rows) {
            Book book = books.get(row);
            String best = "";
            double most = 0;
            for (Map.Entry<String, String> payload : payloads.entrySet()) {
                double likeness = book == null ? 0 : Similar.likeness(payload.getValue(), book);
                if (likeness > most
                        || likeness == most && likeness > 0 && payload.getKey().compareTo(best) < 0) {
                    most = likeness;
                    best = payload.getKey();
                }
            }
            if (most > 0) {
                identities.join(row, best);
                payloads.remove(best);
            }
        }
    }

    /** Looks at the books alone. */
    private static final class Rows implements BookSink {

        private interface Look {
            void at(Book book, int row);
        }

        private final Look look;
        private int row;

        Rows(Look look) {
            this.look = look;
        }

        @Override
        public void book(Book book) {
            if (row < MOST_ROWS) {
                look.at(book, row++);
            }
        }

        @Override
        public void rejected(HarvestPage.Rejected rejected, String inventory) {}

        @Override
        public void problem(Problem problem) {}
    }

    /** Sends the books with their identifiers, a page at a time. */
    private final class Pages implements BookSink {

        private final List<RawRecord> records = new ArrayList<>();
        private final List<HarvestPage.Rejected> rejected = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Seen seen = new Seen();
        private final Set<String> spared = new HashSet<>();
        private final Set<Integer> alike = new HashSet<>(identities.alike(MOST_REPORTED));
        private final Set<Integer> repeated = new HashSet<>(identities.repeatedInventory(MOST_REPORTED));
        private final List<String> alikePlaces = new ArrayList<>();
        private boolean unchanged = true;
        private int row;

        @Override
        public void book(Book book) {
            String payload = book.payload();
            RawRecord found = record("-", book, payload);
            if (!identities.same(row, found.hash())) {
                if (unchanged) {
                    boolean full = row >= MOST_ROWS;
                    Reason reason = full ? Reason.SHEET_TOO_LARGE : Reason.SHEET_BROKEN;
                    problem(Sheets.problem(reason, book.place(), full ? MOST_ROWS + " rows" : "saved meanwhile"));
                }
                unchanged = false;
                return;
            }
            String identifier = identities.identifier(row);
            seen.add(identifier);
            records.add(record(identifier, book, payload));
            list(identifier, book);
            if (alike.contains(row)) {
                alikePlaces.add(book.place());
            }
            if (repeated.contains(row)) {
                problem(new Problem(
                        Reason.SHEET_KEY_REPEATED,
                        Severity.WARNING,
                        Stage.HARVEST,
                        identifier,
                        book.place(),
                        book.value("inventory")));
            }
            row++;
            if (records.size() == PAGE) {
                send();
            }
        }

        @Override
        public void rejected(HarvestPage.Rejected lost, String inventory) {
            rejected.add(lost);
            if (!inventory.isEmpty()) {
                spared.add(Identities.ofInventory(inventory));
            }
            if (rejected.size() == PAGE) {
                send();
            }
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
            if (problems.size() == PAGE) {
                send();
            }
        }

        private void finish() {
            if (!alikePlaces.isEmpty()) {
                problems.add(new Problem(
                        Reason.SHEET_ROWS_ALIKE,
                        Severity.INFO,
                        Stage.HARVEST,
                        "",
                        String.join("; ", alikePlaces),
                        alikePlaces.size() < MOST_REPORTED
                                ? String.valueOf(alikePlaces.size())
                                : "≥ " + MOST_REPORTED));
            }
            if (!records.isEmpty() || !rejected.isEmpty() || !problems.isEmpty()) {
                send();
            }
        }

        private void send() {
            sink.accept(new HarvestPage(records, rejected, problems, checkpoint));
            records.clear();
            rejected.clear();
            problems.clear();
        }
    }
}
