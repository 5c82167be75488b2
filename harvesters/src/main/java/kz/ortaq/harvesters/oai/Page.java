package kz.ortaq.harvesters.oai;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;

/**
 * What one answer held.
 *
 * @param responseDate the server's clock, as written; empty when it does not say
 * @param problems what is wrong with the page itself; each rejection brings its own
 * @param token the token that asks for the next page; empty on the last one (OAI-PMH 2.0, 3.5)
 * @param completeListSize how many records the whole list has, where the server says so; it may be an estimate (OAI-PMH
 *     2.0, 3.5)
 */
record Page(
        Shape shape,
        String responseDate,
        List<RawRecord> records,
        List<HarvestPage.Rejected> rejected,
        List<Problem> problems,
        List<OaiError> errors,
        Optional<String> token,
        OptionalLong completeListSize) {

    /** What the answer as a whole was. */
    enum Shape {
        /** An OAI-PMH list, or an OAI-PMH error. */
        LIST,
        /** A list whose end is missing. */
        CUT,
        /** Something else: a web page, or the answer to another verb. */
        OTHER,
        /** Nothing at all. */
        EMPTY
    }

    Page {
        records = List.copyOf(records);
        rejected = List.copyOf(rejected);
        problems = List.copyOf(problems);
        errors = List.copyOf(errors);
    }

    /** A page without records: the answer was not a list. */
    static Page without(Shape shape, List<HarvestPage.Rejected> rejected, List<Problem> problems) {
        return new Page(shape, "", List.of(), rejected, problems, List.of(), Optional.empty(), OptionalLong.empty());
    }

    /** How many records it brought, the rejected among them. */
    int size() {
        return records.size() + rejected.size();
    }

    /** The first error, where the page is nothing but errors. */
    Optional<OaiError> failure() {
        return size() == 0 ? errors.stream().findFirst() : Optional.empty();
    }

    /** Why it brought nothing, in a word or two: the error that came instead, or the code of what is wrong with it. */
    String why() {
        return failure()
                .map(OaiError::toString)
                .or(() -> Stream.concat(problems.stream(), rejected.stream().map(HarvestPage.Rejected::problem))
                        .findFirst()
                        .map(problem -> problem.reason().code()))
                .orElse("");
    }
}
