package kz.ortaq.extractor.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the table (TSV) in which Tesseract tells every word with its place and how sure it is of it: level, page,
 * block, paragraph, line, word, left, top, width, height, confidence, text.
 */
final class TesseractTable {

    private static final String WORD = "5";
    private static final int COLUMNS = 12;
    private static final int BLOCK = 2;
    private static final int PARAGRAPH = 3;
    private static final int LINE = 4;
    private static final int CONFIDENCE = 10;
    private static final int TEXT = 11;
    // What pictures and stains are read as; a line of print on a bad copy still has twice that.
    private static final double LEAST_OF_A_LINE = 40;

    private final StringBuilder text = new StringBuilder();
    private final List<String> line = new ArrayList<>();
    private String lineKey = "";
    private String paragraphKey = "";
    private String written = "";
    private double lineSure;
    private int lineLetters;
    private double sure;
    private int letters;

    private TesseractTable() {}

    static Recognised read(String table) {
        var reader = new TesseractTable();
        table.lines().skip(1).forEach(reader::take);
        reader.endLine();
        return reader.letters == 0
                ? Recognised.NOTHING
                : new Recognised(reader.text.toString(), reader.sure / reader.letters / 100, reader.letters);
    }

    private void take(String row) {
        String[] cells = row.split("\t", COLUMNS);
        if (cells.length < COLUMNS || !cells[0].equals(WORD) || cells[TEXT].isBlank()) {
            return;
        }
        String paragraph = cells[BLOCK] + ' ' + cells[PARAGRAPH];
        String key = paragraph + ' ' + cells[LINE];
        if (!key.equals(lineKey)) {
            endLine();
            lineKey = key;
            paragraphKey = paragraph;
        }
        String word = cells[TEXT].strip();
        int count = (int) word.codePoints().filter(Character::isLetterOrDigit).count();
        line.add(word);
        lineLetters += count;
        lineSure += count * confidence(cells[CONFIDENCE]);
    }

    private static double confidence(String cell) {
        try {
            return Math.clamp(Double.parseDouble(cell), 0, 100);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void endLine() {
        if (lineLetters > 0 && lineSure >= LEAST_OF_A_LINE * lineLetters) {
            if (!text.isEmpty()) {
                text.append(paragraphKey.equals(written) ? "\n" : "\n\n");
            }
            text.append(String.join(" ", line));
            written = paragraphKey;
            letters += lineLetters;
            sure += lineSure;
        }
        line.clear();
        lineLetters = 0;
        lineSure = 0;
    }
}
