package kz.ortaq.records.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.Holding;

/** Small values that are kept as JSON in one column. */
final class Json {

    // A checkpoint written by a newer program may have fields that this one does not know.
    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};
    private static final TypeReference<Holding> HOLDING = new TypeReference<>() {};

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON", e);
        }
    }

    static Map<String, String> map(String json) {
        return read(json, MAP);
    }

    static List<String> list(String json) {
        return read(json, LIST);
    }

    /** Where a harvest resumes; at the start where what was kept is not readable. */
    static Checkpoint checkpoint(String json) {
        try {
            return MAPPER.readValue(json, Checkpoint.class);
        } catch (JsonProcessingException e) {
            // A source that is harvested from its start loses nothing; one that never runs again loses everything.
            return Checkpoint.START;
        }
    }

    static Holding holding(String json) {
        return read(json, HOLDING);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds JSON that is not readable", e);
        }
    }
}
