package kz.ortaq.analysis;

import java.util.Set;
import java.util.regex.Pattern;

/** Judges by its letters whether a Latin word may be Kazakh. */
final class LatinKazakh {

    /** What a word is: Kazakh, something else, or perhaps either. */
    enum Verdict {
        KAZAKH,
        EITHER,
        OTHER
    }

    /** Words of Kazakh, and letters that they are made of. */
    private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}\\p{M}ʼ'’ʹʺ]{2,40}");

    /** Letters that alphabets of Kazakh have and English has not, and combinations that English hardly has. */
    private static final Pattern KAZAKH =
            Pattern.compile("[ƣꞑɵƅʙəäáăğǵñńŋöóȯşüúūýıĭī\\u0361]|q(?!u[aeio])|zh|[aogiscuyn]ʼ(?!(?:s|t|ll|re|ve|d|m)?$)"
                    + "|[^aeiouy]y[^aeiouy]+y(?:$|[^aeiou])");

    /** Combinations that no alphabet of Kazakh writes. */
    private static final Pattern FOREIGN =
            Pattern.compile("th|ph|wh|ck|ee|oo|ou|qu[eio]|ght|tion|c(?!h)|x|[ngsc]ʼs$|nʼt$|ß|[âàèêîôœ]"
                    + "|([bdfghjpvz])\\1|^(?!sh|zh|ch|kh|gh|[skgpt][ptrl])[bcdfghjklmnpqrstvwxz]{2}"
                    + "|(?:ble|dge|ness|ship|ment|ies|ous|ful|ly|[aeiou][^aeiouy]ed)$");

    /** The commonest words of English whose letters could be Kazakh; those that are Kazakh words too are left out. */
    private static final Set<String> ENGLISH = Set.of(
            "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "ask", "back", "be", "big", "but",
            "by", "day", "do", "end", "even", "ever", "every", "far", "few", "find", "for", "from", "get", "give", "go",
            "great", "had", "has", "have", "he", "help", "her", "here", "him", "his", "history", "how", "if", "in",
            "into", "is", "it", "its", "just", "keep", "know", "last", "late", "later", "let", "life", "like", "line",
            "long", "made", "make", "man", "many", "may", "me", "mind", "more", "most", "my", "name", "never", "new",
            "next", "no", "not", "now", "of", "old", "one", "only", "or", "order", "over", "own", "paper", "part",
            "people", "place", "play", "put", "read", "right", "river", "said", "say", "see", "set", "she", "side",
            "so", "some", "still", "story", "student", "study", "such", "system", "take", "tell", "time", "to", "top",
            "try", "two", "under", "up", "us", "use", "used", "very", "war", "was", "water", "way", "we", "well",
            "were", "why", "will", "with", "work", "world", "year", "yes", "yet", "you", "your");

    private LatinKazakh() {}

    /** The verdict over a word in lower case. */
    static Verdict judge(String word) {
        if (!WORD.matcher(word).matches() || ENGLISH.contains(word)) {
            return Verdict.OTHER;
        }
        if (KAZAKH.matcher(word).find()) {
            return Verdict.KAZAKH;
        }
        return FOREIGN.matcher(word).find() ? Verdict.OTHER : Verdict.EITHER;
    }
}
