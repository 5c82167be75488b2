package kz.ortaq.server.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.ortaq.config.Language;
import kz.ortaq.config.Tables;
import kz.ortaq.engine.cluster.Match;
import kz.ortaq.engine.run.Explaining;
import kz.ortaq.records.RecordId;

/** Says in words why two records stand in one work, or do not. Immutable. */
public final class ExplanationTexts {

    private static final String GAP = "{1}";
    private static final int LONGEST = 80;

    private final Map<String, Object> texts = Tables.read("/kz/ortaq/config/explain.yaml");

    /** One line: what the record is to the other, and what was compared. */
    public String of(Explaining.Told told, Language language) {
        List<String> parts = new ArrayList<>();
        parts.add(text("verdict." + code(told.verdict().name()), language).replace(GAP, name(told.other())));
        told.because().ifPresent(rule -> parts.add(text("because." + code(rule.name()), language)));
        for (Match.Says says : Match.Says.values()) {
            List<String> traits = told.reasons().stream()
                    .filter(reason -> reason.says() == says)
                    .map(reason -> trait(reason, language))
                    .toList();
            if (!traits.isEmpty()) {
                parts.add(text("says." + code(says.name()), language).replace(GAP, String.join(", ", traits)));
            }
        }
        return String.join("; ", parts);
    }

    /** Where something was not compared because too many are like it: that, and how much; empty where all was. */
    public String crowded(Explaining.Explanation explanation, Language language) {
        return explanation.crowded() == 0
                ? ""
                : text("crowded", language).replace(GAP, String.valueOf(explanation.crowded()));
    }

    /** A work explained, as the API and the command line print it. */
    public Map<String, Object> json(Explaining.Explanation explanation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("work", explanation.work());
        json.put("records", explanation.records().stream().map(this::json).toList());
        json.put("apart", explanation.apart().stream().map(this::json).toList());
        json.put("crowded", explanation.crowded());
        return json;
    }

    /** What a record is to another, in codes and in the words of all languages. */
    public Map<String, Object> json(Explaining.Told told) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("record", name(told.record()));
        json.put("other", name(told.other()));
        json.put("work", told.work());
        json.put("edition", told.edition());
        json.put("verdict", code(told.verdict().name()));
        json.put("rule", told.because().map(rule -> code(rule.name())).orElse(null));
        json.put(
                "reasons",
                told.reasons().stream()
                        .map(reason -> Map.of(
                                "trait", code(reason.trait()),
                                "says", code(reason.says().name()),
                                "one", reason.one(),
                                "other", reason.other()))
                        .toList());
        Map<String, String> words = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            words.put(language.code(), of(told, language));
        }
        json.put("text", words);
        return json;
    }

    /** A record as people and commands name it. */
    public static String name(RecordId record) {
        return record.source() + ":" + record.identifier();
    }

    private String trait(Match.Reason reason, Language language) {
        String name = text("trait." + code(reason.trait()), language);
        String one = shortened(reason.one());
        String other = shortened(reason.other());
        return switch (reason.says()) {
            case AGREES -> name;
            case DIFFERS -> name + " (" + one + " ≠ " + other + ")";
            case SILENT -> name + " (" + one + other + ")";
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String code(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace(", ", "-")
                .replace(' ', '-')
                .replace('_', '-');
    }

    private String text(String key, Language language) {
        return texts.get(key) instanceof Map<?, ?> byLanguage
                ? String.valueOf(byLanguage.get(language.code()))
                : key.substring(key.indexOf('.') + 1);
    }
}
