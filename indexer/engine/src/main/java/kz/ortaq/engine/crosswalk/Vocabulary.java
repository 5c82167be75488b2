package kz.ortaq.engine.crosswalk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.ortaq.engine.values.AccessWords;
import kz.ortaq.engine.values.ClassNumbers;
import kz.ortaq.engine.values.Grades;
import kz.ortaq.engine.values.Kinds;
import kz.ortaq.engine.values.LanguageCodes;
import kz.ortaq.engine.values.PublicationDate;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.ResourceKind;

/** The words by which records say what a thing is, in which language, and who may read it. */
final class Vocabulary {

    private final Kinds kinds = new Kinds();
    private final AccessWords access = new AccessWords();
    private final LanguageCodes languages = new LanguageCodes();
    private final ClassNumbers classes = new ClassNumbers();

    /** The kind that one of these texts names; the table's order decides between several. */
    Optional<ResourceKind> kind(List<String> texts) {
        return kinds.of(texts);
    }

    /** {@code open}, {@code library} or {@code request}, where one of these texts says so; else empty. */
    String access(List<String> texts) {
        return access.of(texts);
    }

    /** The ISO 639-1 codes of languages as records write them; a code that is not in the table stays as it is. */
    List<String> languages(List<String> texts) {
        return languages.of(texts);
    }

    /** The topics that class numbers and words of subjects lead to, each behind the broader one. */
    List<String> topics(List<BibRecord.Identifier> identifiers, List<String> subjects) {
        Set<String> topics = new LinkedHashSet<>();
        for (BibRecord.Identifier identifier : identifiers) {
            // Many libraries write ББК where UDC belongs.
            String scheme = identifier.scheme().equals(ClassNumbers.UDC)
                    ? ClassNumbers.schemeOf(identifier.value())
                    : identifier.scheme();
            classes.topics(scheme, identifier.value()).forEach(topic -> addTopic(topics, topic));
        }
        // A heading with subdivisions is about its first part.
        subjects.forEach(subject -> classes.topic(subject)
                .or(() -> classes.topic(subject.split(" — ", 2)[0]))
                .ifPresent(topic -> addTopic(topics, topic)));
        return List.copyOf(topics);
    }

    private void addTopic(Set<String> topics, String topic) {
        classes.parent(topic).ifPresent(topics::add);
        topics.add(topic);
    }

    /** The grades that the audience names, else those that the titles name. */
    List<Integer> grades(List<String> audiences, List<String> titles) {
        Set<Integer> grades = new TreeSet<>();
        audiences.forEach(audience -> grades.addAll(Grades.parse(audience).grades()));
        if (grades.isEmpty()) {
            titles.forEach(title -> grades.addAll(Grades.inTitle(title).grades()));
        }
        return List.copyOf(grades);
    }

    /** The first year that one of these dates tells; 0 when none does. */
    int year(List<String> dates) {
        for (String date : dates) {
            int year = PublicationDate.parse(date).year();
            if (year > 0) {
                return year;
            }
        }
        return 0;
    }
}
