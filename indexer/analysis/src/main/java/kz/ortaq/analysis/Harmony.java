package kz.ortaq.analysis;

/**
 * Chooses the letters of a Kazakh word that an alphabet left open. They come as Latin capitals among Cyrillic letters: A
 * for а or ә, O for о or ө, U for у, ұ or ү, V for ұ or ү, Y for ы or і, I for і or и, K for к or қ, G for г or ғ. A
 * {@code *} in front says that the vowels are front ones.
 */
final class Harmony {

    private static final String BACK = "аоұыя";
    private static final String FRONT = "еәөүі";
    private static final String VOWELS = "аәеоөұүуыіияюэёAOUVYI";

    private final String letters;
    private final boolean marked;
    private final boolean back;
    private final boolean front;
    private final boolean borrowed;

    Harmony(String read) {
        marked = read.startsWith("*");
        letters = marked ? read.substring(1) : read;
        back = has("ықғаоұYA") && !marked;
        front = marked || has("еәөүіI");
        borrowed = has("фвцэё") || letters.contains("ия") || letters.contains("ио");
    }

    static boolean isVowel(char c) {
        return VOWELS.indexOf(c) >= 0;
    }

    /** Whether the word itself says of which kind its vowels are. */
    boolean tells() {
        return back || front || borrowed || letters.chars().noneMatch(c -> "OUKG".indexOf(c) >= 0);
    }

    /** The word; {@code frontIfOpen} says which kind where it does not say so itself. */
    String word(boolean frontIfOpen) {
        boolean allFront = front && !hasBackBeyondFirst() || !front && !back && frontIfOpen;
        StringBuilder word = new StringBuilder(letters);
        int first = firstVowel();
        boolean local = allFront || marked;
        for (int i = 0; i < word.length(); i++) {
            word.setCharAt(i, vowel(word, i, i == first, allFront || marked, local));
            char c = word.charAt(i);
            local = BACK.indexOf(c) < 0 && (FRONT.indexOf(c) >= 0 || local);
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == 'K' || c == 'G') {
                boolean soft = borrowed || isBesideFront(word, i, allFront);
                word.setCharAt(i, c == 'K' ? soft ? 'к' : 'қ' : soft ? 'г' : 'ғ');
            }
        }
        return word.toString();
    }

    private char vowel(StringBuilder word, int i, boolean first, boolean allFront, boolean local) {
        char c = word.charAt(i);
        return switch (c) {
            case 'A' -> first && allFront && !borrowed ? 'ә' : 'а';
            case 'O' -> allFront && !borrowed ? 'ө' : 'о';
            case 'U' -> {
                boolean glide =
                        i == word.length() - 1 || i > 0 && isVowel(word.charAt(i - 1)) || isVowel(word.charAt(i + 1));
                yield glide || !first || borrowed ? 'у' : allFront ? 'ү' : 'ұ';
            }
            case 'V' -> allFront ? 'ү' : 'ұ';
            case 'Y' -> local ? 'і' : 'ы';
            case 'I' -> borrowed || has("ықғ") ? 'и' : 'і';
            default -> c;
        };
    }

    /** кітап begins in front and goes on in the back; in әлем the first vowel says nothing. */
    private boolean hasBackBeyondFirst() {
        if (has("ықғ")) {
            return true;
        }
        int first = firstVowel();
        for (int i = first + 1; i < letters.length(); i++) {
            if ("аоұяAO".indexOf(letters.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBesideFront(StringBuilder word, int i, boolean allFront) {
        if (i + 1 < word.length() && isVowel(word.charAt(i + 1))) {
            return isFront(word.charAt(i + 1), allFront);
        }
        for (int before = i - 1; before >= 0; before--) {
            if (isVowel(word.charAt(before))) {
                return isFront(word.charAt(before), allFront);
            }
        }
        return allFront;
    }

    private static boolean isFront(char vowel, boolean allFront) {
        return FRONT.indexOf(vowel) >= 0 || BACK.indexOf(vowel) < 0 && allFront;
    }

    private int firstVowel() {
        for (int i = 0; i < letters.length(); i++) {
            if (isVowel(letters.charAt(i))) {
                return i;
            }
        }
        return letters.length();
    }

    private boolean has(String any) {
        for (int i = 0; i < letters.length(); i++) {
            if (any.indexOf(letters.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
