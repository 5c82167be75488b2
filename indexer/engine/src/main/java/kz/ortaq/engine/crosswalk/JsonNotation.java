package kz.ortaq.engine.crosswalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Reason;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;

/** A record that a harvester read into a JSON object: {@code title} is a text, or a list of texts. */
final class JsonNotation implements Notation {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Selection field(String written, String join) {
        return ElementSelection.of(written, Map.of(), false);
    }

    @Override
    public Selection part(String written, String join) {
        return ElementSelection.of(written, Map.of(), false);
    }

    @Override
    public Node read(RawRecord raw) throws RecordRejected {
        try {
            Node record = Node.named("record");
            JSON.readTree(raw.payload()).properties().forEach(member -> {
                JsonNode written = member.getValue();
                (written.isArray() ? written : List.of(written)).forEach(value -> {
                    if (value.isValueNode() && !value.isNull()) {
                        record.add(Node.of(member.getKey(), value.asText()));
                    }
                });
            });
            return record;
        } catch (JsonProcessingException e) {
            throw new RecordRejected(Reason.RECORD_BROKEN, raw.place(), e.getOriginalMessage());
        }
    }
}
