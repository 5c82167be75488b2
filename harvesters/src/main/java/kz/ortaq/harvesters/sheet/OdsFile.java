package kz.ortaq.harvesters.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import kz.ortaq.config.Reason;
import org.codehaus.stax2.XMLStreamReader2;

/** An OpenDocument spreadsheet (ISO/IEC 26300), its content.xml read as a stream. */
final class OdsFile implements TableFile {

    private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    /** Nobody types one row so often; a few elements could stand for a million full rows. */
    private static final int MOST_REPEATED = 10_000;

    private static final int LONGEST_MANIFEST = 1 << 20;

    private final Path file;

    OdsFile(Path file) {
        this.file = file;
    }

    /** Whether a packed file is one. */
    static boolean is(Zipped zip) throws IOException {
        String type = new String(zip.start("mimetype", 100), StandardCharsets.US_ASCII);
        return type.startsWith(TYPE) && zip.has("content.xml");
    }

    /** Whether a password is needed to read it. */
    static boolean locked(Zipped zip) throws IOException {
        return new String(zip.start("META-INF/manifest.xml", LONGEST_MANIFEST), StandardCharsets.UTF_8)
                .contains(":encryption-data");
    }

    @Override
    public String format() {
        return "ods";
    }

    @Override
    public String charset() {
        return "UTF-8";
    }

    @Override
    public int sheets() throws IOException, SheetException, InterruptedException {
        int[] sheets = {0};
        try (Zipped zip = new Zipped(file)) {
            zip.read("content.xml", xml -> {
                while (xml.hasNext()) {
                    boolean start = xml.next() == XMLStreamConstants.START_ELEMENT;
                    sheets[0] += start && xml.getLocalName().equals("table") ? 1 : 0;
                }
            });
        }
        return sheets[0];
    }

    @Override
    public void read(RowSink sink) throws IOException, SheetException, InterruptedException {
        Meter meter = new Meter();
        try (Zipped zip = new Zipped(file)) {
            zip.read("content.xml", xml -> {
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT
                            && xml.getLocalName().equals("table")) {
                        sink.sheet(Zipped.attribute(xml, "name"));
                        new Table(xml, meter, sink).read();
                    }
                }
            });
        }
    }

    /** A stored date (2021-09-01, perhaps with a time) as a person writes it; any other text as it is. */
    static String date(String stored) {
        try {
            return stored.length() < 10 ? stored : Shown.date(LocalDate.parse(stored.substring(0, 10)));
        } catch (DateTimeException e) {
            return stored;
        }
    }

    /** One sheet. Merged cells say at their first cell how far they reach, so one pass is enough. */
    private static final class Table {

        private final XMLStreamReader2 xml;
        private final Meter meter;
        private final RowSink sink;
        private final CellText text = new CellText();
        private final List<String> lent = new ArrayList<>();
        private final List<Integer> lentRows = new ArrayList<>();
        private int number;
        private boolean wide;

        Table(XMLStreamReader2 xml, Meter meter, RowSink sink) {
            this.xml = xml;
            this.meter = meter;
            this.sink = sink;
        }

        void read() throws XMLStreamException, SheetException, InterruptedException {
            int depth = 1;
            while (depth > 0) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("table-row")) {
                        row();
                    } else {
                        depth++;
                    }
                }
            }
        }

        private void row() throws XMLStreamException, SheetException, InterruptedException {
            int repeated = Math.max(1, Zipped.count(xml, "number-rows-repeated", 1));
            List<Cell> cells = cells();
            boolean blank = cells.stream().allMatch(cell -> cell.text().isEmpty());
            if (blank) {
                // A sheet ends with a million blank rows in one element.
                number = (int) Math.min(Integer.MAX_VALUE / 2, (long) number + repeated);
                return;
            }
            if (repeated > MOST_REPEATED) {
                throw new SheetException(Reason.SHEET_TOO_LARGE, MOST_REPEATED + " × row " + (number + 1));
            }
            for (int i = 0; i < repeated; i++) {
                Row row = new Row(++number, cells);
                meter.count(row);
                sink.row(row);
            }
        }

        private List<Cell> cells() throws XMLStreamException {
            List<Cell> cells = new ArrayList<>();
            int left = 0;
            while (true) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("table-row")) {
                    while (!cells.isEmpty() && cells.getLast().text().isEmpty()) {
                        cells.removeLast();
                    }
                    return cells;
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                boolean covered = xml.getLocalName().equals("covered-table-cell");
                if (!covered && !xml.getLocalName().equals("table-cell")) {
                    continue;
                }
                int repeated = Math.max(1, Zipped.count(xml, "number-columns-repeated", 1));
                int across = Zipped.count(xml, "number-columns-spanned", 1);
                int down = Zipped.count(xml, "number-rows-spanned", 1);
                String shown = cell();
                if (covered) {
                    cover(cells, repeated);
                    continue;
                }
                left = cells.size();
                add(cells, shown, repeated);
                if (across > 1 && left < cells.size()) {
                    cells.set(left, new Cell(shown, Cell.Span.LEADS));
                }
                if (across > 1 || down > 1) {
                    lend(left, Math.max(1, across), down, shown);
                }
            }
        }

        /** Remembers a merged cell for the cells that it covers: beside it and in the rows below. */
        private void lend(int left, int across, int down, String shown) {
            for (int column = left; column < Math.min(Meter.COLUMNS, (long) left + across); column++) {
                while (lent.size() <= column) {
                    lent.add("");
                    lentRows.add(0);
                }
                // The sign of the count tells the first column of the merged cell from the others.
                lent.set(column, shown);
                int last = (int) Math.min(Meter.ROWS, (long) number + down);
                lentRows.set(column, column == left ? last : -last);
            }
        }

        private void cover(List<Cell> cells, int repeated) {
            int until = (int) Math.min(Meter.COLUMNS, (long) cells.size() + repeated);
            while (cells.size() < until) {
                int column = cells.size();
                int last = column < lentRows.size() ? lentRows.get(column) : 0;
                boolean holds = Math.abs(last) > number && !lent.get(column).isEmpty();
                Cell.Span span = last > 0 ? Cell.Span.BELOW : Cell.Span.ACROSS;
                cells.add(holds ? new Cell(lent.get(column), span) : Cell.EMPTY);
            }
        }

        private void add(List<Cell> cells, String shown, int repeated) {
            if (shown.isEmpty()) {
                int until = (int) Math.min(Meter.COLUMNS, (long) cells.size() + repeated);
                cells.addAll(Collections.nCopies(until - cells.size(), Cell.EMPTY));
                return;
            }
            for (int i = 0; i < repeated; i++) {
                if (cells.size() == Meter.COLUMNS) {
                    if (!wide) {
                        wide = true;
                        sink.fault(Reason.SHEET_TOO_WIDE, "row " + (number + 1), String.valueOf(Meter.COLUMNS));
                    }
                    return;
                }
                cells.add(Cell.of(shown));
            }
        }

        /** The text of the cell that the reader stands at. */
        private String cell() throws XMLStreamException {
            String type = Zipped.attribute(xml, "value-type");
            String value = Zipped.attribute(xml, "value");
            String date = Zipped.attribute(xml, "date-value");
            text.clear();
            boolean first = true;
            for (int depth = 1; depth > 0; ) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    switch (xml.getLocalName()) {
                        case "annotation" -> {
                            new CellText().appendElement(xml);
                            depth--;
                        }
                        case "p" -> {
                            text.append(first ? "" : "\n");
                            first = false;
                        }
                        case "s" -> text.append(" ".repeat(Math.min(1_000, Zipped.count(xml, "c", 1))));
                        case "tab" -> text.append("\t");
                        case "line-break" -> text.append("\n");
                        default -> {}
                    }
                } else if (depth > 1 && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                    text.append(xml.getText());
                }
            }
            String shown = text.toString();
            return switch (type) {
                // Leading zeros are the format's, and part of an inventory number; else the number itself is right,
                // which shown may be 9,78601E+12.
                case "float" -> shown.matches("0\\d{1,30}+") || value.isEmpty() ? shown : Shown.number(value);
                case "date" -> shown.matches("\\d{4}") || date.isEmpty() ? shown : date(date);
                default -> shown;
            };
        }
    }
}
