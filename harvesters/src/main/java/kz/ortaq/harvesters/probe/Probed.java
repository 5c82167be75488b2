package kz.ortaq.harvesters.probe;

import java.util.List;
import java.util.Optional;
import kz.ortaq.records.Problem;

/**
 * What a probe came to.
 *
 * @param address what would be registered: the address given, or one a little beside it
 * @param finding what is there; empty when nothing was recognised
 * @param problems what the look itself met, before and beside the finding's own
 */
public record Probed(String address, Optional<Finding> finding, List<Problem> problems) {

    public Probed {
        problems = List.copyOf(problems);
    }
}
