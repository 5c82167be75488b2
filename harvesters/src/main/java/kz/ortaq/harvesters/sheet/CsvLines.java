package kz.ortaq.harvesters.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a delimited text into rows. A quote that is never closed, or that would swallow the rows behind it, costs its
 * own row alone.
 */
final class CsvLines {

    /** Longer lines are cut. */
    static final int LONGEST = 1_000_000;

    private static final int MOST_LINES = 200;

    /**
     * A row as it was read.
     *
     * @param broken whether its quotes had to be taken as plain characters
     * @param cut whether it was longer than a row may be
     */
    record Line(List<String> cells, boolean broken, boolean cut) {}

    private record Physical(String text, boolean cut) {}

    private final BufferedReader in;
    private final char separator;
    private final int columns;
    private final CsvReader.CsvReaderBuilder quoted;
    private final Deque<Physical> ahead = new ArrayDeque<>();
    private int pending = -1;

    /** @param columns how many cells most rows have */
    CsvLines(BufferedReader in, char separator, int columns) {
        this.in = in;
        this.separator = separator;
        this.columns = columns;
        quoted = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .trimWhitespacesAroundQuotes(true);
    }

    /** The next row, or null at the end. */
    @Nullable
    Line next() throws IOException {
        Physical first = take();
        if (first == null) {
            return null;
        }
        if (first.text().indexOf('"') < 0) {
            return new Line(plain(first.text()), false, first.cut());
        }
        if (!open(first.text(), false)) {
            return whole(first.text(), first);
        }
        String joined = join(first);
        return joined.isEmpty() ? new Line(plain(first.text()), true, first.cut()) : whole(joined, first);
    }

    private Line whole(String text, Physical first) {
        try {
            return new Line(quoted.ofSingleCsvRecord(text).getFields(), false, first.cut());
        } catch (CsvParseException e) {
            // Something stands behind a closing quote: ООО "Мектеп" without doubled quotes.
            return new Line(plain(text), true, first.cut());
        }
    }

    /** The first line with those behind it that its open quote reaches into; empty where that quote is a mistake. */
    private String join(Physical first) throws IOException {
        StringBuilder joined = new StringBuilder(first.text());
        List<Physical> taken = new ArrayList<>();
        boolean open = true;
        boolean swallowed = false;
        while (open && taken.size() < MOST_LINES && joined.length() < LONGEST) {
            Physical line = take();
            if (line == null) {
                break;
            }
            taken.add(line);
            joined.append('\n').append(line.text());
            open = open(line.text(), true);
            // A line that is a whole row by itself is one, and no part of a cell.
            swallowed |= columns > 1
                    && plain(line.text()).size() == columns
                    && (open || !line.text().contains("\""));
        }
        String text = joined.toString();
        if (!open && !swallowed && cells(text) <= Math.max(columns, 1)) {
            return text;
        }
        for (int i = taken.size() - 1; i >= 0; i--) {
            ahead.addFirst(taken.get(i));
        }
        return "";
    }

    private int cells(String text) {
        try {
            return quoted.ofSingleCsvRecord(text).getFieldCount();
        } catch (CsvParseException e) {
            return Integer.MAX_VALUE;
        }
    }

    /** Whether a quoted cell is open at the end of a line that began inside one, or not. */
    private boolean open(String line, boolean within) {
        boolean open = within;
        boolean start = !within;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (open) {
                if (c == '"') {
                    if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                        i++;
                    } else {
                        open = false;
                    }
                }
            } else if (c == '"' && start) {
                open = true;
                start = false;
            } else {
                start = c == separator || start && c == ' ';
            }
        }
        return open;
    }

    /** A line cut at its separators, quotes taken as plain characters but around a whole cell. */
    private List<String> plain(String line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        while (true) {
            int to = line.indexOf(separator, from);
            String cell = line.substring(from, to < 0 ? line.length() : to);
            boolean whole = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
            cells.add(whole ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell);
            if (to < 0) {
                return cells;
            }
            from = to + 1;
        }
    }

    private @Nullable Physical take() throws IOException {
        return ahead.isEmpty() ? line() : ahead.poll();
    }

    /** Reads to the end of a line (LF, CR LF or CR), keeping no more of it than a row may have. */
    private @Nullable Physical line() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = pending >= 0 ? pending : in.read();
        pending = -1;
        if (c < 0) {
            return null;
        }
        boolean cut = false;
        while (c >= 0 && c != '\n' && c != '\r') {
            if (line.length() < LONGEST) {
                line.append((char) c);
            } else {
                cut = true;
            }
            c = in.read();
        }
        if (c == '\r') {
            int next = in.read();
            pending = next == '\n' ? -1 : next;
        }
        return new Physical(line.toString(), cut);
    }
}
