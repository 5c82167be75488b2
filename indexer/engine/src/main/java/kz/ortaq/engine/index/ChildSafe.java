package kz.ortaq.engine.index;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.ortaq.config.Tables;
import kz.ortaq.engine.values.AgeMark;
import kz.ortaq.records.BibRecord;

/**
 * What may be suggested to schoolchildren, by the words of {@code child-safe.yaml} and by what records say of their
 * readers. Words are compared as a whole, in their forms and alphabets. Safe for use by many threads.
 */
final class ChildSafe {

    private static final String TABLE = "/kz/ortaq/config/child-safe.yaml";

    /** By a shorter lemma «сексен», eighty, would be a form of «секс»; it must be the only one that a word may have. */
    private static final int TELLING = 6;

    private final WordForms forms;
    private final Set<String> written = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> lemmas = new HashSet<>();
    private final Set<String> latinLemmas = new HashSet<>();

    @SuppressWarnings("unchecked")
    ChildSafe(WordForms forms) {
        this.forms = forms;
        Map<String, Object> lists = (Map<String, Object>) Tables.read(TABLE).getOrDefault("words", Map.of());
        lists.keySet().forEach(language -> Tables.strings(lists, language).forEach(this::add));
    }

    private void add(String text) {
        for (WordForms.Word word : forms.words(text)) {
            written.add(word.exact());
            if (isLatin(word.exact())) {
                // By its fold an English word would be a Kazakh one in Latin letters.
                word.lemma().stream().filter(ChildSafe::isLatin).forEach(latinLemmas::add);
            } else {
                keys.addAll(word.folded());
                lemmas.addAll(word.lemma());
            }
        }
    }

    /** Whether a text has none of the words. */
    boolean allows(String text) {
        return forms.words(text).stream().noneMatch(this::isListed);
    }

    private boolean isListed(WordForms.Word word) {
        if (written.contains(word.exact()) || word.folded().stream().anyMatch(keys::contains)) {
            return true;
        }
        if (isLatin(word.exact())) {
            return word.lemma().stream().anyMatch(latinLemmas::contains);
        }
        return word.lemma().stream().anyMatch(lemma -> lemma.length() >= TELLING && lemmas.contains(lemma))
                || (!word.lemma().isEmpty() && lemmas.containsAll(word.lemma()));
    }

    /** Whether a record says that it is for adults alone. */
    static boolean isForAdults(BibRecord record) {
        return Stream.of(record.audiences(), record.titles(), record.types(), record.descriptions(), record.rights())
                .<BibRecord.Value>flatMap(List::stream)
                .flatMap(value -> AgeMark.sign(value.text()).stream())
                .anyMatch(AgeMark::isForAdults);
    }

    private static boolean isLatin(String word) {
        return word.chars().allMatch(c -> c < 0x370);
    }
}
