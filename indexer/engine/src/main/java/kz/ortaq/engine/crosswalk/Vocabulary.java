package kz.ortaq.engine.crosswalk;

import java.util.List;
import java.util.Optional;
import kz.ortaq.engine.values.AccessWords;
import kz.ortaq.engine.values.Kinds;
import kz.ortaq.engine.values.LanguageCodes;
import kz.ortaq.engine.values.PublicationDate;
import kz.ortaq.records.ResourceKind;

/** The words by which records say what a thing is, in which language, and who may read it. */
final class Vocabulary {

    static final String RESOURCE = "/kz/ortaq/config/vocabulary.yaml";

    private final Kinds kinds = new Kinds();
    private final AccessWords access = new AccessWords();
    private final LanguageCodes languages = new LanguageCodes();

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
