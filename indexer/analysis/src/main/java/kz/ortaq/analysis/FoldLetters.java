package kz.ortaq.analysis;

import java.text.Normalizer;

/**
 * What each letter of the scripts of Kazakh counts as in a folded word: a letter from a to z, or one of the signs below
 * where that depends on its neighbours.
 *
 * <p>A folded word has {@code c} for ш, щ and ч, {@code j} for ж, {@code u} for у, ұ, ү and в, {@code i} for ы, і, и and
 * й, {@code h} for х and һ; and no difference between front and back vowels, nor between к and қ, г and ғ.
 */
final class FoldLetters {

    /** No letter of these scripts. */
    static final char OTHER = 0;

    /** A letter that counts as nothing: ь, ъ, the hamza of front vowels, marks over letters, joiners. */
    static final char NOTHING = 1;

    static final char IA = 2;
    static final char IU = 3;
    static final char TS = 4;

    /** An apostrophe, which may belong to the letter before it. */
    static final char APOSTROPHE = 5;

    /** The Latin letters that alphabets of different years read differently. */
    static final char Y = 6;

    static final char J = 7;
    static final char C_CEDILLA = 8;

    /** ң as one letter, which is never н and г. */
    static final char NG = 9;

    private static final int EXTENDED = 0x1E00;
    private static final char[] TABLE = new char[0x700];
    private static final char[] ADDITIONAL = new char[0x100];

    static {
        marked();
        latin();
        cyrillic();
        arabic();
    }

    private FoldLetters() {}

    /** The letter of a folded word that a character stands for, or one of the signs. */
    static char of(char c) {
        if (c < TABLE.length) {
            return TABLE[c];
        }
        if (c >= EXTENDED && c < EXTENDED + ADDITIONAL.length) {
            return ADDITIONAL[c - EXTENDED];
        }
        return switch (c) {
            case 'Ꞑ', 'ꞑ' -> NG;
            case '’', '‘', '＇' -> APOSTROPHE;
            case '\u200C', '\u200D', '\u2032', '\u2033', '\u1DC4' -> NOTHING;
            default -> OTHER;
        };
    }

    static boolean isVowel(char letter) {
        return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
    }

    /** A Latin letter with a mark counts as the letter without, unless {@link #latin()} knows better. */
    private static void marked() {
        for (int c = 'A'; c < 0x250; c++) {
            TABLE[c] = base((char) c);
        }
        for (int c = 0; c < ADDITIONAL.length; c++) {
            ADDITIONAL[c] = base((char) (c + EXTENDED));
        }
        for (char mark = 0x300; mark < 0x370; mark++) {
            TABLE[mark] = NOTHING;
        }
    }

    private static char base(char c) {
        char first = Character.toLowerCase(
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0));
        return first >= 'a' && first <= 'z' ? first : OTHER;
    }

    private static void latin() {
        all("q", 'k');
        all("x", 'h');
        all("vwýÿ", 'u');
        all("ıĭƅ", 'i');
        all("ǝəæ", 'a');
        all("ɵøœ", 'o');
        all("ƣɡ", 'g');
        all("ʙ", 'b');
        all("đð", 'd');
        all("ł", 'l');
        all("ß", 's');
        all("ƶžʒ", 'j');
        all("şșšśŝčćĉċʃ", 'c');
        all("ñńņňǹŋ", NG);
        all("y", Y);
        all("j", J);
        all("ç", C_CEDILLA);
        all("'`´ʼʻ", APOSTROPHE);
        all("ʹʺʾʿ", NOTHING);
    }

    private static void cyrillic() {
        all("аәӑӓ", 'a');
        all("б", 'b');
        all("вуұүӯўӱӳ", 'u');
        all("гғґӷҕ", 'g');
        all("д", 'd');
        all("еёэєѣ", 'e');
        all("жҗӝӂ", 'j');
        all("зҙӟ", 'z');
        all("иійыѵїјӣӥӹ", 'i');
        all("кқҡҝҟӄԛ", 'k');
        all("л", 'l');
        all("м", 'm');
        all("н", 'n');
        all("ңҥӊӈ", NG);
        all("оөѳӧӫ", 'o');
        all("п", 'p');
        all("р", 'r');
        all("сҫ", 's');
        all("т", 't');
        all("ф", 'f');
        all("хһҳӽӿ", 'h');
        all("ц", TS);
        all("чшщҷҹӌӵ", 'c');
        all("я", IA);
        all("ю", IU);
        all("ьъ", NOTHING);
    }

    private static void arabic() {
        all("اٵأآإ", 'a');
        all("ب", 'b');
        all("ۋۇٷۆڤۅۈ", 'u');
        all("گعغ", 'g');
        all("د", 'd');
        all("ەېة", 'e');
        all("جژ", 'j');
        all("زذضظ", 'z');
        all("يىٸیۍ", 'i');
        all("كکق", 'k');
        all("ل", 'l');
        all("م", 'm');
        all("ن", 'n');
        all("ڭڠ", NG);
        all("وٶۄ", 'o');
        all("پ", 'p');
        all("ر", 'r');
        all("سصث", 's');
        all("تط", 't');
        all("ف", 'f');
        all("حخھه", 'h');
        all("چش", 'c');
        all("\u0674\u0621\u0624\u0626\u0640", NOTHING);
        for (char mark = 0x64B; mark <= 0x65F; mark++) {
            TABLE[mark] = NOTHING;
        }
    }

    private static void all(String letters, char value) {
        for (char letter : letters.toCharArray()) {
            put(letter, value);
            put(Character.toUpperCase(letter), value);
        }
    }

    private static void put(char letter, char value) {
        if (letter < TABLE.length) {
            TABLE[letter] = value;
        }
    }
}
