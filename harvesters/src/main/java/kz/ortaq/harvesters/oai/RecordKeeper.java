package kz.ortaq.harvesters.oai;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.Seen;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the pages of a listing of records on to be stored, and remembers what it saw. */
final class RecordKeeper implements Keeper {

    private static final Logger log = LoggerFactory.getLogger(RecordKeeper.class);

    private final String source;
    private final Endpoint endpoint;
    private final Refusals refusals;
    private final OneByOne oneByOne;
    private final Consumer<HarvestPage> sink;
    private final Seen seen = new Seen();

    /** Whether {@link #seen} names all that was listed: nothing came without a name, or with word of an error. */
    private boolean sure = true;

    private Page lastPage = Page.without(Page.Shape.LIST, List.of(), List.of());
    private List<Problem> lastProblems = List.of();
    private Checkpoint end = Checkpoint.START;

    RecordKeeper(String source, Endpoint endpoint, Refusals refusals, OneByOne oneByOne, Consumer<HarvestPage> sink) {
        this.source = source;
        this.endpoint = endpoint;
        this.refusals = refusals;
        this.oneByOne = oneByOne;
        this.sink = sink;
    }

    @Override
    public void keep(Page page, List<Problem> more, Checkpoint next) {
        see(page, more);
        store(page, more, next);
    }

    private void store(Page page, List<Problem> more, Checkpoint next) {
        List<Problem> problems = new ArrayList<>(page.problems());
        problems.addAll(more);
        send(new HarvestPage(page.records(), page.rejected(), problems, next));
    }

    /** The last page waits for {@link #storeLast}: what the run still has to do is part of its checkpoint. */
    @Override
    public void last(Page page, List<Problem> more, Checkpoint at) {
        see(page, more);
        lastPage = page;
        lastProblems = more;
        end = at;
    }

    /** The checkpoint at the end of the list, before its last page is stored. */
    Checkpoint end() {
        return end;
    }

    void storeLast(Checkpoint next) {
        store(lastPage, lastProblems, next);
    }

    private void see(Page page, List<Problem> more) {
        if (seen.size() >= Comparing.MOST) {
            sure = false;
            return;
        }
        page.records().forEach(record -> seen.add(record.id().identifier()));
        for (HarvestPage.Rejected rejected : page.rejected()) {
            String identifier = rejected.problem().identifier();
            sure &= !identifier.isEmpty() || rejected.records() == 0;
            seen.add(identifier);
        }
        sure &= more.stream().noneMatch(problem -> problem.reason() == Reason.OAI_ERROR);
    }

    Seen seen() {
        return seen;
    }

    boolean sure() {
        return sure;
    }

    @Override
    public boolean rescue(Checkpoint window) throws InterruptedException {
        return oneByOne.window(window, seen::contains, this);
    }

    @Override
    public Problem explain(OaiError error, String place) throws InterruptedException {
        return refusals.explain(error, place);
    }

    @Override
    public List<Problem> empty() throws InterruptedException {
        return refusals.emptySet().stream().toList();
    }

    @Override
    public boolean alive() throws InterruptedException {
        try {
            endpoint.identity();
            return true;
        } catch (EndpointException e) {
            return false;
        }
    }

    void send(HarvestPage page) {
        log.info(
                "{}: page {}: {} records, {} rejected, {} problems",
                source,
                page.next().page(),
                page.records().size(),
                page.rejected().size(),
                page.problems().size());
        sink.accept(page);
    }
}
