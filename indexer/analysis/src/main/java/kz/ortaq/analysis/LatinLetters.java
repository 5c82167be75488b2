package kz.ortaq.analysis;

import java.text.Normalizer;

/**
 * Reads a Latin word of Kazakh as Cyrillic, by the alphabet that its letters point to, with capitals where
 * {@link Harmony} has to choose.
 */
final class LatinLetters {

    private static final String PLAIN = "abdefhjklmnoprstuvwz";
    private static final String PLAIN_CYRILLIC = "AбдефхжKлмнOпрстUвуз";

    private static final String MARKED = "äáăəöóɵȯüúūñńŋꞑğǵƣşšçžýĭīėëʙƅ";
    private static final String MARKED_CYRILLIC = "әәәәөөөөүүұңңңңғғғшшчжуйіэёбы";

    private final String word;
    private final boolean yanalif;
    private final boolean umlauts;
    private final boolean acutes;
    private final boolean marks;
    private final StringBuilder read = new StringBuilder();

    private LatinLetters(String word) {
        this.word = word;
        yanalif = has("ƣꞑɵƅʙə");
        umlauts = has("äöüūñğş");
        acutes = has("áóúńǵýʼ");
        marks = umlauts || acutes || has("ŋĭīȯă");
    }

    static String read(String word) {
        String composed = Normalizer.normalize(word, Normalizer.Form.NFC)
                .replace("n\u0361g", "ŋ")
                .replace("u\u0307", "ü")
                .replace("\u0361", "")
                .replaceAll("[ʹʺ]", "");
        LatinLetters letters = new LatinLetters(composed);
        for (int i = 0; i < composed.length(); ) {
            i += letters.yanalif ? letters.ofYanalif(i) : letters.letter(i);
        }
        return letters.read.toString();
    }

    private int letter(int i) {
        char c = word.charAt(i);
        char next = at(i + 1);
        if (next == 'ʼ') {
            return apostrophe(c);
        }
        if (next == 'h' && "szckg".indexOf(c) >= 0) {
            read.append("шжчхғ".charAt("szckg".indexOf(c)));
            return 2;
        }
        switch (c) {
            case 'n' -> {
                return nasal(i);
            }
            case 'i', 'ı' -> {
                return i(i, c);
            }
            case 'y' -> {
                return y(i);
            }
            case 't' -> {
                boolean cyrillicTs =
                        next == 's' && (i == 0 || at(i + 2) == 'i' || at(i + 2) == 'y' && at(i + 3) == 'a');
                read.append(cyrillicTs ? 'ц' : 'т');
                return next == 'ş' || cyrillicTs ? 2 : 1;
            }
            case 'q' -> read.append('қ');
            case 'g' -> read.append(marks ? 'г' : 'G');
            case 'k' -> read.append(marks || word.indexOf('q') >= 0 ? 'к' : 'K');
            case 'a' -> read.append(marks ? 'а' : 'A');
            case 'o' -> read.append(marks ? 'о' : 'O');
            case 'u' -> read.append(acutes || word.indexOf('w') >= 0 ? 'ұ' : umlauts ? 'у' : 'U');
            default -> plain(c);
        }
        return 1;
    }

    private void plain(char c) {
        int marked = MARKED.indexOf(c);
        int plain = PLAIN.indexOf(c);
        if (marked >= 0) {
            read.append(MARKED_CYRILLIC.charAt(marked));
        } else if (plain >= 0) {
            read.append(PLAIN_CYRILLIC.charAt(plain));
        } else if (c == 'x') {
            read.append('х');
        } else if (c == 'c') {
            read.append('с');
        }
    }

    /** The alphabet of 2017. */
    private int apostrophe(char c) {
        int index = "aogniscuy".indexOf(c);
        if (c == 'i') {
            glide();
        } else if (index >= 0) {
            read.append("әөғң-шчүу".charAt(index));
        } else {
            plain(c);
        }
        return 2;
    }

    /** ng is ң, but нғ in a participle (алынған); a bare n is ң in endings where н never stands. */
    private int nasal(int i) {
        if (!marks && at(i + 1) == 'g' && at(i + 2) != 'h') {
            boolean participle = i > 1 && word.startsWith("an", i + 2) || i > 1 && word.startsWith("en", i + 2);
            read.append(participle ? "нG" : "ң");
            return 2;
        }
        String rest = word.substring(i);
        String before = word.substring(0, i);
        boolean genitive = rest.equals("n") && before.matches(".*[^aeiıy][dtn][yi]|.*n[yi]");
        boolean yours = rest.matches("n[yi]z.*") && i > 0;
        read.append(!marks && word.indexOf("ng") < 0 && (genitive || yours) ? 'ң' : 'н');
        return 1;
    }

    private int i(int i, char c) {
        char next = at(i + 1);
        boolean afterVowel = afterVowel();
        if (next == 'a' || next == 'u' && !acutes || next == 'ý') {
            boolean byItself = !afterVowel || at(i - 1) == 'i' || at(i - 1) == 'ı';
            read.append(byItself && !endsWith('и') ? "и" : "").append(next == 'a' ? 'я' : 'ю');
            return 2;
        }
        if (afterVowel && !endsWith('и')) {
            read.append(endsWith('й') ? "і" : "й");
        } else if (isVowel(next) || isGlide(c)) {
            read.append('и');
        } else {
            read.append(marks ? "і" : "I");
        }
        return 1;
    }

    /** Whether this i is й or и and not і: ı in the alphabets of 2018 and 2019, i in those that write і as ı. */
    private boolean isGlide(char c) {
        boolean dotlessIsVowel = umlauts || !acutes;
        if (c == 'ı') {
            return !dotlessIsVowel;
        }
        return umlauts && (word.indexOf('ı') >= 0 || !has("eäöü"));
    }

    private int y(int i) {
        char next = at(i + 1);
        boolean afterVowel = afterVowel();
        int pair = "aou".indexOf(next);
        if (pair >= 0) {
            read.append(afterVowel || i == 0 || endsWith('и') ? "" : "ь").append("яёю".charAt(pair));
            return 2;
        }
        if (next == 'e') {
            read.append(afterVowel ? "йе" : "е");
            return 2;
        }
        read.append(afterVowel ? 'й' : 'ы');
        return 1;
    }

    private int ofYanalif(int i) {
        char c = word.charAt(i);
        char next = at(i + 1);
        switch (c) {
            case 'j' -> {
                int pair = "auo".indexOf(next);
                if (pair >= 0) {
                    read.append("яюё".charAt(pair));
                    return 2;
                }
                read.append('й');
            }
            case 'ƅ', 'i' -> {
                read.append(next == 'j' ? 'и' : c == 'i' ? 'і' : 'ы');
                return next == 'j' && "auo".indexOf(at(i + 2)) < 0 ? 2 : 1;
            }
            case 'u', 'y' -> {
                boolean written = next == 'v';
                boolean vowel = c == 'y' || read.chars().noneMatch(x -> Harmony.isVowel((char) x));
                read.append(written || !vowel ? 'у' : c == 'y' ? 'ү' : 'ұ');
                return written ? 2 : 1;
            }
            case 'v' -> read.append('у');
            case 'c' -> read.append('ш');
            case 'ç' -> read.append('ж');
            case 'x' -> read.append('х');
            case 'a' -> read.append('а');
            case 'o' -> read.append('о');
            case 'g' -> read.append('г');
            case 'k' -> read.append('к');
            case 'q' -> read.append('қ');
            default -> plain(c);
        }
        return 1;
    }

    private void glide() {
        read.append(afterVowel() ? 'й' : 'и');
    }

    private boolean afterVowel() {
        return !read.isEmpty() && isVowelRead(read.charAt(read.length() - 1));
    }

    private static boolean isVowelRead(char c) {
        return Harmony.isVowel(c) || c == 'й';
    }

    private boolean endsWith(char c) {
        return !read.isEmpty() && read.charAt(read.length() - 1) == c;
    }

    private char at(int i) {
        return i >= 0 && i < word.length() ? word.charAt(i) : 0;
    }

    private static boolean isVowel(char c) {
        return "aeiouyäáöóüúūəıʼ".indexOf(c) >= 0;
    }

    private boolean has(String any) {
        return word.chars().anyMatch(c -> any.indexOf(c) >= 0);
    }
}
