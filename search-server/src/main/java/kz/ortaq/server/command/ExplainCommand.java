package kz.ortaq.server.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import kz.ortaq.engine.run.Explaining;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.Stores;
import kz.ortaq.server.catalogue.ExplanationTexts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ortaq explain}: why records stand in one work, or do not. */
@Command(
        name = "explain",
        description =
                "Say why the records of a work stand together and which like them do not, or compare two records.")
public final class ExplainCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final ExplanationTexts texts = new ExplanationTexts();

    @Parameters(index = "0", paramLabel = "WORK|RECORD", description = "A work’s id, or a record as SOURCE:IDENTIFIER.")
    private String what = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "RECORD", description = "A record to compare it with.")
    private @Nullable String other;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    public ExplainCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            ortaq.sayWhereEmpty();
            Optional<StoredRecord> record = NamedRecord.find(ortaq.stores(), what);
            return other == null
                    ? work(ortaq.stores(), record.map(StoredRecord::work).orElse(what))
                    : compare(ortaq.stores(), record, other);
        }
    }

    private int compare(Stores stores, Optional<StoredRecord> one, String second) {
        Optional<StoredRecord> another = NamedRecord.find(stores, second);
        if (one.isEmpty() || another.isEmpty()) {
            return NamedRecord.unknown(one.isEmpty() ? what : second);
        }
        Optional<Explaining.Told> told = new Explaining(stores).compare(one.get(), another.get());
        if (told.isEmpty()) {
            Output.say(
                    "One of the two is deleted, was not placed yet, or could not be mapped; “ortaq problems” says why.");
            return ExitCode.FAILED;
        }
        print(told.get());
        return ExitCode.DONE;
    }

    private int work(Stores stores, String id) {
        String now = stores.works().leadsTo(id).orElse(id);
        Optional<Explaining.Explanation> found = new Explaining(stores).explain(now);
        if (found.isEmpty() && NamedRecord.find(stores, what).isPresent()) {
            Output.say("The record “" + what + "” stands in no work: it is deleted, was not placed yet, or could not be"
                    + " mapped; “ortaq problems” says why.");
            return ExitCode.FAILED;
        }
        if (found.isEmpty()) {
            Output.say(
                    "There is no work or record “" + what + "”; “ortaq search” and “ortaq records” print their ids.");
            return ExitCode.WRONG_USAGE;
        }
        Explaining.Explanation explanation = found.get();
        if (json) {
            Output.json(texts.json(explanation));
            return ExitCode.DONE;
        }
        Output.data(explanation.work());
        explanation.records().forEach(told -> Output.data("  " + line(told)));
        if (!explanation.apart().isEmpty()) {
            Output.data("elsewhere:");
            explanation.apart().forEach(told -> Output.data("  " + told.work() + "  " + line(told)));
        }
        String crowded = texts.crowded(explanation, Output.language());
        if (!crowded.isEmpty()) {
            Output.data(crowded);
        }
        return ExitCode.DONE;
    }

    private void print(Explaining.Told told) {
        if (json) {
            Output.json(texts.json(told));
        } else {
            Output.data(line(told));
        }
    }

    private String line(Explaining.Told told) {
        return ExplanationTexts.name(told.record()) + ": " + texts.of(told, Output.language());
    }
}
