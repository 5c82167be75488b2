package kz.ortaq.server.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.records.store.Decisions;
import kz.ortaq.records.store.StoredRecord;
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
        return decide(one, other, (decisions, some, another) -> {
            decisions.decide(some, another, true);
            return true;
        });
    }

    @Command(name = "apart", description = "Two records are not of one work, whatever they say.")
    int apart(@Parameters(paramLabel = RECORD) String one, @Parameters(paramLabel = RECORD) String other)
            throws Exception {
        return decide(one, other, (decisions, some, another) -> {
            decisions.decide(some, another, false);
            return true;
        });
    }

    @Command(name = "undo", description = "Take back what was decided of two records.")
    int undo(@Parameters(paramLabel = RECORD) String one, @Parameters(paramLabel = RECORD) String other)
            throws Exception {
        return decide(one, other, Decisions::undo);
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

    private int decide(String one, String other, Deed deed) throws Exception {
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
