package kz.ortaq.analysis;

/**
 * Mends words in which a few letters come from the wrong alphabet because they look the same: Latin letters in a
 * Cyrillic word, Cyrillic ones in a Latin word.
 *
 * <p>A word is mended only where every letter of one alphabet looks like a letter of the other: {@code қaзaқстан} with
 * two Latin letters is Cyrillic, {@code РDF} with a Cyrillic one is Latin, and {@code PDFті} is left alone. The case of
 * the letters counts, for a capital H is the Cyrillic Н and a small h the Kazakh һ, so words are mended before they are
 * lower-cased. Scanned text is where most of them come from.
 */
public final class MixedScript {

    private static final String LATIN = "aceopxyihkmtbəABCEFHIKMOPTXYƏ";
    private static final String CYRILLIC = "асеорхуіһкмтьәАВСЕҒНІКМОРТХҮӘ";

    private static final char[] TO_CYRILLIC = new char[0x260];
    private static final char[] TO_LATIN = new char[0x130];
    private static final int CYRILLIC_START = 0x400;

    static {
        for (int i = 0; i < LATIN.length(); i++) {
            TO_CYRILLIC[LATIN.charAt(i)] = CYRILLIC.charAt(i);
            TO_LATIN[CYRILLIC.charAt(i) - CYRILLIC_START] = LATIN.charAt(i);
        }
        // The Latin alphabet of 1929 is often typed with these; ө and ь look like no letter that others use.
        TO_LATIN['ө' - CYRILLIC_START] = 'ɵ';
        TO_LATIN['Ө' - CYRILLIC_START] = 'Ɵ';
        TO_LATIN['Ь' - CYRILLIC_START] = 'ƅ';
        TO_LATIN['ь' - CYRILLIC_START] = 'ƅ';
        TO_LATIN['У' - CYRILLIC_START] = 'Y';
        TO_LATIN['в' - CYRILLIC_START] = 'ʙ';
        TO_LATIN['н' - CYRILLIC_START] = 'h';
        TO_LATIN['ғ' - CYRILLIC_START] = 'f';
    }

    private MixedScript() {}

    /** Mends the first {@code length} characters in place; true where some were of the wrong alphabet. */
    public static boolean repair(char[] word, int length) {
        int latin = 0;
        int cyrillic = 0;
        for (int i = 0; i < length; i++) {
            if (isCyrillic(word[i])) {
                cyrillic++;
            } else if (isLatin(word[i])) {
                latin++;
            }
        }
        return latin > 0 && cyrillic > 0 && repairMixed(word, length, latin > cyrillic);
    }

    private static boolean repairMixed(char[] word, int length, boolean mostlyLatin) {
        boolean latinAlike = true;
        boolean cyrillicAlike = true;
        for (int i = 0; i < length; i++) {
            char c = word[i];
            if (isCyrillic(c)) {
                cyrillicAlike &= latinOf(c) != 0;
            } else if (isLatin(c)) {
                latinAlike &= cyrillicOf(c) != 0;
            }
        }
        if (latinAlike || cyrillicAlike) {
            write(word, length, latinAlike && !(cyrillicAlike && mostlyLatin));
            return true;
        }
        return false;
    }

    private static void write(char[] word, int length, boolean inCyrillic) {
        for (int i = 0; i < length; i++) {
            char other = inCyrillic ? cyrillicOf(word[i]) : latinOf(word[i]);
            if (other != 0) {
                word[i] = other;
            }
        }
    }

    static boolean isCyrillic(char c) {
        return c >= CYRILLIC_START && c < 0x530;
    }

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= 0xC0 && c < 0x2B0
                || c >= 0x1E00 && c < 0x1F00
                || c >= 0xA722 && c < 0xA7CA;
    }

    private static char cyrillicOf(char c) {
        return c < TO_CYRILLIC.length ? TO_CYRILLIC[c] : 0;
    }

    private static char latinOf(char c) {
        return c >= CYRILLIC_START && c < CYRILLIC_START + TO_LATIN.length ? TO_LATIN[c - CYRILLIC_START] : 0;
    }
}
