package kz.ortaq.server.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.records.store.Decisions;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.Stores;
import kz.ortaq.server.catalogue.ExplanationTexts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ortaq decision}: what a librarian decides of two records, for ever. */
@Command(name = "decision", description = "Decide that two records are the same or are not, take that back, list it.")
public final class DecisionCommand extends Group {

    private static final String RECORD = "SOURCE:IDENTIFIER";

    private final Workplace workplace;

    public DecisionCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Command(name = "same", description = "Two records are of one edition, whatever they say.")
    int same(@Parameters(paramLabel = RECORD) String one, @Parameters(paramLabel = RECORD) String other)
            throws Exception {
        return decide(one, other, true);
    }

    @Command(name = "apart", description = "Two records are not of one work, whatever they say.")
    int apart(@Parameters(paramLabel = RECORD) String one, @Parameters(paramLabel = RECORD) String other)
            throws Exception {
        return decide(one, other, false);
    }

    @Command(name = "undo", description = "Take back what was decided of two records.")
    int undo(@Parameters(paramLabel = RECORD) String one, @Parameters(paramLabel = RECORD) String other)
            throws Exception {
        return about(one, other, Decisions::undo);
    }

    @Command(name = "list", description = "Print all decisions, one JSON object a line.")
    int list() throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            ortaq.stores().decisions().all().forEach(decision -> {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("one", ExplanationTexts.name(decision.one()));
                json.put("other", ExplanationTexts.name(decision.other()));
                json.put("same", decision.same());
                json.put("at", decision.at().toString());
                Output.json(json);
            });
            return ExitCode.DONE;
        }
    }

    /** What is done to the decisions about two records; false where there was nothing to do. */
    private interface Deed {
        boolean on(Decisions decisions, StoredRecord one, StoredRecord other);
    }

    private int decide(String one, String other, boolean same) throws Exception {
        int code = about(one, other, (decisions, some, another) -> {
            decisions.decide(some, another, same);
            return true;
        });
        if (code == ExitCode.DONE) {
            sayWhichDoNotHold(one, other);
        }
        return code;
    }

    /** Of decisions that cannot all hold, those that keep apart do; whoever decided the others learns it here. */
    private void sayWhichDoNotHold(String one, String other) throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            Stores stores = ortaq.stores();
            for (Decisions.Decision decision : stores.decisions().all()) {
                String some = ExplanationTexts.name(decision.one());
                String another = ExplanationTexts.name(decision.other());
                boolean concerns = Set.of(some, another).stream().anyMatch(Set.of(one, other)::contains);
                if (concerns && decision.same() && !work(stores, some).equals(work(stores, another))) {
                    Output.say(
                            "“" + some + "” and “" + another + "” were decided to be the same, and stand apart still."
                                    + " Where other decisions keep them apart, those hold (“ortaq decision list”); a record that"
                                    + " is deleted or could not be mapped stands nowhere; a server places them within seconds.");
                }
            }
        }
    }

    private static Optional<String> work(Stores stores, String record) {
        return NamedRecord.find(stores, record).map(StoredRecord::work);
    }

    private int about(String one, String other, Deed deed) throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            Optional<StoredRecord> some = NamedRecord.find(ortaq.stores(), one);
            Optional<StoredRecord> another = NamedRecord.find(ortaq.stores(), other);
            if (some.isEmpty() || another.isEmpty()) {
                return NamedRecord.unknown(some.isEmpty() ? one : other);
            }
            if (some.get().number() == another.get().number()) {
                Output.say("That is one record; a decision is about two.");
                return ExitCode.WRONG_USAGE;
            }
            if (!deed.on(ortaq.stores().decisions(), some.get(), another.get())) {
                Output.say("Nothing was decided of these two.");
                return ExitCode.WRONG_USAGE;
            }
            new Harvesting(ortaq).index();
            return ExitCode.DONE;
        }
    }
}
