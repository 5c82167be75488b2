package kz.ortaq.engine.run;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import kz.ortaq.engine.cluster.Traits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Traits as the store keeps them. What a program of another version wrote is read as far as it can be: it stands only
 * until its records are placed anew, and must not keep them from being placed.
 */
final class StoredTraits {

    private static final Logger LOG = LoggerFactory.getLogger(StoredTraits.class);
    private static final ObjectMapper JSON = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            // A list or a text that a program did not know yet is empty.
            .setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));

    private StoredTraits() {}

    static String write(Traits traits) {
        try {
            return JSON.writeValueAsString(traits);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("traits are plain values", e);
        }
    }

    /** The traits; those of a record that says nothing where they are of another kind than this program's. */
    static Traits read(String json) {
        try {
            return JSON.readValue(json, Traits.class);
        } catch (JsonProcessingException e) {
            LOG.debug("traits of another program: {}", e.getOriginalMessage());
            return Traits.NONE;
        }
    }
}
