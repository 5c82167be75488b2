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
        // Some programs write one guid into all items, or link each of them to the front page; such a name names none.
        Map<String, Set<String>> guids = new HashMap<>();
        Map<String, Set<String>> links = new HashMap<>();
        for (FeedPage.Item item : items) {
            String title = item.fields().first("title");
            guids.computeIfAbsent(item.guid(), guid -> new HashSet<>()).add(item.link() + '\n' + title);
            links.computeIfAbsent(item.link(), link -> new HashSet<>()).add(title);
        }
        return items.stream()
                .map(item -> {
                    String guid = alone(guids, item.guid()) ? item.guid() : "";
                    String link = alone(links, item.link()) ? item.link() : "";
                    return record(guid.isBlank() ? link : guid, item);
                })
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean alone(Map<String, Set<String>> items, String name) {
        return items.getOrDefault(name, Set.of()).size() == 1;
    }

    private Optional<RawRecord> record(String name, FeedPage.Item item) {
        String payload = item.fields().toJson();
        String identifier = name.replace("\0", "");
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
