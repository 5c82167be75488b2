package kz.ortaq.server.command;

import java.util.Map;
import kz.ortaq.config.Language;
import kz.ortaq.config.Tables;

/** The words of what is reported to libraries, in three languages. */
final class ReportWords {

    private static final Map<String, Object> WORDS = Tables.read("/kz/ortaq/config/report.yaml");

    private ReportWords() {}

    /** A word or sentence of the table, with its facts filled in. */
    static String word(String key, Language reader, Map<String, String> facts) {
        if (!(WORDS.get(key) instanceof Map<?, ?> languages)
                || !(languages.get(reader.code()) instanceof String text)) {
            throw new IllegalStateException("report.yaml has no " + key + " in " + reader.code());
        }
        String word = text;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            word = word.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return word;
    }
}
