package kz.ortaq.bench;

import java.util.List;
import java.util.stream.Stream;
import kz.ortaq.engine.values.Grades;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.BibRecord.Contributor;
import kz.ortaq.records.BibRecord.Identifier;
import kz.ortaq.records.BibRecord.Value;
import kz.ortaq.records.ResourceKind;

/** A description whose parts a benchmark writes anew; what it does not tell is empty or 0. */
record Draft(
        String title,
        List<String> authors,
        int year,
        String publisher,
        String isbn,
        String language,
        String extent,
        ResourceKind kind) {

    static Draft of(BibRecord record) {
        return new Draft(
                record.title(),
                record.contributors().stream()
                        .filter(contributor -> contributor.role().equals("creator"))
                        .map(Contributor::name)
                        .toList(),
                record.year(),
                record.publishers().stream().map(Value::text).findFirst().orElse(""),
                record.identifiers().stream()
                        .filter(identifier -> identifier.scheme().equals("isbn"))
                        .map(Identifier::value)
                        .findFirst()
                        .orElse(""),
                record.languages().stream().findFirst().orElse(""),
                record.extents().stream().map(Value::text).findFirst().orElse(""),
                record.kind());
    }

    Draft withTitle(String other) {
        return new Draft(other, authors, year, publisher, isbn, language, extent, kind);
    }

    Draft withAuthors(List<String> others) {
        return new Draft(title, others, year, publisher, isbn, language, extent, kind);
    }

    Draft withImprint(int otherYear, String otherPublisher) {
        return new Draft(title, authors, otherYear, otherPublisher, isbn, language, extent, kind);
    }

    Draft withRest(String otherIsbn, String otherLanguage, String otherExtent) {
        return new Draft(title, authors, year, publisher, otherIsbn, otherLanguage, otherExtent, kind);
    }

    BibRecord record() {
        return BibRecord.titled(values(title))
                .contributors(authors.stream()
                        .map(name -> new Contributor(name, "creator", ""))
                        .toList())
                .languages(Stream.of(language).filter(code -> !code.isEmpty()).toList())
                .dates(values(year == 0 ? "" : String.valueOf(year)))
                .year(year)
                .identifiers(isbn.isEmpty() ? List.of() : List.of(new Identifier("isbn", isbn, "")))
                .publishers(values(publisher))
                .extents(values(extent))
                .grades(Grades.inTitle(title).grades())
                .kind(kind)
                .build();
    }

    private static List<Value> values(String text) {
        return text.isEmpty() ? List.of() : List.of(new Value(text, "", ""));
    }
}
