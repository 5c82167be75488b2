package kz.ortaq.harvesters.oai;

import java.util.ArrayList;
import java.util.List;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/** Notes the identifiers of a listing; the harvest stands where it stood all the while. */
final class HeaderKeeper implements Keeper {

    private final Comparing.Listed listed;
    private final Checkpoint standing;
    private final RecordKeeper records;
    private final boolean quiet;
    private boolean whole;

    /** @param quiet whether what is wrong with the list is nobody's concern */
    HeaderKeeper(Comparing.Listed listed, Checkpoint standing, RecordKeeper records, boolean quiet) {
        this.listed = listed;
        this.standing = standing;
        this.records = records;
        this.quiet = quiet;
    }

    @Override
    public void keep(Page page, List<Problem> more, Checkpoint next) {
        listed.add(page);
        List<Problem> problems = new ArrayList<>(page.problems());
        page.rejected().forEach(rejected -> problems.add(rejected.problem()));
        problems.addAll(more);
        List<Problem> warnings =
                quiet ? List.of() : problems.stream().map(HeaderKeeper::warning).toList();
        // Even a page that says nothing is sent on: it tells that this harvest still lives.
        records.send(new HarvestPage(List.of(), List.of(), warnings, standing));
    }

    /** The records themselves are stored; what is wrong with a list of their names is never worse than a warning. */
    private static Problem warning(Problem problem) {
        Severity severity = problem.severity() == Severity.INFO ? Severity.INFO : Severity.WARNING;
        String place = "ListIdentifiers, " + problem.place();
        return new Problem(problem.reason(), severity, problem.stage(), problem.identifier(), place, problem.value());
    }

    /** A list that says that it is longer than what came of it is not whole. */
    @Override
    public void last(Page page, List<Problem> more, Checkpoint at) {
        keep(page, more, standing);
        whole = at.said() <= at.came();
    }

    boolean whole() {
        return whole;
    }

    /** There is no other way to a list of identifiers. */
    @Override
    public boolean rescue(Checkpoint window) {
        return false;
    }

    @Override
    public Problem explain(OaiError error, String place) {
        return new Problem(Reason.OAI_ERROR, Severity.WARNING, Stage.HARVEST, "", place, error.toString());
    }

    @Override
    public List<Problem> empty() {
        return List.of();
    }

    @Override
    public boolean alive() throws InterruptedException {
        return records.alive();
    }
}
