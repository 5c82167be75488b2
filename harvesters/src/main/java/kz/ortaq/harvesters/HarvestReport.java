package kz.ortaq.harvesters;

import java.util.List;
import kz.ortaq.records.HarvestRun;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Source;

/** What one harvest of one source came to. */
public record HarvestReport(Source source, HarvestRun run, List<Problem> problems) {

    public HarvestReport {
        problems = List.copyOf(problems);
    }
}
