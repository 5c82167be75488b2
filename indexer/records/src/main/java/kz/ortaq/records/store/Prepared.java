package kz.ortaq.records.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.records.RawRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record with what takes a processor's time of it.
 *
 * @param hash {@link RawRecord#hash}
 * @param ready its texts; empty where the store has the record just so, and nothing is to be written
 */
record Prepared(RawRecord record, String hash, Optional<Texts> ready) {

    private static final byte[] NOTHING = new byte[0];

    /**
     * What is written of a record, in the form in which it is stored.
     *
     * @param minted what the ids end with that the record founds
     */
    record Texts(byte[] payload, byte[] original, String sets, String minted) {

        static Texts of(RawRecord record, byte[] encoded) {
            return new Texts(
                    record.deleted() ? NOTHING : Compression.compress(encoded),
                    record.original().length() == 0
                            ? NOTHING
                            : Compression.compress(record.original().toArray()),
                    Database.storable(Json.write(record.sets())),
                    record.id().minted(""));
        }
    }

    /**
     * The records of a page in their order. Processors share them, for no other page can be written meanwhile.
     *
     * @param known what the store has of them, by identifier
     */
    static List<Prepared> all(List<RawRecord> records, Map<String, RecordWriter.Known> known) {
        return records.parallelStream()
                .map(record -> of(record, known.get(record.id().identifier())))
                .toList();
    }

    private static Prepared of(RawRecord record, RecordWriter.@Nullable Known before) {
        byte[] encoded = record.encoded();
        String hash = record.hash(encoded);
        boolean same = before != null && before.is(hash, record.deleted());
        return new Prepared(record, hash, same ? Optional.empty() : Optional.of(Texts.of(record, encoded)));
    }

    /** Its texts; made now where the store had the record just so, and another of the same page came in between. */
    Texts texts() {
        return ready.orElseGet(() -> Texts.of(record, record.encoded()));
    }
}
