package kz.ortaq.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kz.ortaq.engine.cluster.Match;
import kz.ortaq.engine.cluster.Traits;
import kz.ortaq.records.BibRecord;

/** Real records that share an ISBN, compared without it. */
final class SharedNumbers {

    private static final int LONGEST = 60;

    private record Hidden(BibRecord record, Traits traits) {}

    private SharedNumbers() {}

    /** Prints how many pairs the matcher puts together all the same, and those that it does not. */
    static void report(List<BibRecord> records) {
        int together = 0;
        List<String> apart = new ArrayList<>();
        for (List<Hidden> group : byNumber(records).values()) {
            for (int i = 0; i < group.size(); i++) {
                for (Hidden other : group.subList(i + 1, group.size())) {
                    Hidden one = group.get(i);
                    Match match = Match.of(one.traits(), other.traits());
                    if (match.links()) {
                        together++;
                    } else {
                        apart.add(
                                "not put together: " + shown(one) + " | " + shown(other) + ": " + match.because() + " "
                                        + match.reasons().stream()
                                                .filter(reason -> reason.says() != Match.Says.AGREES)
                                                .map(reason -> reason.trait() + " " + reason.says())
                                                .toList());
                    }
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "{\"set\":\"a: real records that share an ISBN, hidden\",\"records\":%d,\"pairs\":%d,\"together\":%d,"
                        + "\"not\":%d}%n",
                records.size(),
                together + apart.size(),
                together,
                apart.size());
        apart.forEach(System.out::println);
    }

    private static String shown(Hidden hidden) {
        String title = hidden.record().title();
        return title.length() > LONGEST ? title.substring(0, LONGEST) + "…" : title;
    }

    /** Records by their numbers, those that say the same but once. */
    private static Map<String, List<Hidden>> byNumber(List<BibRecord> records) {
        Map<String, Map<String, Hidden>> byNumber = new TreeMap<>();
        for (BibRecord record : records) {
            Traits traits = Traits.of(record);
            Traits hidden = Described.withoutNumbers(traits);
            for (String isbn : traits.isbns()) {
                byNumber.computeIfAbsent(isbn, unused -> new LinkedHashMap<>())
                        .putIfAbsent(hidden.signature(), new Hidden(record, hidden));
            }
        }
        Map<String, List<Hidden>> shared = new TreeMap<>();
        byNumber.forEach((isbn, described) -> {
            if (described.size() > 1) {
                shared.put(isbn, List.copyOf(described.values()));
            }
        });
        return shared;
    }
}
