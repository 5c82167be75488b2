package kz.ortaq.harvesters.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.sheet.Book;
import kz.ortaq.harvesters.sheet.BookSink;
import kz.ortaq.harvesters.sheet.Sheets;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/** What sheets beside the documents of a folder say of them, row by row: a sheet with a column of files is one. */
final class Descriptions {

    /** The field of a row that names its document. */
    private static final String FILE = "file";

    private static final int MOST_CHARACTERS = 50_000_000;
    private static final int MOST_NAMED = 10;
    private static final int MOST_SILENT = 1_000;

    private final Set<Path> sheets = new HashSet<>();
    private final Map<String, String> byPath = new HashMap<>();
    private final List<HarvestPage.Rejected> rejected = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private long characters;

    private Descriptions() {}

    /** Reads the sheets of a folder, and finds the documents that their rows name. */
    static Descriptions read(Path root, FolderListing listing, int longest) throws InterruptedException {
        Descriptions descriptions = new Descriptions();
        Map<Path, Rows> described = new HashMap<>();
        List<Path> sheets = new ArrayList<>();
        for (Path sheet : listing.sheets()) {
            Rows rows = new Rows(descriptions);
            String path = ShownPath.of(root, sheet);
            Optional<Sheets.Read> read = Sheets.read(sheet, path, path, longest, rows);
            if (read.isPresent() && rows.describes) {
                descriptions.characters += rows.characters;
                sheets.add(sheet);
                described.put(sheet, rows);
            }
        }
        if (sheets.isEmpty()) {
            return descriptions;
        }
        descriptions.sheets.addAll(sheets);
        List<String> documents = listing.files().stream()
                .filter(file -> !descriptions.sheets.contains(file))
                .map(file -> ShownPath.of(root, file))
                .toList();
        FileNames names = new FileNames(documents);
        for (Path sheet : sheets) {
            Rows rows = described.getOrDefault(sheet, new Rows(descriptions));
            String path = ShownPath.of(root, sheet);
            descriptions.take(rows, path.substring(0, path.lastIndexOf('/') + 1), names);
        }
        descriptions.compare(documents);
        return descriptions;
    }

    /** Whether a file is one of the sheets, and so no document itself. */
    boolean isSheet(Path file) {
        return sheets.contains(file);
    }

    /** The row that describes a document, as JSON; empty where none does. */
    String of(String path) {
        return byPath.getOrDefault(path, "");
    }

    /** Rows that could not be taken. */
    List<HarvestPage.Rejected> rejected() {
        return rejected;
    }

    List<Problem> problems() {
        return problems;
    }

    private void take(Rows rows, String folder, FileNames names) {
        problems.addAll(rows.problems);
        rejected.addAll(rows.rejected);
        for (Row row : rows.rows) {
            List<String> found = names.find(folder, row.file());
            if (found.isEmpty()) {
                warn(Reason.SHEET_FILE_MISSING, row);
            } else if (found.size() > 1 || byPath.putIfAbsent(found.getFirst(), row.payload()) != null) {
                warn(Reason.SHEET_FILE_REPEATED, row);
            }
        }
    }

    private void compare(List<String> documents) {
        List<String> left =
                documents.stream().filter(path -> !byPath.containsKey(path)).toList();
        if (!left.isEmpty()) {
            String named = String.join("; ", left.subList(0, Math.min(left.size(), MOST_NAMED)));
            problems.add(new Problem(
                    Reason.FILE_NOT_DESCRIBED,
                    Severity.INFO,
                    Stage.HARVEST,
                    "",
                    left.size() > MOST_NAMED ? named + "; …" : named,
                    String.valueOf(left.size())));
        }
    }

    private void warn(Reason reason, Row row) {
        problems.add(new Problem(reason, Severity.WARNING, Stage.HARVEST, "", row.place(), row.file()));
    }

    /** A row that names a file. */
    private record Row(String place, String file, String payload) {}

    /** Keeps the rows of one sheet. */
    private static final class Rows implements BookSink {

        private final Descriptions owner;
        private final List<Row> rows = new ArrayList<>();
        private final List<HarvestPage.Rejected> rejected = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private long characters;
        private boolean describes;
        private boolean full;

        Rows(Descriptions owner) {
            this.owner = owner;
        }

        @Override
        public void book(Book book) {
            describes |= !book.value(FILE).isEmpty();
            if (!describes && rows.size() == MOST_SILENT) {
                return; // a sheet about something else
            }
            String payload = book.payload();
            if (owner.characters + characters + payload.length() > MOST_CHARACTERS) {
                if (!full) {
                    full = true;
                    String limit = MOST_CHARACTERS + " characters";
                    problem(new Problem(
                            Reason.SHEET_TOO_LARGE, Severity.ERROR, Stage.HARVEST, "", book.place(), limit));
                }
                return;
            }
            characters += payload.length();
            String file = book.value(FILE).isEmpty() ? book.value("title") : book.value(FILE);
            rows.add(new Row(book.place(), file, payload));
        }

        @Override
        public void rejected(HarvestPage.Rejected row, String inventory) {
            rejected.add(row);
        }

        @Override
        public void problem(Problem problem) {
            if (problems.size() < 1_000) {
                problems.add(problem);
            }
        }
    }
}
