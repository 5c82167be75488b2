package kz.ortaq.harvesters.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.records.RecordId;

/**
 * Finds the records of a sheet's rows again: by their whole content, then by a key that no other row has (identifier,
 * inventory number, ISBN), then by title, author and year. What is left is new, and gets an identifier minted of its
 * key or its title; two rows that are alike are two records.
 *
 * <p>Keeps numbers alone, some 150 bytes a row at most, so that a million rows fit into a heap of 256 MB.
 */
final class Identities {

    /** The fields that may name a record, the best first. */
    static final List<String> KEYS = List.of("identifier", "inventory", "isbn");

    private static final Pattern MINTED = Pattern.compile("([0-9a-f]{16})(?:-(\\d{1,7}))?");
    private static final int NOBODY = -1;

    private long[] content = new long[64];
    private long[] weak = new long[64];
    private long[][] keys = {new long[64], new long[64], new long[64]};
    private int rows;

    private long[] knownBase = new long[64];
    private int[] knownOrdinal = new int[64];
    private long[] knownContent = new long[64];
    private int known;

    private int[] match = new int[0];
    private boolean[] taken = new boolean[0];
    private long[] base = new long[0];
    private int[] ordinal = new int[0];

    /** How many rows were added. */
    int rows() {
        return rows;
    }

    /** Whether a row still has the content that it was added with. */
    boolean same(int row, String hash) {
        return row < rows && content[row] == number(hash);
    }

    /** Adds the next row. */
    void row(Book book, String hash) {
        if (rows == content.length) {
            content = Arrays.copyOf(content, rows * 2);
            weak = Arrays.copyOf(weak, rows * 2);
            for (int i = 0; i < keys.length; i++) {
                keys[i] = Arrays.copyOf(keys[i], rows * 2);
            }
        }
        content[rows] = number(hash);
        String year = book.value("date").replaceAll("\\D", "");
        weak[rows] = of("row", HeadingFold.key(book.value("title")), HeadingFold.key(book.value("creator")), year);
        for (int i = 0; i < keys.length; i++) {
            String key = HeadingFold.key(book.value(KEYS.get(i)));
            keys[i][rows] = key.isEmpty() ? 0 : of(KEYS.get(i), key);
        }
        rows++;
    }

    /** Adds a live record that the store has of the source. */
    void known(String identifier, String hash) {
        Matcher minted = MINTED.matcher(identifier);
        if (!minted.matches()) {
            return;
        }
        if (known == knownBase.length) {
            knownBase = Arrays.copyOf(knownBase, known * 2);
            knownOrdinal = Arrays.copyOf(knownOrdinal, known * 2);
            knownContent = Arrays.copyOf(knownContent, known * 2);
        }
        knownBase[known] = number(minted.group(1));
        knownOrdinal[known] = minted.group(2) == null ? 1 : Integer.parseInt(minted.group(2));
        knownContent[known] = number(hash);
        known++;
    }

    /** To be called when all rows and records are added. */
    void match() {
        match = new int[rows];
        Arrays.fill(match, NOBODY);
        taken = new boolean[known];
        match(index(knownContent), content);
        LongIndex byBase = index(knownBase);
        for (long[] key : keys) {
            match(byBase, unique(key));
        }
        match(byBase, weak);
    }

    /** Rows that nothing known matched, at most {@code limit} and one. */
    List<Integer> unmatched(int limit) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < rows && left.size() <= limit; i++) {
            if (match[i] == NOBODY) {
                left.add(i);
            }
        }
        return left;
    }

    /** Known identifiers that no row matched, at most {@code limit} and one. */
    List<String> gone(int limit) {
        List<String> gone = new ArrayList<>();
        for (int i = 0; i < known && gone.size() <= limit; i++) {
            if (!taken[i]) {
                gone.add(written(knownBase[i], knownOrdinal[i]));
            }
        }
        return gone;
    }

    /** Lets a row be the known record {@code identifier} after all. */
    void join(int row, String identifier) {
        for (int i = 0; i < known; i++) {
            if (!taken[i] && written(knownBase[i], knownOrdinal[i]).equals(identifier)) {
                match[row] = i;
                taken[i] = true;
                return;
            }
        }
    }

    /** Mints what is still without an identifier. */
    void mint() {
        base = new long[rows];
        ordinal = new int[rows];
        LongIndex used = index(knownBase);
        LongIndex minted = new LongIndex();
        long[][] sure = {unique(keys[0]), unique(keys[1]), unique(keys[2])};
        for (int i = 0; i < rows; i++) {
            if (match[i] != NOBODY) {
                base[i] = knownBase[match[i]];
                ordinal[i] = knownOrdinal[match[i]];
                continue;
            }
            long name = sure[0][i] != 0 ? sure[0][i] : sure[1][i] != 0 ? sure[1][i] : sure[2][i];
            base[i] = name != 0 ? name : weak[i];
            int before = minted.first(base[i]);
            ordinal[i] = (before == LongIndex.NONE ? highest(used, base[i]) : ordinal[before]) + 1;
            minted.push(base[i], i);
        }
    }

    String identifier(int row) {
        return written(base[row], ordinal[row]);
    }

    /** Rows whose content another row has as well: each but the first of them. */
    List<Integer> alike(int limit) {
        LongIndex seen = new LongIndex();
        List<Integer> alike = new ArrayList<>();
        for (int i = 0; i < rows && alike.size() < limit; i++) {
            if (seen.first(content[i]) != LongIndex.NONE) {
                alike.add(i);
            }
            seen.push(content[i], i);
        }
        return alike;
    }

    /** Rows whose inventory number an earlier row has as well. */
    List<Integer> repeatedInventory(int limit) {
        long[] inventory = keys[KEYS.indexOf("inventory")];
        LongIndex seen = new LongIndex();
        List<Integer> repeated = new ArrayList<>();
        for (int i = 0; i < rows && repeated.size() < limit; i++) {
            if (inventory[i] != 0 && seen.first(inventory[i]) != LongIndex.NONE) {
                repeated.add(i);
            }
            seen.push(inventory[i], i);
        }
        return repeated;
    }

    /** The identifier that a row with this inventory number is minted. */
    static String ofInventory(String number) {
        return written(of("inventory", HeadingFold.key(number)), 1);
    }

    /** The known records by one of their numbers, the first of them in front. */
    private LongIndex index(long[] numbers) {
        LongIndex index = new LongIndex();
        for (int i = known - 1; i >= 0; i--) {
            index.push(numbers[i], i);
        }
        return index;
    }

    private void match(LongIndex index, long[] names) {
        for (int row = 0; row < rows; row++) {
            if (match[row] != NOBODY || names[row] == 0) {
                continue;
            }
            int found = index.first(names[row]);
            while (found != LongIndex.NONE && taken[found]) {
                // Nobody gives a record back, so no row behind need look at it again.
                index.drop(names[row]);
                found = index.first(names[row]);
            }
            if (found != LongIndex.NONE) {
                taken[found] = true;
                match[row] = found;
            }
        }
    }

    /** The same keys, 0 where several rows have one. */
    private long[] unique(long[] key) {
        long[] sorted = Arrays.copyOf(key, rows);
        Arrays.sort(sorted);
        long[] unique = new long[rows];
        for (int i = 0; i < rows; i++) {
            int at = Arrays.binarySearch(sorted, key[i]);
            boolean alone = (at == 0 || sorted[at - 1] != key[i]) && (at == rows - 1 || sorted[at + 1] != key[i]);
            unique[i] = alone ? key[i] : 0;
        }
        return unique;
    }

    private int highest(LongIndex used, long name) {
        int highest = 0;
        for (int i = used.first(name); i != LongIndex.NONE; i = used.after(i)) {
            highest = Math.max(highest, knownOrdinal[i]);
        }
        return highest;
    }

    private static long of(String... parts) {
        return number(RecordId.hash(String.join("\n", parts)));
    }

    private static long number(String hash) {
        return Long.parseUnsignedLong(hash.substring(0, 16), 16);
    }

    private static String written(long name, int number) {
        String hex = String.format(java.util.Locale.ROOT, "%016x", name);
        return number == 1 ? hex : hex + "-" + number;
    }
}
