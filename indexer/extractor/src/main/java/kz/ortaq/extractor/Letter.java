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

    /** Whether a character can stand in a word: a letter or a half of one, a mark above one, a hyphen. */
    static boolean mayBeOfWord(char character) {
        return KINDS[character] != 0;
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
