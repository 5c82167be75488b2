package kz.ortaq.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.FullText;

/** Says in which language a thing is where its record does not. */
final class Languages {

    // Letters that Kazakh has and Russian has not; ә, ң, ө, ү, һ alone could be Tatar or Kyrgyz.
    private static final Pattern KAZAKH = Pattern.compile("[ұқғіҰҚҒІ]");

    private Languages() {}

    /** The record with the language of its texts, or of its title's letters, where it names none. */
    static BibRecord complete(BibRecord record, List<FullText> texts) {
        if (!record.languages().isEmpty()) {
            return record;
        }
        List<String> languages = new ArrayList<>();
        for (FullText text : texts) {
            if (!text.language().isEmpty() && !languages.contains(text.language())) {
                languages.add(text.language());
            }
        }
        if (languages.isEmpty() && KAZAKH.matcher(record.title()).find()) {
            languages.add("kk");
        }
        return languages.isEmpty() ? record : record.withLanguages(languages);
    }
}
