package kz.ortaq.engine.values;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kz.ortaq.config.Tables;

/** The words by which records say who may read a thing. */
public final class AccessWords {

    private static final Pattern NOT_LETTERS = Pattern.compile("\\P{L}+");
    private static final String OPEN = "open";

    private final Map<String, List<String>> accesses;
    private final Set<String> openAlone;
    private final Set<String> notOpen;

    public AccessWords() {
        Map<String, Object> table = Words.table("vocabulary.yaml");
        accesses = Words.lists(table, "access");
        openAlone = Set.copyOf(Tables.strings(table, "open-alone"));
        notOpen = Set.copyOf(Tables.strings(table, "not-open"));
    }

    /** {@code open}, {@code library} or {@code request}, where one of these texts says so; else empty. */
    public String of(List<String> texts) {
        String said = Kinds.entry(accesses, texts).orElse("");
        List<String> words = texts.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!said.isEmpty() && !said.equals(OPEN)) {
            return said;
        }
        if (words.stream().flatMap(NOT_LETTERS::splitAsStream).anyMatch(notOpen::contains)) {
            return "";
        }
        return said.equals(OPEN) || words.stream().anyMatch(openAlone::contains) ? OPEN : "";
    }
}
