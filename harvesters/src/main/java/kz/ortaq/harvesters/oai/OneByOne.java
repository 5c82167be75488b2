package kz.ortaq.harvesters.oai;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.harvesters.net.Budget;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/** Has records one by one (GetRecord) where no list gives them; only so many in a run, for it is slow. */
final class OneByOne {

    /** So many records are asked for in one run. */
    static final int MOST = 1_000;

    /** So many in a row may fail before the server is left alone. */
    private static final int MOST_FAILURES = 20;

    private static final int PAGE = 100;

    private final Endpoint endpoint;
    private final PageReader reader;
    private final ListRun identifiers;
    private final Budget budget;
    private int left = MOST;
    private int failures;

    OneByOne(Endpoint endpoint, PageReader reader, ListRun identifiers, Budget budget) {
        this.endpoint = endpoint;
        this.reader = reader;
        this.identifiers = identifiers;
        this.budget = budget;
    }

    /**
     * Has the records of one window by its list of identifiers.
     *
     * @param had which records are there already
     * @return whether nothing of the window is missing now
     */
    boolean window(Checkpoint window, Predicate<String> had, Keeper keeper) throws InterruptedException {
        Set<String> missing = new LinkedHashSet<>();
        List<RawRecord> deletions = new ArrayList<>();
        boolean[] whole = {true};
        ListRun.Outcome outcome = identifiers.follow(
                window.window(window.from(), window.until()),
                page -> !whole[0],
                (page, token) -> whole[0] &= note(page, had, missing, deletions));
        whole[0] &= note(outcome.page(), had, missing, deletions);
        if (!deletions.isEmpty()) {
            keeper.keep(page(deletions), List.of(), window);
        }
        return fetch(missing, window, keeper) && whole[0] && outcome.end() == ListRun.End.WHOLE;
    }

    /** Notes the records that are missing; false when they are too many. */
    private boolean note(Page page, Predicate<String> had, Set<String> missing, List<RawRecord> deletions) {
        for (RawRecord header : page.records()) {
            if (had.test(header.id().identifier())) {
                continue;
            }
            if (missing.size() + deletions.size() >= left) {
                return false;
            }
            if (header.deleted()) {
                deletions.add(header);
            } else {
                missing.add(header.id().identifier());
            }
        }
        return true;
    }

    /**
     * Asks for records, as many as may still be asked for.
     *
     * @param at where the harvest stands all the while
     * @return whether each of them was had, or does not exist
     */
    boolean fetch(Set<String> wanted, Checkpoint at, Keeper keeper) throws InterruptedException {
        boolean all = true;
        List<Page> pages = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String identifier : wanted) {
            if (left <= 0 || failures >= MOST_FAILURES || budget.spent()) {
                all = false;
                break;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("the harvest was stopped");
            }
            left--;
            all &= ask(identifier, at.format(), pages, problems);
            if (pages.size() >= PAGE) {
                keeper.keep(joined(pages), problems, at);
                pages.clear();
                problems.clear();
            }
        }
        if (!pages.isEmpty() || !problems.isEmpty()) {
            keeper.keep(joined(pages), problems, at);
        }
        return all;
    }

    /** Whether the server still gives a record, alive. */
    boolean gives(String identifier, String format) throws InterruptedException {
        try {
            Answer answer = endpoint.record(identifier, format);
            budget.spend(answer.body().length);
            Page page = reader.read("GetRecord", answer);
            return page.records().stream()
                    .anyMatch(record ->
                            !record.deleted() && record.id().identifier().equals(identifier));
        } catch (NetException e) {
            return false;
        }
    }

    private boolean ask(String identifier, String format, List<Page> pages, List<Problem> problems)
            throws InterruptedException {
        String why;
        try {
            Answer answer = endpoint.record(identifier, format);
            budget.spend(answer.body().length);
            Page page = reader.read("GetRecord", answer);
            if (page.size() > 0) {
                failures = 0;
                pages.add(page);
                return true;
            }
            if (page.failure()
                    .filter(error -> error.is(OaiError.ID_DOES_NOT_EXIST))
                    .isPresent()) {
                return true; // it was deleted a moment ago, or is listed by mistake
            }
            why = page.why().isEmpty() ? "?" : page.why();
        } catch (NetException e) {
            why = e.value();
        }
        failures++;
        problems.add(
                new Problem(Reason.RECORD_NOT_GIVEN, Severity.WARNING, Stage.HARVEST, identifier, identifier, why));
        return false;
    }

    private static Page joined(List<Page> pages) {
        List<RawRecord> records = new ArrayList<>();
        List<HarvestPage.Rejected> rejected = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Page page : pages) {
            records.addAll(page.records());
            rejected.addAll(page.rejected());
            problems.addAll(page.problems());
        }
        return page(records, rejected, problems);
    }

    private static Page page(List<RawRecord> deletions) {
        return page(deletions, List.of(), List.of());
    }

    private static Page page(List<RawRecord> records, List<HarvestPage.Rejected> rejected, List<Problem> problems) {
        return new Page(
                Page.Shape.LIST, "", records, rejected, problems, List.of(), Optional.empty(), OptionalLong.empty());
    }
}
