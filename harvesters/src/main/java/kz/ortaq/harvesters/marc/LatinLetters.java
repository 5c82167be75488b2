package kz.ortaq.harvesters.marc;

import java.nio.charset.Charset;
import java.text.Normalizer;
import org.marc4j.converter.impl.CodeTableGenerated;

/** Weighs whether bytes above 0x7F look like Latin letters with marks, and in which of three charsets. */
final class LatinLetters {

    private static final String COMMON = "áàâäãåāăąçćčďđéèêëēěęğíìîïīıłñńňóòôöõøōőřśšşťúùûüūůűýÿźżžæœßḥṣṭḍẓṇṛṅṃḷ";
    private static final String MARKS_1252 = "‘’“”„–—…«»©®°£§·\u00a0";
    private static final String WINDOWS_1252 = windows1252();
    private static final CodeTableGenerated ANSEL = new CodeTableGenerated();
    private static final char CARON = '\u030C';
    private static final char LOW_LINE = '\u0332';
    private static final int G0 = 0x42;
    private static final int G1 = 0x45;

    private LatinLetters() {}

    /** How well the text reads in MARC-8, where a letter's marks stand before it. */
    static double marc8(byte[] text) {
        double score = 0;
        for (int i = 0; i < text.length; i++) {
            int c = text[i] & 0xFF;
            if (c < 0x80 || c == 0x88 || c == 0x89) {
                continue; // 88 and 89 mark what is passed over in sorting
            }
            char read = ANSEL.getChar(c, G1);
            boolean half = c == 0xEB || c == 0xEC || c == 0xFA || c == 0xFB;
            if (half) {
                score += letter(text, i + 1) ? 0.5 : -1;
            } else if (read == 0) {
                score -= 3;
            } else if (ANSEL.isCombining(c, G0, G1)) {
                score += combined(text, i, read);
            } else if (c >= 0xC0 && c != 0xC7) {
                // °, ℗, ¿ and the like stand in no word; the last two before a sentence.
                boolean opens = (c == 0xC5 || c == 0xC6) && letter(text, i + 1);
                score += letter(text, i - 1) ? -1 : opens ? 1 : 0.3;
            } else {
                score += letter(text, i - 1) || letter(text, i + 1) || c == 0xB9 ? 0.7 : 0;
            }
        }
        return score;
    }

    /** How well the text reads in ISO 5426, in which UNIMARC used to be sent. */
    static double iso5426(byte[] text) {
        String marks =
                "\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0308\u030a\u0315\u0312\u030b\u031b\u030c"
                        + "\u0327\u0326\u0328";
        double score = 0;
        for (int i = 0; i < text.length; i++) {
            int c = text[i] & 0xFF;
            if (c < 0x80 || c == 0x88 || c == 0x89) {
                continue;
            }
            if (c >= 0xC0 && c < 0xC0 + marks.length()) {
                score += 0.95 * combined(text, i, marks.charAt(c - 0xC0));
            } else if (c >= 0xE1 && c <= 0xFB) {
                score += letter(text, i - 1) || letter(text, i + 1) ? 0.2 : -0.5;
            } else {
                score -= 0.5;
            }
        }
        return score;
    }

    /** How well the text reads in windows-1252, and so in ISO 8859-1. */
    static double windows1252(byte[] text) {
        double score = 0;
        int run = 0;
        for (int i = 0; i < text.length; i++) {
            int c = text[i] & 0xFF;
            if (c < 0x80) {
                run = 0;
                continue;
            }
            run++;
            char read = WINDOWS_1252.charAt(c - 0x80);
            if (run > 2) {
                score -= 2; // no word of a Latin alphabet is made of marked letters alone
            } else if (!Character.isLetter(read)) {
                score += MARKS_1252.indexOf(read) >= 0 ? 0.2 : -0.5;
            } else if (Character.isUpperCase(read) && letter(text, i - 1) && text[i - 1] >= 'a') {
                score -= 1;
            } else if (Character.isLowerCase(read) && letter(text, i + 1) && text[i + 1] <= 'Z') {
                score -= 1; // no word goes on in capitals
            } else if (letter(text, i - 1) || letter(text, i + 1)) {
                score += COMMON.indexOf(Character.toLowerCase(read)) >= 0 ? 0.8 : 0;
            }
        }
        return score;
    }

    private static double combined(byte[] text, int at, char mark) {
        int next = at + 1 < text.length ? text[at + 1] & 0xFF : 0;
        if (next >= 0xE0 || (next >= 0xC1 && next <= 0xD2)) {
            return 0.5; // a second mark
        }
        if (!letter(text, at + 1)) {
            return next > 0xA0 && next < 0xBF ? 0.3 : -1; // æ, ø and their like take marks too
        }
        String composed = Normalizer.normalize(new String(new char[] {(char) next, mark}), Normalizer.Form.NFC);
        if (composed.length() > 1) {
            return mark == LOW_LINE ? -0.3 : -1.5; // a line below is common in romanised names, and composes with none
        }
        if (COMMON.indexOf(Character.toLowerCase(composed.charAt(0))) < 0) {
            return 0.4;
        }
        // A caron is where windows-1252 has é, before which letters often stand that take one: général.
        return mark == CARON ? 0.5 : 1.4;
    }

    private static boolean letter(byte[] text, int at) {
        return at >= 0
                && at < text.length
                && (text[at] >= 'a' && text[at] <= 'z' || text[at] >= 'A' && text[at] <= 'Z')
                && (at == 0 || text[at - 1] != 0x1F);
    }

    private static String windows1252() {
        byte[] all = new byte[128];
        for (int i = 0; i < 128; i++) {
            all[i] = (byte) (128 + i);
        }
        return new String(all, Charset.forName("windows-1252"));
    }
}
