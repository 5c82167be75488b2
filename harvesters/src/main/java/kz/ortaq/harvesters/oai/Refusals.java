package kz.ortaq.harvesters.oai;

import java.util.List;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/** Explains why an endpoint gives no list: it may not have the format, or the set, that the source asks for. */
final class Refusals {

    private static final int MOST_NAMED = 20;

    private final Endpoint endpoint;
    private final String prefix;
    private final String set;

    Refusals(Endpoint endpoint, String prefix, String set) {
        this.endpoint = endpoint;
        this.prefix = prefix;
        this.set = set;
    }

    /** A problem when the endpoint says which formats it offers, and ours is not among them. */
    Optional<Problem> format() throws InterruptedException {
        List<String> formats = endpoint.formats().stream().map(Offered::prefix).toList();
        if (formats.isEmpty() || formats.contains(prefix)) {
            return Optional.empty();
        }
        return Optional.of(problem(Reason.FORMAT_NOT_OFFERED, Severity.ERROR, prefix, named(formats)));
    }

    /** A warning when a whole set turned out empty because the endpoint has no such set. */
    Optional<Problem> emptySet() throws InterruptedException {
        return missingSet(Severity.WARNING);
    }

    /** The problem behind an error of the protocol, said as plainly as the endpoint allows. */
    Problem explain(OaiError error, String place) throws InterruptedException {
        Optional<Problem> plain = Optional.empty();
        if (error.is(OaiError.CANNOT_DISSEMINATE_FORMAT)) {
            plain = format();
        } else if (error.is(OaiError.BAD_ARGUMENT)) {
            plain = missingSet(Severity.ERROR);
        }
        return plain.orElseGet(() -> problem(Reason.OAI_ERROR, Severity.ERROR, place, error.toString()));
    }

    private Optional<Problem> missingSet(Severity severity) throws InterruptedException {
        if (set.isEmpty()) {
            return Optional.empty();
        }
        List<String> sets = endpoint.sets();
        if (sets.isEmpty() || sets.contains(set) || sets.size() >= Endpoint.MOST_SETS) {
            return Optional.empty();
        }
        return Optional.of(problem(Reason.SET_NOT_OFFERED, severity, set, named(sets)));
    }

    private static String named(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        return names.size() > MOST_NAMED ? first + ", …" : first;
    }

    private static Problem problem(Reason reason, Severity severity, String place, String value) {
        return new Problem(reason, severity, Stage.HARVEST, "", place, value);
    }
}
