package kz.ortaq.harvesters.marc;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells which field is which where a directory's numbers are wrong.
 *
 * <p>As many fields as lines: in their order. More fields than lines: a terminator stands where a subfield should begin,
 * and the pieces are put together so that their lengths come nearest to those the directory tells. Fewer: nothing says
 * which line lost its field, and a wrong guess would put a title under a subject's tag.
 */
final class Alignment {

    private static final int SUBFIELD = 0x1F;
    private static final int MOST_CELLS = 1_000_000;
    private static final int MOST_JOINED = 64;
    private static final int MISFIT = 1_000;

    private Alignment() {}

    static List<Layout.RawField> of(List<Layout.Entry> entries, List<byte[]> pieces) {
        if (pieces.size() == entries.size()) {
            return joined(entries, pieces, ones(entries.size()));
        }
        int spare = pieces.size() - entries.size();
        if (spare < 0 || (long) entries.size() * (spare + 1) > MOST_CELLS) {
            return List.of();
        }
        return joined(entries, pieces, shares(entries, pieces, spare));
    }

    private static int[] ones(int size) {
        int[] ones = new int[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** How many pieces each line takes; {@code spare} pieces are left over when each takes one. */
    private static int[] shares(List<Layout.Entry> entries, List<byte[]> pieces, int spare) {
        int lines = entries.size();
        long[][] cost = new long[lines + 1][spare + 1];
        int[][] taken = new int[lines + 1][spare + 1];
        for (int line = lines; line >= 0; line--) {
            for (int used = 0; used <= spare; used++) {
                if (line == lines) {
                    cost[line][used] = used == spare ? 0 : Long.MAX_VALUE / 4;
                    continue;
                }
                cost[line][used] = Long.MAX_VALUE / 4;
                int length = 0;
                for (int extra = 0; extra <= Math.min(spare - used, MOST_JOINED); extra++) {
                    byte[] piece = pieces.get(line + used + extra);
                    length += piece.length + 1;
                    long price =
                            cost[line + 1][used + extra] + price(entries.get(line), pieces.get(line + used), length);
                    if (price < cost[line][used]) {
                        cost[line][used] = price;
                        taken[line][used] = extra;
                    }
                }
            }
        }
        int[] shares = new int[lines];
        int used = 0;
        for (int line = 0; line < lines; line++) {
            shares[line] = 1 + taken[line][used];
            used += taken[line][used];
        }
        return shares;
    }

    private static long price(Layout.Entry entry, byte[] first, int length) {
        boolean control = entry.tag().startsWith("00");
        boolean divided = first.length > 2 && first[2] == SUBFIELD;
        return (entry.length() < 0 ? 0 : Math.abs(entry.length() - length)) + (control == divided ? MISFIT : 0);
    }

    private static List<Layout.RawField> joined(List<Layout.Entry> entries, List<byte[]> pieces, int[] shares) {
        List<Layout.RawField> fields = new ArrayList<>();
        int at = 0;
        for (int line = 0; line < entries.size(); line++) {
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            for (int i = 0; i < shares[line]; i++) {
                byte[] piece = pieces.get(at++);
                // Indicators that were written anew before a subfield that only went on.
                int from = i > 0 && piece.length > 2 && piece[2] == SUBFIELD ? 2 : 0;
                data.write(piece, from, piece.length - from);
            }
            fields.add(new Layout.RawField(entries.get(line).tag(), data.toByteArray()));
        }
        return fields;
    }
}
