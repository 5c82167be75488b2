package kz.ortaq.harvesters.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.probe.FileProbe;
import kz.ortaq.harvesters.probe.Finding;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Severity;
import kz.ortaq.records.SourceKind;

/** Recognises sheets: by their format, and a delimited text by the headings above its columns. */
public final class SheetProbe implements FileProbe {

    private static final int MOST_PROBLEMS = 500;

    private final Settings.Harvest limits;

    public SheetProbe(Settings.Harvest limits) {
        this.limits = limits;
    }

    @Override
    public Optional<Finding> look(Path file, String name, int records) throws InterruptedException {
        Look look = new Look(records);
        Optional<Sheets.Read> read = Sheets.read(file, name, "", limits.recordCharacters(), look);
        // A text of another kind may fall into columns by chance; only its name or its headings make it a sheet.
        if (read.isEmpty() || read.get().recognised() == 0 && !TableFiles.named(name)) {
            return Optional.empty();
        }
        String format = read.get().format().toUpperCase(Locale.ROOT);
        boolean text = format.equals("CSV") || format.equals("TSV");
        return Optional.of(new Finding(
                SourceKind.SHEET,
                format.isEmpty() ? name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT) : format,
                text ? read.get().charset() : "",
                look.read,
                look.mended.size(),
                look.rejected,
                look.records(),
                look.problems));
    }

    /** Counts the books, and keeps the first. */
    private static final class Look implements BookSink {

        private final int most;
        private final List<Book> books = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> mended = new HashSet<>();
        private long read;
        private long rejected;

        Look(int most) {
            this.most = most;
        }

        @Override
        public void book(Book book) {
            read++;
            if (books.size() < most) {
                books.add(book);
            }
        }

        @Override
        public void rejected(HarvestPage.Rejected row, String inventory) {
            read++;
            rejected++;
            problem(row.problem());
        }

        @Override
        public void problem(Problem problem) {
            if (problem.severity() == Severity.WARNING && problem.place().contains("row ")) {
                mended.add(problem.place().replaceAll(", column \\w+$", ""));
            }
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(problem);
            }
        }

        private List<RawRecord> records() {
            Identities identities = new Identities();
            books.forEach(book -> identities.row(book, RecordId.hash(book.payload())));
            identities.match();
            identities.mint();
            List<RawRecord> records = new ArrayList<>();
            for (Book book : books) {
                RecordId id = new RecordId("probe", identities.identifier(records.size()));
                records.add(new RawRecord(
                        id, false, SheetHarvester.FORMAT, "", List.of(), book.place(), book.payload(), List.of()));
            }
            return records;
        }
    }
}
