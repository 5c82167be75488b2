package kz.ortaq.records;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import kz.ortaq.records.BibRecord.Value;

/**
 * How one takes part in a course, an event or a contest; empty of everything else.
 *
 * @param occasions when it begins and ends, and until when one applies
 * @param eligibility who may take part, as written
 * @param requirements what has to be sent or brought, as written
 * @param workloads how much work it is, as written
 * @param prices what it costs, or which grant pays for it, as written
 * @param certificates what one gets at the end, as written
 * @param venues where it takes place, as written
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Participation(
        List<Occasion> occasions,
        List<Value> eligibility,
        List<Value> requirements,
        List<Value> workloads,
        List<Value> prices,
        List<Value> certificates,
        List<Value> venues) {

    /** Nothing is said. */
    public static final Participation NONE =
            new Participation(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** What a date is for. */
    public enum Role {
        START,
        END,
        DEADLINE;

        /** As JSON writes it. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A date.
     *
     * @param day the day in Kazakhstan, {@code 2026-12-01}; empty where what is written tells none
     * @param moment ISO 8601 in UTC where a time was told, else empty; one without a zone was Kazakhstan’s
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Occasion(Role role, String written, String day, String moment, String from) {}

    public Participation {
        occasions = List.copyOf(occasions);
        eligibility = List.copyOf(eligibility);
        requirements = List.copyOf(requirements);
        workloads = List.copyOf(workloads);
        prices = List.copyOf(prices);
        certificates = List.copyOf(certificates);
        venues = List.copyOf(venues);
    }

    /** Whether nothing is said. */
    @JsonIgnore
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The dates with this role. */
    public List<Occasion> occasions(Role role) {
        return occasions.stream().filter(occasion -> occasion.role() == role).toList();
    }
}
