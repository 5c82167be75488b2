package kz.ortaq.analysis;

/** Reads the Arabic letters of Kazakh as Cyrillic, with capitals where {@link Harmony} has to choose. */
final class ArabicLetters {

    private static final String ARABIC = "ابپتجچحدرزسشعفقكکگڭلمنوۇۋۆھەىيی";
    private static final String CYRILLIC = "AбптжчхдрзсшғфқккгңлмнOVувһеYйй";

    private static final String MARKED = "ٵٶٷٸ";
    private static final String MARKED_CYRILLIC = "әөүі";

    private ArabicLetters() {}

    /** Letter by letter; a {@code *} in front where a hamza, к, г or е says that the vowels are front ones. */
    static String read(CharSequence word) {
        StringBuilder read = new StringBuilder();
        boolean front = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            front |= "\u0674\u0621ەكکگ".indexOf(c) >= 0;
            int marked = MARKED.indexOf(c);
            int index = ARABIC.indexOf(c);
            if (marked >= 0) {
                front = true;
                read.append(MARKED_CYRILLIC.charAt(marked));
            } else if (index >= 0) {
                read.append(CYRILLIC.charAt(index));
            }
        }
        for (int i = 0; i < read.length(); i++) {
            if (read.charAt(i) == 'й') {
                yod(read, i);
            }
        }
        return front ? "*" + read : read.toString();
    }

    /** One letter for й, for и, and for the first half of я and ю. */
    private static void yod(StringBuilder read, int i) {
        char next = i + 1 < read.length() ? read.charAt(i + 1) : 0;
        boolean afterVowel = i > 0 && Harmony.isVowel(read.charAt(i - 1));
        if (next == 'A' || next == 'у') {
            read.setCharAt(i + 1, next == 'A' ? 'я' : 'ю');
            if (afterVowel) {
                read.deleteCharAt(i);
            } else {
                read.setCharAt(i, 'и');
            }
        } else if (!afterVowel) {
            read.setCharAt(i, 'и');
        }
    }
}
