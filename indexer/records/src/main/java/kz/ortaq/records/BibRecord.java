package kz.ortaq.records;

import java.util.List;

/**
 * The one bibliographic model that every format is mapped to. Lists are in the source's order; what a source does not
 * say is empty.
 *
 * @param titles the main title first
 * @param languages ISO 639-1 codes of the content where there is one, else ISO 639-2
 * @param dates dates of publication as written
 * @param year the year of publication that the dates tell, 0 when they tell none
 * @param topics ids of the subject vocabulary that its class numbers and subjects lead to, broader ones among them
 * @param grades the grades of school that it is for, 0 to 12
 * @param access who may read it: {@code open}, {@code library}, {@code request}; empty when unknown
 */
public record BibRecord(
        List<Value> titles,
        List<Contributor> contributors,
        List<Value> subjects,
        List<String> topics,
        List<Value> descriptions,
        List<String> languages,
        List<Value> dates,
        int year,
        List<Identifier> identifiers,
        List<Value> publishers,
        List<Value> partOf,
        List<Value> series,
        List<Value> editions,
        List<Value> extents,
        List<Value> audiences,
        List<Integer> grades,
        List<Value> places,
        List<Value> rights,
        List<Value> callNumbers,
        List<Value> types,
        ResourceKind kind,
        String access,
        List<String> links) {

    /**
     * A text and where it came from.
     *
     * @param language ISO 639 code where the source tags it, else empty
     * @param from the field of the source, for example {@code dc:title} or {@code 245$a$b}
     */
    public record Value(String text, String language, String from) {}

    /** A person or body with the role that the source gives, for example {@code creator}. */
    public record Contributor(String name, String role, String from) {}

    /** An identifier with its scheme: {@code isbn}, {@code issn}, {@code doi}, {@code udc}, {@code bbk}, {@code other}. */
    public record Identifier(String scheme, String value, String from) {}

    public BibRecord {
        titles = List.copyOf(titles);
        contributors = List.copyOf(contributors);
        subjects = List.copyOf(subjects);
        topics = List.copyOf(topics);
        descriptions = List.copyOf(descriptions);
        languages = List.copyOf(languages);
        dates = List.copyOf(dates);
        identifiers = List.copyOf(identifiers);
        publishers = List.copyOf(publishers);
        partOf = List.copyOf(partOf);
        series = List.copyOf(series);
        editions = List.copyOf(editions);
        extents = List.copyOf(extents);
        audiences = List.copyOf(audiences);
        grades = List.copyOf(grades);
        places = List.copyOf(places);
        rights = List.copyOf(rights);
        callNumbers = List.copyOf(callNumbers);
        types = List.copyOf(types);
        links = List.copyOf(links);
        if (titles.isEmpty()) {
            throw new IllegalArgumentException("a mapped record has a title");
        }
    }

    /** The main title. */
    public String title() {
        return titles.getFirst().text();
    }

    /** The same record in these languages. */
    public BibRecord withLanguages(List<String> codes) {
        return new BibRecord(
                titles,
                contributors,
                subjects,
                topics,
                descriptions,
                codes,
                dates,
                year,
                identifiers,
                publishers,
                partOf,
                series,
                editions,
                extents,
                audiences,
                grades,
                places,
                rights,
                callNumbers,
                types,
                kind,
                access,
                links);
    }
}
