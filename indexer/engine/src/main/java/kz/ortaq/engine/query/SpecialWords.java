package kz.ortaq.engine.query;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.ortaq.analysis.KazakhFold;
import kz.ortaq.config.Tables;

/** The words that a search treats apart, by the table {@code query-words.yaml}. Safe for use by many threads. */
public final class SpecialWords {

    private static final String TABLE = "/kz/ortaq/config/query-words.yaml";
    private static final int SHORT = 3;

    private final WordList question;
    private final WordList function;

    public SpecialWords() {
        Map<String, Object> table = Tables.read(TABLE);
        question = WordList.of(table, "question");
        function = WordList.of(table, "function");
    }

    /** Whether a sentence with this word asks. */
    public boolean asks(String word) {
        return question.has(word);
    }

    /** Whether the word tells nothing of what is wanted. */
    public boolean isFunctionWord(String word) {
        return question.has(word) || function.has(word);
    }

    /** Words as written, and the folded forms of those that may be known by them. */
    private record WordList(Set<String> written, Set<String> cyrillic, Set<String> latin) {

        @SuppressWarnings("unchecked")
        static WordList of(Map<String, Object> table, String key) {
            WordList list = new WordList(new HashSet<>(), new HashSet<>(), new HashSet<>());
            if (table.get(key) instanceof Map<?, ?> languages) {
                Map<String, Object> lists = (Map<String, Object>) languages;
                for (String language : lists.keySet()) {
                    list.add(Tables.strings(lists, language));
                }
            }
            return list;
        }

        private void add(List<String> words) {
            for (String word : words) {
                written.add(word);
                if (isCyrillic(word)) {
                    cyrillic.addAll(KazakhFold.keys(word));
                    if (word.length() >= SHORT) {
                        latin.addAll(KazakhFold.keys(word));
                    }
                }
            }
        }

        boolean has(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            return written.contains(lower)
                    || KazakhFold.keys(word).stream().anyMatch((isCyrillic(word) ? cyrillic : latin)::contains);
        }

        private static boolean isCyrillic(String word) {
            return word.chars().anyMatch(c -> c >= 0x400 && c < 0x530);
        }
    }
}
