package kz.ortaq.letters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Which characters stand for Kazakh letters in a charset or font of its own kind that was read as windows-1251. */
final class FontTable {

    private final String name;
    /** By the character; 0 where there is none. */
    private final char[] letters;

    private FontTable(String name, Map<Character, Character> letters) {
        this.name = name;
        this.letters = new char[letters.keySet().stream().mapToInt(c -> c).max().orElse(0) + 1];
        letters.forEach((character, letter) -> this.letters[character] = letter);
    }

    /** The table of a resource in {@code fonts/}: a character, a blank, and the letter it stands for, in each line. */
    static FontTable of(String name) {
        Map<Character, Character> letters = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(FontTable.class.getResourceAsStream("fonts/" + name + ".txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() == 3) {
                    letters.put(line.charAt(0), line.charAt(2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FontTable(name, letters);
    }

    String name() {
        return name;
    }

    boolean has(char character) {
        return character < letters.length && letters[character] != 0;
    }

    /** Whether a text has any of the characters. */
    boolean isIn(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (has(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    char letter(char character) {
        return has(character) ? letters[character] : character;
    }

    String mended(CharSequence word) {
        StringBuilder mended = new StringBuilder(word.length());
        for (int at = 0; at < word.length(); at++) {
            mended.append(letter(word.charAt(at)));
        }
        return mended.toString();
    }
}
