package kz.ortaq.harvesters.marc;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What most of a file is: the charset and the dialect that a record inherits which is too short to show its own.
 *
 * @param charset ASCII where it is not known
 */
record Majority(MarcCharset charset, Dialect dialect) {

    static final Majority UNKNOWN = new Majority(MarcCharset.ASCII, Dialect.MARC21);

    private static final int LOOKED_AT = 500;

    /** Looks at the first records of a file; closes the reader. */
    static Majority of(ItemReader reader) throws IOException {
        Map<MarcCharset, Integer> charsets = new EnumMap<>(MarcCharset.class);
        Map<Dialect, Integer> dialects = new EnumMap<>(Dialect.class);
        try (reader) {
            Optional<Item> item = reader.next();
            for (int i = 0; i < LOOKED_AT && item.isPresent(); i++) {
                if (item.get() instanceof Item.Read read) {
                    for (MarcCharset charset : MarcCharset.values()) {
                        if (charset.label().equals(read.charset())) {
                            charsets.merge(charset, 1, Integer::sum);
                        }
                    }
                    for (Dialect dialect : Dialect.values()) {
                        if (dialect.label().equals(read.dialect())) {
                            dialects.merge(dialect, 1, Integer::sum);
                        }
                    }
                }
                item = reader.next();
            }
        }
        return new Majority(most(charsets, MarcCharset.ASCII), most(dialects, Dialect.MARC21));
    }

    private static <E> E most(Map<E, Integer> counts, E otherwise) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }
}
