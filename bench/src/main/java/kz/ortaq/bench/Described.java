package kz.ortaq.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kz.ortaq.engine.cluster.Traits;
import kz.ortaq.engine.values.Grades;
import kz.ortaq.engine.values.PersonName;
import kz.ortaq.records.ResourceKind;

/** Traits out of one line: {@code title=Алгебра. 8|author=…|year=2018}; and traits without their numbers. */
final class Described {

    private Described() {}

    /** The parts of a line, by their names. */
    static Map<String, String> parts(String line) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : line.split("\\|")) {
            int at = part.indexOf('=');
            parts.put(part.substring(0, at), part.substring(at + 1));
        }
        return parts;
    }

    /** The traits of the parts; what is not there, or empty, the description does not tell. */
    static Traits traits(Map<String, String> parts) {
        Draft draft = draft(parts);
        Traits traits = Traits.of(draft.record());
        List<List<List<String>>> others = Stream.concat(
                        traits.otherTitles().stream(),
                        told(parts, "other")
                                .map(title -> Traits.of(draft.withTitle(title).record())
                                        .title()))
                .toList();
        List<PersonName> helpers = told(parts, "helper").map(PersonName::parse).toList();
        List<Integer> grades = told(parts, "grades")
                .flatMap(text -> Grades.parse(text).grades().stream())
                .toList();
        return copy(traits, others, helpers, grades.isEmpty() ? traits.grades() : grades, traits.isbns());
    }

    /** The same without its ISBNs. */
    static Traits withoutNumbers(Traits traits) {
        return copy(traits, traits.otherTitles(), traits.helpers(), traits.grades(), List.of());
    }

    private static Draft draft(Map<String, String> parts) {
        return new Draft(
                parts.getOrDefault("title", ""),
                told(parts, "author").toList(),
                told(parts, "year").mapToInt(Integer::parseInt).sum(),
                parts.getOrDefault("publisher", ""),
                parts.getOrDefault("isbn", ""),
                parts.getOrDefault("language", ""),
                parts.getOrDefault("extent", ""),
                told(parts, "kind")
                        .map(kind -> ResourceKind.valueOf(kind.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElse(ResourceKind.OTHER));
    }

    private static Stream<String> told(Map<String, String> parts, String part) {
        return Stream.of(parts.getOrDefault(part, "")).filter(value -> !value.isEmpty());
    }

    private static Traits copy(
            Traits of,
            List<List<List<String>>> others,
            List<PersonName> helpers,
            List<Integer> grades,
            List<String> isbns) {
        return new Traits(
                of.title(),
                of.mainTitle(),
                others,
                of.authors(),
                helpers,
                of.bodies(),
                grades,
                of.part(),
                of.unit(),
                of.numbers(),
                of.component(),
                of.direction(),
                of.medium(),
                of.target(),
                isbns,
                of.year(),
                of.publishers(),
                of.languages(),
                of.kind(),
                of.form(),
                of.pages(),
                of.school() || !grades.isEmpty());
    }
}
