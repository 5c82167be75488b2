package kz.ortaq.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one bibliographic model that every format is mapped to. Lists are in the source's order; what a source does not
 * say is empty. What is written comes as {@link Value}s, each with the field it stood in; beside it stands what is
 * understood of it, and {@code origins} tells of that from which fields.
 *
 * @param titles the main title first
 * @param subjects headings of a list or a thesaurus; {@code keywords} are what a cataloguer or an author chose freely
 * @param topics ids of the subject vocabulary that its class numbers, subjects and keywords lead to, broader ones among
 *     them
 * @param languages ISO 639-1 codes of the content where there is one, else ISO 639-2
 * @param dates dates of publication as written
 * @param year the year of publication that the dates tell, 0 when they tell none
 * @param publishedIn the places of publication as written
 * @param partOf what it is a part of: the journal of an article, the set of a volume
 * @param series the series that it appeared in
 * @param grades the grades of school that it is for, 0 to 12
 * @param level for which level of learning: {@code preschool}, {@code school}, {@code college}, {@code university},
 *     {@code research}, {@code general}; empty when unknown
 * @param places what it is about or where it plays, as written
 * @param rights what is said of rights and of reading, as written
 * @param callNumbers where libraries put it, those of {@code held} among them
 * @param held the copies that the record tells of
 * @param participation how one takes part in it, of a course, an event or a contest
 * @param access who may read it: {@code open}, {@code library}, {@code request}; empty when unknown
 * @param origins for what is understood ({@code languages}, {@code year}, {@code topics}, {@code grades},
 *     {@code level}, {@code age}, {@code licence}, {@code access}, {@code kind}, {@code links}): the fields it was read
 *     from
 */
public record BibRecord(
        List<Value> titles,
        List<Contributor> contributors,
        List<Value> subjects,
        List<Value> keywords,
        List<String> topics,
        List<Value> descriptions,
        List<String> languages,
        List<Value> dates,
        int year,
        List<Identifier> identifiers,
        List<Value> publishers,
        List<Value> publishedIn,
        List<Host> partOf,
        List<Host> series,
        List<Value> editions,
        List<Value> extents,
        List<Value> audiences,
        List<Integer> grades,
        String level,
        Age age,
        List<Value> places,
        List<Value> rights,
        Licence licence,
        List<Value> callNumbers,
        List<Held> held,
        List<Value> types,
        Participation participation,
        ResourceKind kind,
        String access,
        List<String> links,
        Map<String, List<String>> origins) {

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

    /**
     * Something larger that a thing belongs to: a journal, a set, a series.
     *
     * @param title its title; empty where it is only named by a number
     * @param date of the issue, as written
     * @param number of the volume, the issue, or within the series, as written: {@code № 4}
     * @param pages where in it the thing stands, as written: {@code Б. 12–15}
     * @param identifiers its own: {@code issn}, {@code isbn}, or {@code record}, the number of its record
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Host(
            String title, String date, String number, String pages, List<Identifier> identifiers, String from) {

        private static final String AREA = ". – ";

        public Host {
            identifiers = List.copyOf(identifiers);
        }

        /** What it says, in the order of a reference: title, date, number, pages. */
        public String text() {
            return Stream.of(title, date, number, pages)
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(AREA));
        }
    }

    /**
     * Copies that the record itself tells of.
     *
     * @param library the sigla or name of the library or its department, as written
     * @param copies how many, as written
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Held(String library, String callNumber, String copies, String from) {}

    /**
     * From which age it may be given out. Without a mark a thing is neither safe for everyone nor for adults alone.
     *
     * @param mark as written; empty where it has none
     * @param from the youngest reader in years; -1 where it has no mark
     */
    public record Age(String mark, int from) {

        /** Nothing is said. */
        public static final Age UNMARKED = new Age("", -1);
    }

    /**
     * What the statements of rights mean.
     *
     * @param id {@code CC-BY-4.0}, {@code InC-EDU} and so on; empty where no known statement is named
     * @param permits {@code indexing}, {@code quoting}, {@code reading}, as far as the record says so
     */
    public record Licence(String id, List<String> permits) {

        /** Nothing is said. */
        public static final Licence NONE = new Licence("", List.of());

        public Licence {
            permits = List.copyOf(permits);
        }
    }

    public BibRecord {
        titles = List.copyOf(titles);
        contributors = List.copyOf(contributors);
        subjects = List.copyOf(subjects);
        keywords = List.copyOf(keywords);
        topics = List.copyOf(topics);
        descriptions = List.copyOf(descriptions);
        languages = List.copyOf(languages);
        dates = List.copyOf(dates);
        identifiers = List.copyOf(identifiers);
        publishers = List.copyOf(publishers);
        publishedIn = List.copyOf(publishedIn);
        partOf = List.copyOf(partOf);
        series = List.copyOf(series);
        editions = List.copyOf(editions);
        extents = List.copyOf(extents);
        audiences = List.copyOf(audiences);
        grades = List.copyOf(grades);
        places = List.copyOf(places);
        rights = List.copyOf(rights);
        callNumbers = List.copyOf(callNumbers);
        held = List.copyOf(held);
        types = List.copyOf(types);
        links = List.copyOf(links);
        Map<String, List<String>> read = new LinkedHashMap<>();
        origins.forEach((part, fields) -> read.put(part, List.copyOf(fields)));
        origins = Collections.unmodifiableMap(read);
        if (titles.isEmpty()) {
            throw new IllegalArgumentException("a mapped record has a title");
        }
    }

    /** A record that says nothing but its titles, for others to add to. */
    public static BibRecordBuilder titled(List<Value> titles) {
        return new BibRecordBuilder(titles);
    }

    /** The main title. */
    public String title() {
        return titles.getFirst().text();
    }

    /** The same record in these languages. */
    public BibRecord withLanguages(List<String> codes) {
        return new BibRecordBuilder(this).languages(codes).build();
    }
}
