package kz.ortaq.extractor;

/** Which characters words are made of, looked up: asked for one by one, millions of them take longer than the parser. */
final class Letter {

    private static final byte LETTER = 1;
    private static final byte MARK = 2;
    private static final byte HYPHEN = 3;
    private static final byte HALF = 4;

    private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

    static {
        for (int character = 0; character < KINDS.length; character++) {
            KINDS[character] = Character.isSurrogate((char) character) ? HALF : kind(character);
        }
    }

    private Letter() {}

    private static byte kind(int character) {
        if (Character.isLetter(character)) {
            return LETTER;
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> MARK;
            default -> character == '-' || character == '\u2010' || character == '\u2011' ? HYPHEN : 0;
        };
    }

    /** The hyphen of typewriters, that of Unicode, and the one at which no line ends. */
    static boolean isHyphen(char character) {
        return KINDS[character] == HYPHEN;
    }

    /**
     * Where the word ends that begins there; the same place where none does.
     *
     * @param more how many parts with a hyphen before them still belong to it
     */
    static int endOfWord(String text, int from, int more) {
        int end = endOfPart(text, from);
        for (int part = 0; part < more && end > from && end < text.length() && isHyphen(text.charAt(end)); part++) {
            int next = endOfPart(text, end + 1);
            if (next == end + 1) {
                break;
            }
            end = next;
        }
        return end;
    }

    /**
     * Where the word begins that ends there; the same place where none does.
     *
     * @param least where it begins at the earliest
     * @param more how many parts with a hyphen behind them still belong to it
     */
    static int startOfWord(String text, int end, int least, int more) {
        int start = startOfPart(text, end, least);
        for (int part = 0; part < more && start < end && start > least && isHyphen(text.charAt(start - 1)); part++) {
            int before = startOfPart(text, start - 1, least);
            if (before == start - 1) {
                break;
            }
            start = before;
        }
        return start;
    }

    /** The same place too where a mark begins it, which stands above nothing. */
    private static int startOfPart(String text, int end, int least) {
        int at = end;
        byte first = LETTER;
        while (at > least) {
            byte kind = KINDS[text.charAt(at - 1)];
            int width = 1;
            if (kind == HALF) {
                int character = text.codePointBefore(at);
                kind = kind(character);
                width = Character.charCount(character);
            }
            if (kind != LETTER && kind != MARK) {
                break;
            }
            first = kind;
            at -= width;
        }
        return first == LETTER ? at : end;
    }

    private static int endOfPart(String text, int from) {
        int at = from;
        while (at < text.length()) {
            byte kind = KINDS[text.charAt(at)];
            int width = 1;
            if (kind == HALF) {
                int character = text.codePointAt(at);
                kind = kind(character);
                width = Character.charCount(character);
            }
            if (kind != LETTER && (kind != MARK || at == from)) {
                break;
            }
            at += width;
        }
        return at;
    }
}
