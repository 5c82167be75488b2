package kz.ortaq.harvesters.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/** Reads the books out of sheet files, whatever their format. */
public final class Sheets {

    /**
     * What a file turned out to be.
     *
     * @param format {@code csv}, {@code tsv}, {@code xlsx} or {@code ods}; empty where it could not be read at all
     * @param recognised how many of its sheets have headings that are known
     * @param whole whether it was read to its end
     */
    public record Read(String format, String charset, int recognised, boolean whole) {}

    private Sheets() {}

    /** Whether a file's name promises a sheet. */
    public static boolean named(String name) {
        return TableFiles.named(name);
    }

    /**
     * Gives the books of a file to {@code out}, with what is wrong; empty where the file is no sheet.
     *
     * @param name the file's name, which helps where its content leaves a doubt
     * @param prefix what stands before each place: the file's name where there are several, else empty
     * @param longest the most characters of one row
     */
    public static Optional<Read> read(Path file, String name, String prefix, int longest, BookSink out)
            throws InterruptedException {
        Optional<TableFile> table = Optional.empty();
        try {
            table = TableFiles.open(file, name);
            if (table.isEmpty()) {
                return Optional.empty();
            }
            BookRows rows = new BookRows(out, prefix, table.get().sheets() > 1, longest);
            return Optional.of(read(table.get(), rows, name, out));
        } catch (SheetException e) {
            out.problem(problem(e.reason(), prefix.isEmpty() ? name : prefix, e.value()));
        } catch (IOException e) {
            out.problem(problem(Reason.FILE_UNREADABLE, name, String.valueOf(e.getMessage())));
        }
        return Optional.of(new Read(
                table.map(TableFile::format).orElse(""),
                table.map(TableFile::charset).orElse(""),
                0,
                false));
    }

    private static Read read(TableFile table, BookRows rows, String name, BookSink out) throws InterruptedException {
        boolean whole = true;
        try {
            table.read(rows);
        } catch (SheetException e) {
            whole = false;
            out.problem(problem(e.reason(), name, e.value()));
        } catch (IOException e) {
            whole = false;
            out.problem(problem(Reason.SHEET_BROKEN, name, String.valueOf(e.getMessage())));
        }
        rows.finish();
        return new Read(table.format(), table.charset(), rows.recognised(), whole);
    }

    static Problem problem(Reason reason, String place, String value) {
        return new Problem(reason, Severity.ERROR, Stage.HARVEST, "", place, value);
    }
}
