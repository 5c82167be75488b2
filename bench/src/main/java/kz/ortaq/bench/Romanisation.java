package kz.ortaq.bench;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Kazakh written in the alphabets other than Cyrillic that people meet, to measure whether search finds it.
 *
 * <p>The tables are typed from the decrees and standards that each constant names, letter by letter, and share nothing
 * with the analysis that they test. Each line is Cyrillic letters and what stands for them, in lower case.
 */
public enum Romanisation {
    /** The alphabet of 1929, as reformed in 1938: у and и as single letters, х and ф of their own. */
    YANALIF("""
            а a  ә ə  б ʙ  в v  г g  ғ ƣ  д d  е e  ё jo  ж ç  з z  и i  й j  к k  қ q  л l  м m  н n  ң ꞑ
            о o  ө ɵ  п p  р r  с s  т t  у u  ұ u  ү y  ф f  х x  һ h  ц ts  ч c  ш c  щ cc  ъ -  ы ь  і i
            ь -  э e  ю ju  я ja
            """),
    /** The same before 1938: the vowels in у and и are written out, by harmony. */
    YANALIF_1929("""
            а a  ә ə  б ʙ  в v  г g  ғ ƣ  д d  е e  ё jo  ж ç  з z  и ij  й j  к k  қ q  л l  м m  н n  ң ꞑ
            о o  ө ɵ  п p  р r  с s  т t  у v  ұ u  ү y  ф p  х q  һ h  ц s  ч c  ш c  щ cc  ъ -  ы ь  і i
            ь -  э e  ю jv  я ja
            """),
    /** Decree 569 of 26 October 2017: apostrophes. */
    LATIN_2017("""
            а a  ә a'  б b  в v  г g  ғ g'  д d  е e  ё i'o  ж j  з z  и i'  й i'  к k  қ q  л l  м m  н n
            ң n'  о o  ө o'  п p  р r  с s  т t  у y'  ұ u  ү u'  ф f  х h  һ h  ц ts  ч c'  ш s'  щ s'c'
            ъ -  ы y  і i  ь -  э e  ю i'y'  я i'a
            """),
    /** Decree 637 of 19 February 2018: acutes, sh and ch. */
    LATIN_2018("""
            а a  ә á  б b  в v  г g  ғ ǵ  д d  е e  ё ıo  ж j  з z  и ı  й ı  к k  қ q  л l  м m  н n  ң ń
            о o  ө ó  п p  р r  с s  т t  у ý  ұ u  ү ú  ф f  х h  һ h  ц ts  ч ch  ш sh  щ shch  ъ -  ы y
            і i  ь -  э e  ю ıý  я ıa
            """),
    /** The draft of November 2019: umlauts, ŋ, w. */
    LATIN_2019("""
            а a  ә ä  б b  в v  г g  ғ ğ  д d  е e  ё ıo  ж j  з z  и ı  й ı  к k  қ q  л l  м m  н n  ң ŋ
            о o  ө ö  п p  р r  с s  т t  у w  ұ u  ү ü  ф f  х h  һ h  ц ts  ч ç  ш ş  щ şş  ъ -  ы y
            і i  ь -  э e  ю ıw  я ıa
            """),
    /** The draft of 28 January 2021: thirty-one letters. */
    LATIN_2021("""
            а a  ә ä  б b  в v  г g  ғ ğ  д d  е e  ё io  ж j  з z  и i  й i  к k  қ q  л l  м m  н n  ң ñ
            о o  ө ö  п p  р r  с s  т t  у u  ұ ū  ү ü  ф f  х h  һ h  ц ts  ч tş  ш ş  щ ştş  ъ -  ы y
            і ı  ь -  э e  ю iu  я ia
            """),
    /** Libraries: ALA-LC, non-Slavic languages in Cyrillic letters, 1997. */
    ALA_LC("""
            а a  ә ă  б b  в v  г g  ғ gh  д d  е e  ё ë  ж zh  з z  и i  й ĭ  к k  қ q  л l  м m  н n
            ң n͡g  о o  ө ȯ  п p  р r  с s  т t  у u  ұ ū  ү u̇  ф f  х kh  һ ḣ  ц t͡s  ч ch  ш sh  щ shch
            ъ ʺ  ы y  і ī  ь ʹ  э ė  ю i͡u  я i͡a
            """),
    /** Passports of Kazakhstan: the letters that ICAO 9303 allows; Ye at the beginning of a word. */
    PASSPORT("""
            а a  ә a  б b  в v  г g  ғ g  д d  е e  ё yo  ж zh  з z  и i  й y  к k  қ k  л l  м m  н n  ң n
            о o  ө o  п p  р r  с s  т t  у u  ұ u  ү u  ф f  х kh  һ h  ц ts  ч ch  ш sh  щ shch  ъ -
            ы y  і i  ь -  э e  ю yu  я ya
            """),
    /** Phones and chats, with digraphs: what English spelling suggests. */
    ASCII_DIGRAPHS("""
            а a  ә a  б b  в v  г g  ғ gh  д d  е e  ё yo  ж zh  з z  и i  й y  к k  қ q  л l  м m  н n  ң ng
            о o  ө o  п p  р r  с s  т t  у u  ұ u  ү u  ф f  х kh  һ h  ц ts  ч ch  ш sh  щ sch  ъ -  ы y
            і i  ь -  э e  ю yu  я ya
            """),
    /** Phones and chats, as short as it goes. */
    ASCII("""
            а a  ә a  б b  в v  г g  ғ g  д d  е e  ё e  ж j  з z  и i  й i  к k  қ q  л l  м m  н n  ң n
            о o  ө o  п p  р r  с s  т t  у u  ұ u  ү u  ф f  х h  һ h  ц ts  ч ch  ш sh  щ sh  ъ -  ы y
            і i  ь -  э e  ю iu  я ia
            """),
    /** Töte jazu, the Arabic script of Kazakhs in China: a hamza before words of front vowels. */
    ARABIC("""
            а ا  ә ا  б ب  в ۆ  г گ  ғ ع  д د  е ە  ё يو  ж ج  з ز  и ي  й ي  к ك  қ ق  л ل  м م  н ن
            ң ڭ  о و  ө و  п پ  р ر  с س  т ت  у ۋ  ұ ۇ  ү ۇ  ф ف  х ح  һ ھ  ц تس  ч چ  ш ش  щ شش  ъ -
            ы ى  і ى  ь -  э ە  ю يۋ  я يا
            """);

    private static final char HIGH_HAMZA = '\u0674';

    private final Map<Character, String> letters = new HashMap<>();

    Romanisation(String table) {
        String[] cells = table.strip().split("\\s+");
        for (int i = 0; i < cells.length; i += 2) {
            letters.put(cells[i].charAt(0), "-".equals(cells[i + 1]) ? "" : cells[i + 1]);
        }
    }

    /** A text in this alphabet, in lower case; what is no Cyrillic letter of Kazakh stays. */
    public String write(String text) {
        StringBuilder written = new StringBuilder();
        StringBuilder word = new StringBuilder();
        for (char c : (text.toLowerCase(Locale.ROOT) + ' ').toCharArray()) {
            if (letters.containsKey(c)) {
                word.append(c);
                continue;
            }
            written.append(word(word.toString())).append(c);
            word.setLength(0);
        }
        return written.substring(0, written.length() - 1);
    }

    private String word(String word) {
        StringBuilder written = new StringBuilder();
        if (this == ARABIC && needsHamza(word)) {
            written.append(HIGH_HAMZA);
        }
        for (int i = 0; i < word.length(); i++) {
            written.append(letter(word, i));
        }
        return written.toString();
    }

    private String letter(String word, int i) {
        char c = word.charAt(i);
        if (this == YANALIF_1929 && (c == 'у' || c == 'и')) {
            return vowelWrittenOut(word, i, c);
        }
        if (this == PASSPORT && c == 'е' && i == 0) {
            return "ye";
        }
        return letters.getOrDefault(c, String.valueOf(c));
    }

    /** After a consonant у is a vowel and its glide (uv, yv), и too (ьj, ij). */
    private String vowelWrittenOut(String word, int i, char c) {
        boolean front = isFront(word);
        boolean afterVowel = i > 0 && "аәеоөұүыіуи".indexOf(word.charAt(i - 1)) >= 0;
        if (c == 'и') {
            return front ? "ij" : "ьj";
        }
        return afterVowel ? "v" : front ? "yv" : "uv";
    }

    /** Front vowels are told by the hamza, unless к, г or е tells it already. */
    private static boolean needsHamza(String word) {
        return isFront(word) && word.chars().noneMatch(c -> "кгеэ".indexOf(c) >= 0);
    }

    private static boolean isFront(String word) {
        return word.chars().anyMatch(c -> "әөүіе".indexOf(c) >= 0);
    }
}
