package kz.ortaq.engine.crosswalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import kz.ortaq.config.Reason;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;

/** The members of a record that a harvester read into a JSON object: {@code title} is a text, or a list of texts. */
final class JsonFields implements Fields {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode object;

    private JsonFields(JsonNode object) {
        this.object = object;
    }

    static Fields of(RawRecord raw) throws RecordRejected {
        try {
            return new JsonFields(JSON.readTree(raw.payload()));
        } catch (JsonProcessingException e) {
            throw new RecordRejected(Reason.RECORD_BROKEN, raw.place(), e.getOriginalMessage());
        }
    }

    @Override
    public List<BibRecord.Value> values(CrosswalkTable.Rule rule) {
        JsonNode member = object.path(rule.from());
        List<BibRecord.Value> values = new ArrayList<>();
        (member.isArray() ? member : List.of(member)).forEach(value -> {
            if (value.isValueNode() && !value.isNull()) {
                values.add(new BibRecord.Value(value.asText(), "", rule.from()));
            }
        });
        return values;
    }
}
