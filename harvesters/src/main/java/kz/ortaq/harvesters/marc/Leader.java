package kz.ortaq.harvesters.marc;

import java.io.IOException;

/** Knows a leader when it sees one: 24 characters that begin a record of ISO 2709, its length first. */
final class Leader {

    /** Characters of a leader. */
    static final int LENGTH = 24;

    private static final int BASE = 12;
    private static final int NUMBER = 5;
    private static final int FIELD_END = 0x1E;

    private Leader() {}

    /** Whether a leader seems to stand {@code ahead}, of a record that may be sound or not. */
    static boolean plausible(Window window, int ahead) throws IOException {
        if (number(window, ahead) < 0 || number(window, ahead + BASE) < 0) {
            return false;
        }
        for (int i = NUMBER; i < BASE; i++) {
            int c = window.at(ahead + i);
            if (c < ' ' || c > '~' || (i < NUMBER + 3 && c >= '0' && c <= '9')) {
                return false; // status, type and level are letters; a directory is all digits
            }
        }
        // A leader may lack a character or two at its end; the directory then begins sooner.
        for (int from = ahead + LENGTH - 2; from <= ahead + LENGTH + 1; from++) {
            if (directory(window, from)) {
                return true;
            }
        }
        return false;
    }

    /** The length that the leader {@code ahead} tells; -1 where it tells none. */
    static int declared(Window window, int ahead) throws IOException {
        return number(window, ahead);
    }

    /** The base address of data that a leader tells; -1 where it tells none. */
    static int base(byte[] record) {
        int base = 0;
        for (int i = BASE; i < BASE + NUMBER; i++) {
            if (i >= record.length || record[i] < '0' || record[i] > '9') {
                return -1;
            }
            base = 10 * base + record[i] - '0';
        }
        return base;
    }

    /** The length that the leader of {@code record} tells; -1 where it tells none. */
    static int declared(byte[] record) {
        int length = 0;
        for (int i = 0; i < NUMBER; i++) {
            if (i >= record.length || record[i] < '0' || record[i] > '9') {
                return -1;
            }
            length = 10 * length + record[i] - '0';
        }
        return length;
    }

    private static boolean directory(Window window, int from) throws IOException {
        if (window.at(from) == FIELD_END) {
            return true;
        }
        for (int i = 0; i < 3; i++) {
            if (!Character.isLetterOrDigit((char) window.at(from + i)) || window.at(from + i) > '~') {
                return false;
            }
        }
        return window.at(from) != -1 && number(window, from + 3) >= 0;
    }

    private static int number(Window window, int from) throws IOException {
        int number = 0;
        for (int i = 0; i < NUMBER; i++) {
            int c = window.at(from + i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = 10 * number + c - '0';
        }
        return number;
    }
}
