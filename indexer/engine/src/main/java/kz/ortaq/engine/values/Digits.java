package kz.ortaq.engine.values;

/** Check digits, and letters that were typed for digits. */
final class Digits {

    private Digits() {}

    /** Digits and X alone; letters that look like 0 and X count as these, all other signs are dropped. */
    static String of(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case 'x', 'X', 'х', 'Х' -> digits.append('X');
                case 'o', 'O', 'о', 'О' -> digits.append('0');
                default -> {
                    if (c >= '0' && c <= '9') {
                        digits.append(c);
                    }
                }
            }
        }
        return digits.toString();
    }

    /** ISO 2108, ISO 3297: the digits times their places from the end sum to a multiple of 11. */
    static char elevens(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (digits.length() + 1 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    /** EAN-13: weights 1 and 3 by turns, and what is missing to a multiple of ten. */
    static char tens(String twelve) {
        int sum = 0;
        for (int i = 0; i < twelve.length(); i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** Whether X stands nowhere but at the end. */
    static boolean isNumber(String digits) {
        int x = digits.indexOf('X');
        return x < 0 || x == digits.length() - 1;
    }
}
