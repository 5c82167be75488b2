package kz.ortaq.analysis.stem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The automaton over endings, compiled from {@code endings.txt}: states, the endings that lead from one to the next,
 * and what each path costs. Immutable.
 */
final class Endings {

    /** A cost that no path has. */
    static final int NEVER = Integer.MAX_VALUE / 2;

    /** What a broken rule of harmony or assimilation costs beside the path itself. */
    static final int VIOLATION = 1 << 16;

    private final Map<String, Integer> states = new LinkedHashMap<>();
    private final Letters letters;
    private final LetterTrie trie;
    private final Arc[][] arcs;
    private final int[] finals;

    /** Which state has the endings of which other, at what cost; of others that have them in turn, too. */
    private final int[][] inheritance;

    /** From a state to another, where the ending follows one of the sounds it can follow. */
    record Arc(int from, int to, int cost, Ending shape) {}

    private record Line(int from, String ending, int to, int cost) {}

    /** Compiles the table, each ending in a spelling, without those that one of some flags marks. */
    Endings(Spelling spelling, String flagsLeftOut) {
        letters = spelling.letters();
        List<Line> lines = new ArrayList<>();
        for (String line : Resources.lines("endings.txt")) {
            String[] parts = line.strip().split("\\s+");
            if (hasAny(parts, flagsLeftOut)) {
                continue;
            }
            lines.add(new Line(state(parts[0]), parts[1], state(parts[2]), Integer.parseInt(parts[3])));
        }
        int[][] inherited = inherited(lines);
        finals = new int[states.size()];
        Arrays.fill(finals, NEVER);
        Map<String, List<Arc>> byLetters = new TreeMap<>(letters::compare);
        for (Line line : lines) {
            if (line.ending.equals(".")) {
                finals[line.from] = line.cost;
            } else if (!line.ending.equals("0")) {
                for (Ending shape : Ending.shapes(line.ending)) {
                    byLetters
                            .computeIfAbsent(spelling.of().apply(shape.letters()), fresh -> new ArrayList<>())
                            .add(new Arc(line.from, line.to, line.cost, shape));
                }
            }
        }
        List<int[]> heirs = new ArrayList<>();
        for (int heir = 0; heir < finals.length; heir++) {
            for (int from = 0; from < finals.length; from++) {
                if (heir != from && inherited[heir][from] < NEVER) {
                    heirs.add(new int[] {heir, from, inherited[heir][from]});
                }
            }
        }
        inheritance = heirs.toArray(int[][]::new);
        inherit(finals, 0);
        trie = new LetterTrie(letters, List.copyOf(byLetters.keySet()));
        arcs = byLetters.values().stream().map(list -> list.toArray(Arc[]::new)).toArray(Arc[][]::new);
    }

    /** Whether a line of the table, cut into its columns, has one of some flags. */
    static boolean hasAny(String[] line, String flags) {
        return line.length > 4 && line[4].chars().anyMatch(flag -> flags.indexOf(flag) >= 0);
    }

    private int state(String name) {
        return states.computeIfAbsent(name, fresh -> states.size());
    }

    /** What it costs a state to take the endings of another, over lines without an ending. */
    private int[][] inherited(List<Line> lines) {
        int[][] costs = new int[states.size()][states.size()];
        for (int state = 0; state < costs.length; state++) {
            Arrays.fill(costs[state], NEVER);
            costs[state][state] = 0;
        }
        for (int round = 0; round < costs.length; round++) {
            for (Line line : lines) {
                if (line.ending.equals("0")) {
                    for (int[] row : costs) {
                        row[line.to] = Math.min(row[line.to], row[line.from] + line.cost);
                    }
                }
            }
        }
        return costs;
    }

    int states() {
        return finals.length;
    }

    int stateOf(String name) {
        Integer state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException("No such state: " + name);
        }
        return state;
    }

    /**
     * For each place in a word and each state, the cheapest path of endings from there to the end of the word: broken
     * rules in units of {@link #VIOLATION}, costs below.
     *
     * @param word what is looked at
     * @param costs filled, at {@code place * states() + state}
     */
    void paths(Word word, int[] costs) {
        int states = finals.length;
        System.arraycopy(finals, 0, costs, word.length * states, states);
        for (int place = word.length - 1; place > 0; place--) {
            Arrays.fill(costs, place * states, (place + 1) * states, NEVER);
            walk(word, place, LetterTrie.ROOT, costs);
            if (letters.melts(word.letters[place - 1])) {
                walk(word, place, trie.child(LetterTrie.ROOT, word.codes[place - 1]), costs);
            }
            inherit(costs, place * states);
        }
    }

    private void inherit(int[] costs, int row) {
        for (int[] heir : inheritance) {
            costs[row + heir[0]] = Math.min(costs[row + heir[0]], costs[row + heir[1]] + heir[2]);
        }
    }

    private void walk(Word word, int place, int from, int[] costs) {
        int states = finals.length;
        int node = from;
        for (int end = place; node != LetterTrie.NONE; ) {
            int index = trie.value(node);
            if (index != LetterTrie.NONE && end > place) {
                follow(arcs[index], word, place, costs, end * states);
            }
            if (end == word.length) {
                return;
            }
            node = trie.child(node, word.codes[end++]);
        }
    }

    private void follow(Arc[] arcs, Word word, int place, int[] costs, int next) {
        int before = letters.sounds(word.letters[place - 1]);
        byte harmony = word.harmony[place - 1];
        int row = place * finals.length;
        for (Arc arc : arcs) {
            int rest = costs[next + arc.to];
            Ending shape = arc.shape;
            if (rest >= NEVER || (shape.required() & before) == 0) {
                continue;
            }
            int cost = rest + arc.cost;
            if ((shape.preferred() & before) == 0) {
                cost += VIOLATION;
            }
            if ((shape.harmony() | harmony) == (Letters.BACK | Letters.FRONT)) {
                cost += VIOLATION;
            }
            costs[row + arc.from] = Math.min(costs[row + arc.from], cost);
        }
    }
}
