package kz.ortaq.analysis.stem;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Counts which of the forms that occur speak for a stem, given the lemmas accepted so far. */
final class Evidence {

    private final Endings endings;
    private final StemShapes accepted;
    private final Word word = new Word(Letters.CYRILLIC);
    private final int[] paths;
    private final List<Integer> verbal;

    /**
     * Forms with an ending that a stem would explain.
     *
     * @param all how many
     * @param unexplained how many of them no accepted lemma explains
     */
    record Count(int all, int unexplained) {}

    Evidence(Endings endings) {
        this.endings = endings;
        this.accepted = new StemShapes(endings, Spelling.KAZAKH);
        this.verbal = Stream.of("V", "VD", "VY", "VU").map(endings::stateOf).toList();
        this.paths = new int[(Reading.LONGEST + 1) * endings.states()];
    }

    void accept(String stem, char kind) {
        accepted.add(stem, kind, 3);
    }

    void irregular() {
        accepted.addIrregular();
    }

    /**
     * Forms that begin with a stem, or with its shape before vowels, and go on with endings of its kind; of a verb without
     * its infinitive, for every noun in у looks like one.
     */
    Count count(String stem, char kind, SortedSet<String> occurring, Evidence explaining) {
        StemShapes alone = new StemShapes(endings, Spelling.KAZAKH);
        alone.add(stem, kind, 3);
        int all = 0;
        int unexplained = 0;
        for (var shape : alone.all().entrySet()) {
            int end = shape.getKey().length();
            if (kind == StemShapes.VERB && end < stem.length()) {
                continue;
            }
            for (String form : occurring.subSet(shape.getKey(), shape.getKey() + '\uffff')) {
                if (form.length() == end || kind == StemShapes.VERB && "ую".indexOf(form.charAt(end)) >= 0) {
                    continue;
                }
                walk(form);
                if (isForm(form, shape.getKey(), shape.getValue(), true)) {
                    all++;
                    if (!explaining.explains(form)) {
                        unexplained++;
                    }
                }
            }
        }
        return new Count(all, unexplained);
    }

    /** Whether a word is a form of an accepted lemma. */
    boolean explains(String form) {
        walk(form);
        return explained(form);
    }

    /** Whether a word is a form of an accepted verb. */
    boolean explainsByVerb(String form) {
        walk(form);
        for (int end = 1; end <= form.length(); end++) {
            List<Lexicon.Stem> stems = accepted.all().getOrDefault(form.substring(0, end), List.of());
            List<Lexicon.Stem> verbs =
                    stems.stream().filter(stem -> verbal.contains(stem.state())).toList();
            if (isForm(form, form.substring(0, end), verbs, false)) {
                return true;
            }
        }
        return false;
    }

    private boolean explained(String form) {
        for (int end = 1; end <= form.length(); end++) {
            List<Lexicon.Stem> stems = accepted.all().get(form.substring(0, end));
            if (stems != null && isForm(form, form.substring(0, end), stems, false)) {
                return true;
            }
        }
        return false;
    }

    private boolean isForm(String form, String shape, List<Lexicon.Stem> stems, boolean withEnding) {
        int end = shape.length();
        if (withEnding && end == form.length()) {
            return false;
        }
        for (Lexicon.Stem stem : stems) {
            boolean follows =
                    !stem.beforeVowel() || end < form.length() && Letters.CYRILLIC.opensWithVowel(form.charAt(end));
            if (follows && paths[end * endings.states() + stem.state()] < Endings.VIOLATION) {
                return true;
            }
        }
        return false;
    }

    private void walk(String form) {
        word.take(form.toCharArray(), form.length());
        endings.paths(word, paths);
    }
}
