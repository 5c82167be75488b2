package kz.ortaq.engine.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ortaq.engine.values.Grades;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.ResourceKind;

/** Records out of one line: {@code title=Алгебра. 8|author=…|year=2018}. */
final class Descriptions {

    private Descriptions() {}

    static Traits traits(String line) {
        return Traits.of(record(parts(line)));
    }

    /** The same description with some parts told otherwise; what is told as empty is left out. */
    static Traits otherwise(String line, String changes) {
        Map<String, String> parts = parts(line);
        parts.putAll(parts(changes));
        return Traits.of(record(parts));
    }

    private static Map<String, String> parts(String line) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : line.split("\\|")) {
            int at = part.indexOf('=');
            parts.put(part.substring(0, at), part.substring(at + 1));
        }
        return parts;
    }

    private static BibRecord record(Map<String, String> parts) {
        String title = parts.getOrDefault("title", "");
        List<Integer> grades = told(parts, "grades")
                .map(Grades::parse)
                .orElse(Grades.inTitle(title))
                .grades();
        return BibRecord.titled(Stream.of("title", "other")
                        .flatMap(part -> values(parts, part).stream())
                        .toList())
                .contributors(told(parts, "author")
                        .map(name -> List.of(new BibRecord.Contributor(name, "creator", "")))
                        .orElse(List.of()))
                .languages(told(parts, "language").map(List::of).orElse(List.of()))
                .dates(values(parts, "year"))
                .year(told(parts, "year").map(Integer::parseInt).orElse(0))
                .identifiers(told(parts, "isbn")
                        .map(isbn -> List.of(new BibRecord.Identifier("isbn", isbn, "")))
                        .orElse(List.of()))
                .publishers(values(parts, "publisher"))
                .extents(values(parts, "extent"))
                .grades(grades)
                .kind(told(parts, "kind")
                        .map(kind -> ResourceKind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)))
                        .orElse(ResourceKind.OTHER))
                .build();
    }

    private static Optional<String> told(Map<String, String> parts, String part) {
        return Optional.ofNullable(parts.get(part)).filter(value -> !value.isEmpty());
    }

    private static List<BibRecord.Value> values(Map<String, String> parts, String part) {
        return told(parts, part)
                .map(text -> List.of(new BibRecord.Value(text, "", "")))
                .orElse(List.of());
    }
}
