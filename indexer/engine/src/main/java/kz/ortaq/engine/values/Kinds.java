package kz.ortaq.engine.values;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.records.ResourceKind;

/** The kind of a resource, by the words of records and by the coded data of RUSMARC. */
public final class Kinds {

    // RUSMARC 105$a, places 4-7: codes of what a book contains.
    private static final Map<Character, ResourceKind> CONTENTS = Map.of(
            'j', ResourceKind.TEXTBOOK,
            'm', ResourceKind.THESIS,
            'v', ResourceKind.THESIS);
    private static final int FIRST_CONTENT = 4;
    private static final int LAST_CONTENT = 7;

    private final Map<String, List<String>> words = Words.lists(Words.table("vocabulary.yaml"), "kinds");

    /** The kind that one of these texts names; the table's order decides between several. */
    public Optional<ResourceKind> of(List<String> texts) {
        return entry(words, texts).flatMap(Kinds::byCode);
    }

    /** The kind by the coded data of a book (UNIMARC and RUSMARC 105$a); empty where they tell none. */
    public static Optional<ResourceKind> ofCodedData(String data) {
        String contents = data.length() <= FIRST_CONTENT
                ? ""
                : data.substring(FIRST_CONTENT, Math.min(data.length(), LAST_CONTENT + 1))
                        .replaceAll("[ |#y-]", "");
        for (ResourceKind kind : List.of(ResourceKind.TEXTBOOK, ResourceKind.THESIS)) {
            if (contents.chars().anyMatch(c -> CONTENTS.get((char) c) == kind)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The first entry of a table with a word that a word of the texts begins with. */
    static Optional<String> entry(Map<String, List<String>> part, List<String> texts) {
        List<String> lower =
                texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        for (Map.Entry<String, List<String>> entry : part.entrySet()) {
            for (String word : entry.getValue()) {
                for (String text : lower) {
                    if (names(text, word)) {
                        return Optional.of(entry.getKey());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ResourceKind> byCode(String code) {
        for (ResourceKind kind : ResourceKind.values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether a word of the text begins with {@code word}: endings are many in Kazakh and Russian. */
    private static boolean names(String text, String word) {
        int at = text.indexOf(word);
        while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at = text.indexOf(word, at + 1);
        }
        return at >= 0;
    }
}
