package kz.ortaq.harvesters.marc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/** Counts what one file held. */
final class Tally {

    private final Map<String, Long> dialects = new HashMap<>();
    private final Map<String, Long> charsets = new HashMap<>();
    private final Map<String, Long> misstated = new TreeMap<>();
    private long read;
    private long salvaged;
    private long rejected;

    void add(Item item) {
        switch (item) {
            case Item.Read found -> {
                read++;
                salvaged += found.mends().isEmpty() ? 0 : 1;
                dialects.merge(found.dialect(), 1L, Long::sum);
                if (!found.charset().isEmpty()) {
                    charsets.merge(found.charset(), 1L, Long::sum);
                }
                if (!found.claimed().isEmpty()) {
                    misstated.merge(found.charset(), 1L, Long::sum);
                }
            }
            case Item.Refused refused -> rejected++;
            case Item.Remark remark -> {}
        }
    }

    long read() {
        return read;
    }

    long salvaged() {
        return salvaged;
    }

    long rejected() {
        return rejected;
    }

    /** The dialects of the file, most frequent first, as a person reads them. */
    String dialects() {
        return listed(dialects);
    }

    /** The charsets of the file, most frequent first. */
    String charsets() {
        return charsets.isEmpty() ? MarcCharset.ASCII.label() : listed(charsets);
    }

    /** What is to be said of the file as a whole. */
    List<Problem> problems(String name) {
        List<Problem> problems = new ArrayList<>();
        misstated.forEach((charset, count) -> problems.add(new Problem(
                Reason.MARC_CHARSET_UNDECLARED, Severity.INFO, Stage.HARVEST, "", name, charset + " (" + count + ")")));
        return problems;
    }

    private static String listed(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
