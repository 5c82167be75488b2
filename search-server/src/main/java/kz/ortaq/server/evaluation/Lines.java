package kz.ortaq.server.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a TSV file without a heading and without quoting. */
final class Lines {

    private Lines() {}

    /** The lines, each with exactly so many columns; empty lines are left out. */
    static List<List<String>> of(Path file, int columns) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            List<String> found = List.of(line.split("\t", -1));
            if (line.isBlank()) {
                continue;
            }
            if (found.size() != columns) {
                throw new IOException(file + ", line " + number + ": found " + found.size()
                        + " columns with tabs between, expected " + columns);
            }
            lines.add(found);
        }
        return lines;
    }

    /** Judgements: query, passage and a number; or TREC's four columns, with one that says nothing after the query. */
    static List<List<String>> judgements(Path file) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            List<String> found = List.of(line.strip().split("\\s+", -1));
            if (line.isBlank()) {
                continue;
            }
            if (found.size() < 3 || found.size() > 4 || !found.getLast().matches("-?\\d{1,9}")) {
                throw new IOException(file + ": found “" + line + "”, expected a query, a passage and a number");
            }
            lines.add(found);
        }
        return lines;
    }
}
