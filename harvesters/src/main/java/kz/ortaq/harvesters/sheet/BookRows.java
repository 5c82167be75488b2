package kz.ortaq.harvesters.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kz.ortaq.config.Reason;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Finds the books among the rows of a file: below the headings of each sheet, without title rows, totals, repeated
 * headings, and rows that number the columns or name a section.
 */
final class BookRows implements RowSink {

    /** How far down the headings are looked for. */
    private static final int SEARCHED = 60;

    private static final int MOST_UNKNOWN = 60;

    private static final int LONGEST_LOOKED = 1_000;

    /** What is left of Ә and қ in a charset that has none: «?уезов», «Шо?ан». No question is asked within a word. */
    private static final Pattern LOST = Pattern.compile("\\?[\\p{IsCyrillic}&&\\p{Ll}]");

    /** Fields that are shown with the words of their heading. */
    private static final Set<String> NOTED = Set.of("copies", "volume");

    private final BookSink out;
    private final String file;
    private final boolean several;
    private final int longest;
    private final List<Problem> unrecognised = new ArrayList<>();
    private final Section section = new Section();

    private String sheet = "";
    private int sheets;
    private int recognised;
    private int lost;
    private String firstLost = "";
    private @Nullable Columns columns;
    private @Nullable Row before;
    private int searched;
    private int skipped;
    private final List<String> seen = new ArrayList<>();

    /**
     * @param file what stands before each place; empty for the only file of a source
     * @param several whether places name the sheet
     * @param longest the most characters of a row
     */
    BookRows(BookSink out, String file, boolean several, int longest) {
        this.out = out;
        this.file = file;
        this.several = several;
        this.longest = longest;
    }

    /** How many sheets had something in them. */
    int sheets() {
        return sheets;
    }

    /** How many sheets had headings that are known. */
    int recognised() {
        return recognised;
    }

    @Override
    public void sheet(String name) throws InterruptedException {
        finishSheet();
        sheet = name;
        section.begin(name);
    }

    @Override
    public void row(Row row) throws InterruptedException {
        if (row.filled() == 0) {
            return;
        }
        if (columns != null) {
            book(row, columns);
        } else if (searched < SEARCHED) {
            search(row);
        }
    }

    @Override
    public void fault(Reason reason, String where, String value) {
        Severity severity = reason == Reason.SHEET_HIDDEN ? Severity.INFO : Severity.WARNING;
        out.problem(problem(reason, severity, where, value));
    }

    /** To be called behind the last row. */
    void finish() throws InterruptedException {
        finishSheet();
        if (lost > 0) {
            out.problem(new Problem(
                    Reason.SHEET_LETTERS_LOST, Severity.WARNING, Stage.HARVEST, "", firstLost, String.valueOf(lost)));
        }
        Severity severity = recognised == 0 ? Severity.ERROR : Severity.INFO;
        for (Problem problem : unrecognised) {
            out.problem(new Problem(problem.reason(), severity, problem.stage(), "", problem.place(), problem.value()));
        }
        if (sheets == 0) {
            out.problem(problem(Reason.SHEET_WITHOUT_HEADINGS, Severity.ERROR, "", ""));
        }
    }

    private void search(Row row) throws InterruptedException {
        sheets += searched == 0 ? 1 : 0;
        searched++;
        if (seen.size() < 12) {
            row.cells().stream()
                    .map(Cell::text)
                    .filter(text -> !text.isBlank())
                    .distinct() // a merged cell has its text in each
                    .limit(12)
                    .forEach(seen::add);
        }
        Row upper = before;
        before = row;
        if (upper == null) {
            return;
        }
        Columns found = Columns.of(upper, row);
        if (found != null) {
            begin(found);
            if (found.rows() == 1) {
                book(row, found);
            }
        }
    }

    private void begin(Columns found) {
        columns = found;
        recognised++;
        int unknown = 0;
        for (Columns.Column column : found.all()) {
            if (column.field().isEmpty() && ++unknown <= MOST_UNKNOWN) {
                out.problem(problem(
                        Reason.SHEET_HEADING_UNKNOWN, Severity.INFO, "column " + column.letter(), column.heading()));
            }
        }
    }

    private void finishSheet() throws InterruptedException {
        if (columns == null && before != null) {
            Columns found = Columns.of(before, null);
            if (found != null) {
                begin(found);
            }
        }
        if (columns == null && searched > 0 && !Help.isOne(sheet)) {
            unrecognised.add(problem(Reason.SHEET_WITHOUT_HEADINGS, Severity.ERROR, "", String.join(" | ", seen)));
        }
        columns = null;
        before = null;
        searched = 0;
        skipped = 0;
        seen.clear();
    }

    private void book(Row row, Columns known) throws InterruptedException {
        if (skipped > 0) {
            skipped--;
            return;
        }
        if (known.repeated(row)) {
            skipped = known.rows() - 1;
            return;
        }
        if (RowKind.counts(row) || RowKind.total(row, known) || RowKind.bare(row, known) || section.take(row, known)) {
            return;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Map<String, String> cells = new LinkedHashMap<>();
        int length = read(row, known, fields, cells);
        if (length > longest) {
            reject(Reason.RECORD_TOO_LARGE, "row " + row.number(), String.valueOf(longest), fields, cells);
            return;
        }
        if (!fields.containsKey("title") && !fields.containsKey("file")) {
            String where = "row " + row.number() + ", column " + known.titleLetter();
            reject(Reason.SHEET_TITLE_MISSING, where, String.join(" | ", cells.values()), fields, cells);
            return;
        }
        section.lend(fields);
        out.book(new Book(place("row " + row.number()), sheet, fields, cells));
    }

    private int read(Row row, Columns known, Map<String, List<String>> fields, Map<String, String> cells) {
        int length = 0;
        for (Columns.Column column : known.all()) {
            String text = row.text(column.index());
            if (text.isBlank()) {
                continue;
            }
            length += text.length() + column.heading().length();
            if (text.length() < LONGEST_LOOKED && LOST.matcher(text).find()) {
                firstLost = lost++ == 0 ? place("row " + row.number() + ", column " + column.letter()) : firstLost;
            }
            boolean taken = cells.containsKey(column.heading());
            cells.put(taken ? column.heading() + " (" + column.letter() + ")" : column.heading(), text);
            if (!column.field().isEmpty()) {
                new Values((reason, value) ->
                                fault(reason, "row " + row.number() + ", column " + column.letter(), value))
                        .add(column.field(), text, fields);
            }
            if (column.field().equals("title") && column.heading().indexOf(' ') > 0) {
                // «Оқулықтың атауы», «Название учебника»: the heading may say what the books are.
                Values.put("title-heading", column.heading(), fields);
            }
            if (NOTED.contains(column.field()) && !text.strip().equals("0")) {
                // A bare 25 says nothing to a reader.
                Values.put(column.field() + "-note", column.heading() + ": " + text.strip(), fields);
            }
        }
        for (int i = 0; i < row.width(); i++) {
            // A column without a heading is kept under its letter.
            if (!row.text(i).isBlank() && known.at(i) == null) {
                cells.put(Row.letter(i), row.text(i));
                length += row.text(i).length();
            }
        }
        return length;
    }

    private void reject(
            Reason reason, String where, String value, Map<String, List<String>> fields, Map<String, String> cells) {
        Book kept = new Book("", sheet, fields, cells);
        HarvestPage.Rejected row =
                new HarvestPage.Rejected(problem(reason, Severity.ERROR, where, value), kept.payload(), 1);
        out.rejected(row, kept.value("inventory"));
    }

    private Problem problem(Reason reason, Severity severity, String where, String value) {
        return new Problem(reason, severity, Stage.HARVEST, "", place(where), value);
    }

    private String place(String where) {
        List<String> parts = new ArrayList<>(List.of(file, several ? sheet : "", where));
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }
}
