package kz.ortaq.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a text that was read in the wrong charset, or written in a font of its own kind, into what it was meant to be.
 *
 * <p>What is mended is decided once, by all parts of a document or a record together, and then done to each part. A
 * text that is sound stays as it is, whatever language it is in; mending twice is mending once.
 */
public final class Mending {

    /** UTF-8 was read as another charset twice, at most, before someone looked. */
    private static final int MOST_STEPS = 4;

    private static final Mending NONE = new Mending(List.of());

    private final List<Step> steps;

    private Mending(List<Step> steps) {
        this.steps = steps;
    }

    /** One misreading, undone. */
    interface Step {

        /** What it undoes, as a librarian may be told. */
        String name();

        String mend(String text);
    }

    /** What the parts of a document or a record need, judged together. */
    public static Mending of(List<String> parts) {
        return of(Sample.ofMisreading(parts));
    }

    private static Mending of(String text) {
        if (isPlain(text)) {
            return NONE;
        }
        List<Step> steps = new ArrayList<>();
        String now = text;
        while (steps.size() < MOST_STEPS) {
            Optional<Step> next = next(now);
            if (next.isEmpty()) {
                break;
            }
            steps.add(next.get());
            now = next.get().mend(now);
        }
        return new Mending(List.copyOf(steps));
    }

    private static Optional<Step> next(String text) {
        return Utf8Twice.in(text).or(() -> LatinForCyrillic.in(text)).or(() -> Misreading.in(text));
    }

    /** Whether there is anything to mend. */
    public boolean needed() {
        return !steps.isEmpty();
    }

    /** What was wrong, for people who know charsets; empty when nothing was. */
    public String name() {
        return String.join(", ", steps.stream().map(Step::name).toList());
    }

    /** A part as it was meant. */
    public String mend(String part) {
        String now = part;
        for (Step step : steps) {
            now = step.mend(now);
        }
        return now;
    }

    /** Whether a text has only the letters of Russian, Kazakh and English: there is nothing in it to mend. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean russian = c >= 'А' && c <= 'я';
            if (c > 0x7F && !russian && "«»–—№“”ёЁәғқңөұүһіӘҒҚҢӨҰҮҺІ".indexOf(c) < 0) {
                return false;
            }
        }
        // "РџСЂРёРІРµС‚" has other characters than these in nearly every word.
        return true;
    }
}
