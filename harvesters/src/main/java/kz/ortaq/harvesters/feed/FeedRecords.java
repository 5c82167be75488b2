package kz.ortaq.harvesters.feed;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.records.Bytes;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.StoredDocument;

/** Makes records of items, each named for ever: by the feed's own name for it, else its address, else its content. */
final class FeedRecords {

    /** The format of records that were items of a feed: JSON, lists of texts by field. */
    static final String FORMAT = "feed";

    private static final int LONGEST_NAME = 1_000;

    private final String source;
    private final Set<String> given = new HashSet<>();

    FeedRecords(String source) {
        this.source = source;
    }

    /** The records of one page, without items that came before in this run. */
    List<RawRecord> of(List<FeedPage.Item> items) {
        Map<String, Set<String>> links = new HashMap<>();
        items.forEach(item ->
                links.computeIfAbsent(item.guid(), guid -> new HashSet<>()).add(item.link()));
        return items.stream()
                .map(item -> {
                    // Some programs write one guid into all items, or the address of the site.
                    boolean named = links.getOrDefault(item.guid(), Set.of()).size() == 1;
                    return record(named ? item.guid() : "", item);
                })
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<RawRecord> record(String guid, FeedPage.Item item) {
        String payload = item.fields().toJson();
        String identifier = guid;
        if (identifier.isBlank()) {
            identifier = item.link();
        }
        identifier = identifier.replace("\0", "");
        if (identifier.length() > LONGEST_NAME || identifier.isBlank()) {
            identifier =
                    RecordId.hash(identifier.isBlank() ? payload : identifier).substring(0, 20);
        }
        if (!given.add(identifier)) {
            return Optional.empty();
        }
        return Optional.of(
                record(source, identifier, item.changed(), item.place(), payload, List.of(), item.original()));
    }

    static RawRecord record(
            String source,
            String identifier,
            String changed,
            String place,
            String payload,
            List<StoredDocument> documents,
            String original) {
        return new RawRecord(
                new RecordId(source, identifier),
                false,
                FORMAT,
                changed,
                List.of(),
                place,
                payload,
                documents,
                Bytes.of(original.getBytes(StandardCharsets.UTF_8)));
    }
}
