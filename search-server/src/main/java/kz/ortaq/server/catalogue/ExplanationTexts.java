package kz.ortaq.server.catalogue;

import java.util.ArrayList;
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
