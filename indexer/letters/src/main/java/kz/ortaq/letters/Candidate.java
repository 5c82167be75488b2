package kz.ortaq.letters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A word that letters may stand for, and what it costs in its language, in bits. */
record Candidate(String text, double bits) {

    static final Candidate NONE = new Candidate("", Double.MAX_VALUE);

    private static final int WIDTH = 24;
    private static final double READS = 5.2;

    boolean reads() {
        return bits <= READS * (text.length() + 1);
    }

    private record Beam(String text, int before, int last, double bits) {}

    /**
     * The word of the language that costs least among all that the letters may stand for; empty where one of them
     * stands for nothing.
     *
     * @param keep whether a letter may stand for itself
     * @param price what a letter costs that is not the likeliest
     */
    static Optional<Candidate> best(
            String word, Map<Character, String> choices, boolean keep, double price, LetterModel model) {
        List<Beam> beams = List.of(new Beam("", 0, 0, 0));
        for (int at = 0; at < word.length(); at++) {
            char c = word.charAt(at);
            String some = choices.getOrDefault(c, "");
            String letters = Reading.isCyrillic(c) || keep ? c + some : some;
            List<Beam> next = new ArrayList<>();
            for (Beam beam : beams) {
                for (int choice = 0; choice < letters.length(); choice++) {
                    int letter = model.index(letters.charAt(choice));
                    if (letter > 0) {
                        double bits = model.bits(beam.before, beam.last, letter) + (choice > 0 ? price : 0);
                        next.add(new Beam(beam.text + letters.charAt(choice), beam.last, letter, beam.bits + bits));
                    }
                }
            }
            next.sort(Comparator.comparingDouble(Beam::bits));
            beams = next.subList(0, Math.min(WIDTH, next.size()));
        }
        return beams.stream()
                .map(beam -> new Candidate(beam.text, beam.bits + model.bits(beam.before, beam.last, 0)))
                .min(Comparator.comparingDouble(Candidate::bits));
    }
}
