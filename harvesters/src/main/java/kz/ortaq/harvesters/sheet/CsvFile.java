package kz.ortaq.harvesters.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.Reason;
import org.jspecify.annotations.Nullable;

/** A delimited text (RFC 4180 and what is like it), its charset and separator recognised from its beginning. */
final class CsvFile implements TableFile {

    private static final int SAMPLE_LINES = 200;
    private static final int SAMPLE_CHARACTERS = 1 << 18;
    private static final String SEPARATORS = "\t;,|";

    private record Shape(char separator, int columns, int agreeing, int lines) {}

    private final Path file;
    private final Encoding encoding;
    private final Shape shape;
    private final boolean declared;

    private CsvFile(Path file, Encoding encoding, Shape shape, boolean declared) {
        this.file = file;
        this.encoding = encoding;
        this.shape = shape;
        this.declared = declared;
    }

    /** The file as a delimited text; empty where it is no text at all. */
    static Optional<CsvFile> of(Path file) throws IOException {
        Optional<Encoding> encoding = Encoding.of(file);
        if (encoding.isEmpty()) {
            return Optional.empty();
        }
        List<String> sample = sample(file, encoding.get());
        // Excel's own line that names the separator.
        boolean declared = !sample.isEmpty() && sample.getFirst().matches("(?i)\"?sep=[^\"]\"?");
        Shape shape = shape(declared ? sample.subList(1, sample.size()) : sample);
        if (declared) {
            char separator = sample.getFirst().replace("\"", "").charAt(4);
            shape = new Shape(separator, shape.columns(), shape.agreeing(), shape.lines());
        }
        return Optional.of(new CsvFile(file, encoding.get(), shape, declared));
    }

    /** Whether the text looks like a table by itself, whatever the file is called. */
    boolean convincing() {
        return shape.columns() > 1 && shape.agreeing() > 1 && shape.agreeing() * 10 >= shape.lines() * 7;
    }

    @Override
    public String format() {
        return shape.separator() == '\t' ? "tsv" : "csv";
    }

    @Override
    public String charset() {
        return encoding.name();
    }

    @Override
    public int sheets() {
        return 1;
    }

    @Override
    public void read(RowSink sink) throws IOException, SheetException, InterruptedException {
        Meter meter = new Meter();
        sink.sheet("");
        if (encoding.mended() > 0) {
            sink.fault(Reason.SHEET_CHARSET_MENDED, "", encoding.name());
        }
        try (BufferedReader in = encoding.open(file)) {
            CsvLines lines = new CsvLines(in, shape.separator(), shape.columns());
            int number = 0;
            for (CsvLines.Line line = lines.next(); line != null; line = lines.next()) {
                number++;
                if (number == 1 && declared) {
                    continue;
                }
                if (line.cut()) {
                    sink.fault(Reason.FIELD_TOO_LONG, "row " + number, "> " + CsvLines.LONGEST);
                }
                if (line.broken()) {
                    sink.fault(Reason.SHEET_QUOTES, "row " + number, first(line.cells()));
                }
                Row row = new Row(number, cells(line.cells(), number, sink));
                meter.count(row);
                sink.row(row);
            }
        }
    }

    private static String first(List<String> cells) {
        return cells.stream().filter(cell -> cell.contains("\"")).findFirst().orElse("");
    }

    private static List<Cell> cells(List<String> texts, int number, RowSink sink) {
        List<Cell> cells = new ArrayList<>(texts.size());
        for (String text : texts) {
            if (cells.size() == Meter.COLUMNS) {
                sink.fault(Reason.SHEET_TOO_WIDE, "row " + number, String.valueOf(Meter.COLUMNS));
                break;
            }
            cells.add(Cell.of(text));
        }
        return cells;
    }

    private static List<String> sample(Path file, Encoding encoding) throws IOException {
        char[] start = new char[SAMPLE_CHARACTERS];
        int length = 0;
        try (BufferedReader in = encoding.open(file)) {
            for (int read = 0; read >= 0 && length < start.length; length += Math.max(0, read)) {
                read = in.read(start, length, start.length - length);
            }
        }
        List<String> lines = new ArrayList<>(
                new String(start, 0, length).lines().limit(SAMPLE_LINES).toList());
        if (length == start.length && lines.size() > 1 && lines.size() < SAMPLE_LINES) {
            lines.removeLast(); // cut in its middle
        }
        return lines;
    }

    /** The separator that cuts the most lines into the same number of cells, and more than one. */
    private static Shape shape(List<String> lines) {
        Shape best = null;
        int filled = (int) lines.stream().filter(line -> !line.isBlank()).count();
        for (char separator : SEPARATORS.toCharArray()) {
            Map<Integer, Integer> counts = new HashMap<>();
            boolean open = false;
            int cells = 1;
            for (String line : lines) {
                if (line.isBlank()) {
                    continue;
                }
                for (char c : line.toCharArray()) {
                    open ^= c == '"';
                    cells += c == separator && !open ? 1 : 0;
                }
                counts.merge(cells, 1, Integer::sum);
                cells = 1;
                open = false;
            }
            for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
                Shape shape = new Shape(separator, count.getKey(), count.getValue(), filled);
                if (count.getKey() > 1 && better(shape, best)) {
                    best = shape;
                }
            }
        }
        return best == null ? new Shape(',', 1, filled, filled) : best;
    }

    private static boolean better(Shape shape, @Nullable Shape best) {
        return best == null
                || shape.agreeing() > best.agreeing()
                || shape.agreeing() == best.agreeing() && shape.columns() > best.columns();
    }
}
