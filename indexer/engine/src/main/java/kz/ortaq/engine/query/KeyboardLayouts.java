package kz.ortaq.engine.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a text was meant to be that was typed while the keyboard stood on another layout: {@code rfpfrcnfy} is
 * {@code казакстан}. The layouts are those of Windows: English (US), Russian (ЙЦУКЕН), and Kazakh, which has its own
 * letters in the row of digits.
 */
public final class KeyboardLayouts {

    private static final String ENGLISH = "`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./";
    private static final String ENGLISH_SHIFTED = "~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?";
    private static final String RUSSIAN = "ё1234567890-=йцукенгшщзхъфывапролджэячсмитьбю.";
    private static final String KAZAKH = "(\"әіңғ,.үұқөһйцукенгшщзхъфывапролджэячсмитьбю№";

    private static final List<String> LAYOUTS = List.of(ENGLISH, RUSSIAN, KAZAKH);

    private KeyboardLayouts() {}

    /** The other readings of what was typed, in lower case: those in which every character but digits is a letter. */
    public static Set<String> otherReadings(String typed) {
        String plain = unshifted(typed);
        Set<String> readings = new LinkedHashSet<>();
        for (String from : LAYOUTS) {
            for (String to : LAYOUTS) {
                String reading = from.equals(to) ? "" : reading(plain, from, to);
                if (!reading.isEmpty() && !reading.equals(plain)) {
                    readings.add(reading);
                }
            }
        }
        return readings;
    }

    private static String unshifted(String typed) {
        StringBuilder plain = new StringBuilder();
        for (char c : typed.toLowerCase(Locale.ROOT).toCharArray()) {
            int shifted = Character.isLetterOrDigit(c) ? -1 : ENGLISH_SHIFTED.indexOf(c);
            plain.append(shifted < 0 ? c : ENGLISH.charAt(shifted));
        }
        return plain.toString();
    }

    private static String reading(String typed, String from, String to) {
        StringBuilder reading = new StringBuilder();
        boolean letters = false;
        for (char c : typed.toCharArray()) {
            int key = from.indexOf(c);
            if (key < 0) {
                return "";
            }
            char meant = to.charAt(key);
            if (!Character.isLetterOrDigit(meant)) {
                return "";
            }
            letters |= Character.isLetter(meant);
            reading.append(meant);
        }
        return letters ? reading.toString() : "";
    }
}
