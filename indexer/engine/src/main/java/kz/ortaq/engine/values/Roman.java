package kz.ortaq.engine.values;

/** Reads Roman numerals, also those typed in Cyrillic letters that look the same. */
final class Roman {

    private static final String CYRILLIC = "ІХСМУЛіхсму";
    private static final String LATIN = "IXCMVLIXCMV";
    private static final String DIGITS = "IVXLCDM";
    private static final int[] VALUES = {1, 5, 10, 50, 100, 500, 1000};

    private Roman() {}

    /** The number, 0 where the text is no Roman numeral in its one proper form. */
    static int number(String text) {
        if (text.isEmpty() || text.length() > 15) {
            return 0;
        }
        int sum = 0;
        int before = 0;
        StringBuilder plain = new StringBuilder();
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            int cyrillic = CYRILLIC.indexOf(c);
            char letter = cyrillic < 0 ? Character.toUpperCase(c) : LATIN.charAt(cyrillic);
            int digit = DIGITS.indexOf(letter);
            if (digit < 0) {
                return 0;
            }
            plain.insert(0, letter);
            int value = VALUES[digit];
            sum += value < before ? -value : value;
            before = Math.max(before, value);
        }
        return written(sum).contentEquals(plain) ? sum : 0;
    }

    private static String written(int number) {
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        StringBuilder text = new StringBuilder();
        int rest = Math.max(number, 0);
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                text.append(signs[i]);
                rest -= values[i];
            }
        }
        return text.toString();
    }
}
