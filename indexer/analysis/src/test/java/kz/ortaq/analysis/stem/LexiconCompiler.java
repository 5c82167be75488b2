package kz.ortaq.analysis.stem;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compiles {@code lexicon.txt} out of a spelling dictionary, whose entries are lemmas and inflected forms mixed, a list
 * of word forms as they occur, and a short list of our own; {@code indexer/analysis/lexicon/compile.sh} calls it.
 *
 * <p>An entry is a lemma if it is no form of a shorter lemma, or if forms of it occur that cannot be forms of one. What
 * the dictionary lacks becomes a lemma if enough of its forms occur.
 */
final class LexiconCompiler {

    private static final String HEADING = """
            # Kazakh lemmas: N noun, adjective, numeral, pronoun or adverb, V verb, with how many of its forms occur, 0 to 3.
            # Compiled by indexer/analysis/lexicon/compile.sh, and not to be edited. Sources: the Kazakh dictionary for
            # hunspell, (c) 2009 Akmaral Mussayeva, Németh László, Rail Aliev (GPL-2+, LGPL-2.1+ or MPL-1.1+, here under
            # MPL-2.0); the word list of tesseract-ocr's Kazakh model, (c) Google Inc. (Apache-2.0); a list of our own.
            # This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was
            # not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.
            """;

    private static final int WITHOUT_DICTIONARY = 5;
    private static final int OF_PARTICIPLES = 7;
    private static final int SHORTEST_WITHOUT_DICTIONARY = 4;

    private final SortedSet<String> occurring = new TreeSet<>();
    private final Set<String> nouns = new HashSet<>();
    private final Set<String> verbs = new HashSet<>();
    private final Set<String> coreNouns = new HashSet<>();
    private final Set<String> coreVerbs = new HashSet<>();
    private final SortedMap<String, String> accepted = new TreeMap<>();

    private final Evidence all = new Evidence(new Endings(Spelling.KAZAKH, "s"));
    private final Evidence ofNouns = new Evidence(new Endings(Spelling.KAZAKH, "ds"));
    private final Evidence ofVerbs = new Evidence(new Endings(Spelling.KAZAKH, "dvs"));

    private record Candidate(String stem, char kind, boolean listed) {}

    public static void main(String[] arguments) throws IOException {
        LexiconCompiler compiler = new LexiconCompiler();
        compiler.readDictionary(Path.of(arguments[0]));
        compiler.readOccurring(Path.of(arguments[1]));
        compiler.readCore(Path.of(arguments[2]));
        compiler.compile();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.print(HEADING);
        compiler.accepted.forEach((lemma, kinds) -> out.print(lemma + kinds + '\n'));
        out.flush();
    }

    private static boolean spelt(String word) {
        return !word.isEmpty() && Letters.CYRILLIC.spells(word);
    }

    private void readDictionary(Path file) throws IOException {
        Set<String> infinitives = new HashSet<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            int slash = line.indexOf('/');
            String word = (slash < 0 ? line : line.substring(0, slash)).strip().toLowerCase(Locale.ROOT);
            if (spelt(word) && word.length() > 1) {
                nouns.add(word);
                if (slash > 0 && line.charAt(slash + 1) == 'M') {
                    infinitives.add(word);
                }
            }
        }
        for (String infinitive : infinitives) {
            String start = infinitive.substring(0, infinitive.length() - 1);
            if (infinitive.endsWith("у")) {
                start = unvoiced(start);
                verbs.addAll(List.of(start, start + (isFront(start) ? 'і' : 'ы')));
            } else if (infinitive.endsWith("ю")) {
                verbs.addAll(List.of(start + 'й', start));
            }
        }
    }

    /** The stem as it is before consonants: ашығу is of ашық. */
    private static String unvoiced(String stem) {
        String start = stem.isEmpty() ? "" : stem.substring(0, stem.length() - 1);
        return switch (stem.isEmpty() ? ' ' : stem.charAt(stem.length() - 1)) {
            case 'б' -> start + 'п';
            case 'г' -> start + 'к';
            case 'ғ' -> start + 'қ';
            default -> stem;
        };
    }

    private static boolean isFront(String word) {
        byte harmony = Letters.NEUTRAL;
        for (int i = 0; i < word.length(); i++) {
            byte own = Letters.CYRILLIC.harmony(word.charAt(i));
            harmony = own == Letters.NEUTRAL ? harmony : own;
        }
        return harmony == Letters.FRONT;
    }

    private void readOccurring(Path file) throws IOException {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String word = line.strip().toLowerCase(Locale.ROOT);
            if (spelt(word) && word.length() < Reading.LONGEST) {
                occurring.add(word);
            }
        }
    }

    private void readCore(Path file) throws IOException {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (line.startsWith("V ")) {
                coreVerbs.addAll(List.of(line.substring(2).split(" ")));
            } else if (line.startsWith("N ")) {
                coreNouns.addAll(List.of(line.substring(2).split(" ")));
            }
        }
    }

    private void compile() {
        List<Candidate> candidates = new ArrayList<>();
        verbs.forEach(stem -> candidates.add(new Candidate(stem, StemShapes.VERB, true)));
        nouns.forEach(stem -> candidates.add(new Candidate(stem, StemShapes.NOUN, true)));
        for (String stem : occurring) {
            if (!nouns.contains(stem) && stem.length() >= SHORTEST_WITHOUT_DICTIONARY) {
                candidates.add(new Candidate(stem, StemShapes.NOUN, false));
            }
            String verb = stem.substring(0, stem.length() - 1);
            if (stem.endsWith("у") && !verbs.contains(verb) && verb.length() >= SHORTEST_WITHOUT_DICTIONARY) {
                candidates.add(new Candidate(verb, StemShapes.VERB, false));
            }
        }
        coreVerbs.forEach(stem -> accept(stem, StemShapes.VERB, 3));
        coreNouns.forEach(stem -> accept(stem, StemShapes.NOUN, 3));
        for (Evidence evidence : List.of(all, ofNouns, ofVerbs)) {
            evidence.irregular();
        }
        candidates.sort(Comparator.comparing((Candidate candidate) -> !candidate.listed)
                .thenComparing(candidate -> candidate.stem.length())
                .thenComparing(candidate -> candidate.kind == StemShapes.NOUN)
                .thenComparing(Candidate::stem));
        for (Candidate candidate : candidates) {
            weigh(candidate);
        }
    }

    private void weigh(Candidate candidate) {
        String stem = candidate.stem;
        boolean verb = candidate.kind == StemShapes.VERB;
        if ((verb ? coreVerbs : coreNouns).contains(stem) || stem.length() < 3) {
            return;
        }
        Evidence explaining = verb ? candidate.listed ? ofVerbs : all : ofNouns;
        Evidence.Count count = all.count(stem, candidate.kind, occurring, explaining);
        boolean form = explaining.explains(stem);
        // Participles are inflected like nouns, and a family of forms says little: only a large one makes a noun.
        boolean participle = form
                && !verb
                && "нрсқкуш".indexOf(stem.charAt(stem.length() - 1)) >= 0
                && explaining.explainsByVerb(stem);
        // Every verb in a consonant has forms that look as if it ended in ы or і.
        boolean doubtful = form || !candidate.listed || verb && "ыі".indexOf(stem.charAt(stem.length() - 1)) >= 0;
        int support = doubtful ? count.unexplained() : count.all();
        boolean enough;
        if (!candidate.listed) {
            enough = support >= (participle ? OF_PARTICIPLES : WITHOUT_DICTIONARY);
        } else if (verb) {
            // The passive counts as a form of its verb, however many forms it has itself.
            enough = !(form && stem.endsWith("л")) && support >= (stem.length() == 3 ? 6 : form ? 3 : 2);
        } else if (form) {
            enough = support >= (participle ? OF_PARTICIPLES : 3);
        } else {
            enough = occurring.contains(stem) || support == 0 && stem.length() >= 6;
        }
        if (enough) {
            accept(stem, candidate.kind, support >= 12 ? 3 : support >= 5 ? 2 : support >= 1 ? 1 : 0);
        }
    }

    private void accept(String stem, char kind, int strength) {
        accepted.merge(stem, " " + kind + strength, String::concat);
        for (Evidence evidence : List.of(all, ofNouns, ofVerbs)) {
            evidence.accept(stem, kind);
        }
    }
}
