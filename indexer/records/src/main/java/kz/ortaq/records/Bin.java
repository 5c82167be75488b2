package kz.ortaq.records;

/** The business identification number of an institution of Kazakhstan: twelve digits, of which the last checks. */
public final class Bin {

    private static final int DIGITS = 12;
    private static final int ELEVEN = 11;

    private Bin() {}

    /**
     * Whether a number may be one: the eleven digits before the last, weighed 1 to 11, leave it modulo 11; where they
     * leave ten, they are weighed 3 to 11, 1, 2, and where they leave ten again, the number is not given out. The fifth
     * digit says that it is an institution's (4 to 6), and no person's.
     */
    public static boolean isValid(String number) {
        if (number.length() != DIGITS || !number.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return false;
        }
        int check = check(number, 1);
        check = check == 10 ? check(number, 3) : check;
        char sort = number.charAt(4);
        return check == number.charAt(DIGITS - 1) - '0' && sort >= '4' && sort <= '6';
    }

    private static int check(String number, int first) {
        int sum = 0;
        for (int i = 0; i < ELEVEN; i++) {
            int weight = (first - 1 + i) % ELEVEN + 1;
            sum += weight * (number.charAt(i) - '0');
        }
        return sum % ELEVEN;
    }
}
