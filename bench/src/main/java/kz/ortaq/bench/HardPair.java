package kz.ortaq.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kz.ortaq.engine.cluster.Match;
import kz.ortaq.engine.cluster.Traits;

/**
 * Two descriptions that are hard to tell, with what a librarian says of them.
 *
 * @param says {@code edition}, {@code work}, {@code apart}, {@code unknown}, or {@code not}: apart or unknown, but never
 *     put together
 * @param why why the librarian says so
 * @param one the first description
 * @param other the second, of which the table names only what it says otherwise
 * @param known why the matcher says something else; empty where it says the same
 */
record HardPair(String says, String why, Traits one, Traits other, String known) {

    private static final int CELLS = 5;

    /** All pairs of the table. */
    static List<HardPair> all() {
        try (InputStream in = Objects.requireNonNull(HardPair.class.getResourceAsStream("pairs.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(HardPair::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints how many are right, and those that are not. */
    static void report() {
        List<HardPair> all = all();
        List<HardPair> wrong = all.stream().filter(pair -> !pair.right()).toList();
        System.out.printf(
                Locale.ROOT,
                "{\"set\":\"c: hard pairs\",\"pairs\":%d,\"right\":%d,\"wronglyTogether\":%d}%n",
                all.size(),
                all.size() - wrong.size(),
                wrong.stream().filter(pair -> pair.match().links()).count());
        wrong.forEach(pair -> System.out.println(
                pair.why() + ": " + pair.says() + ", not " + pair.said() + ", because " + pair.known()));
    }

    Match match() {
        return Match.of(one, other);
    }

    /** Whether the matcher says what the librarian says. */
    boolean right() {
        return says.equals("not") ? !match().links() : says.equals(said());
    }

    /** What the matcher says, in the words of the table. */
    String said() {
        return switch (match().verdict()) {
            case SAME_EDITION -> "edition";
            case SAME_WORK -> "work";
            case APART, UNKNOWN -> match().verdict().name().toLowerCase(Locale.ROOT);
        };
    }

    private static HardPair of(String line) {
        String[] cells = Arrays.copyOf(line.split("\t", -1), CELLS);
        Map<String, String> other = new HashMap<>(Described.parts(cells[2]));
        other.putAll(Described.parts(cells[3]));
        return new HardPair(
                cells[0],
                cells[1],
                Described.traits(Described.parts(cells[2])),
                Described.traits(other),
                Objects.requireNonNullElse(cells[4], ""));
    }
}
