package kz.ortaq.server.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.Registry;
import kz.ortaq.records.store.Runs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ortaq source}: adds sources to a library, pauses and resumes them, lets a held run through. */
@Command(name = "source", description = "Add, set, pause, resume, confirm and remove sources.")
public final class SourceCommand extends Group {

    private final Workplace workplace;

    public SourceCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Command(name = "add", description = "Add a source to a library; prints its id.")
    int add(
            @Parameters(paramLabel = "LIBRARY", description = "The library’s id.") String library,
            @Parameters(
                            paramLabel = "KIND:ADDRESS",
                            description = "oai, marc, sheet, folder, site or feed, with its address or path.")
                    String source,
            @Option(names = "--option", paramLabel = "NAME=VALUE", description = "prefix=…, set=…")
                    List<String> options)
            throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            Registry registry = ortaq.stores().registry();
            if (registry.library(library).isEmpty()) {
                Output.say("There is no library “" + library + "”; “ortaq library list” prints all.");
                return ExitCode.WRONG_USAGE;
            }
            Source made = Registration.source(library, source, options == null ? List.of() : options, registry);
            Registration.checkTable(made.options(), ortaq.crosswalks());
            registry.save(made);
            Output.json(json(made));
            return ExitCode.DONE;
        } catch (Registration.Wrong e) {
            Output.say(String.valueOf(e.getMessage()));
            return ExitCode.WRONG_USAGE;
        }
    }

    @Command(name = "set", description = "Change a source’s options; it is then harvested from the start.")
    int set(
            @Parameters(paramLabel = "SOURCE") String id,
            @Option(names = "--option", paramLabel = "NAME=VALUE", required = true, description = "prefix=…, set=…")
                    List<String> options)
            throws Exception {
        return change(id, (ortaq, source) -> {
            Map<String, String> changed = Registration.options(options);
            Registration.checkTable(changed, ortaq.crosswalks());
            Map<String, String> all = new LinkedHashMap<>(source.options());
            all.putAll(changed);
            ortaq.stores()
                    .registry()
                    .save(new Source(
                            source.id(), source.library(), source.kind(), source.address(), all, source.state()));
        });
    }

    @Command(name = "pause", description = "Harvest a source no more until it is resumed; its records stay.")
    int pause(@Parameters(paramLabel = "SOURCE") String id) throws Exception {
        return change(id, (ortaq, source) -> ortaq.stores().registry().setState(id, Source.State.PAUSED));
    }

    @Command(name = "resume", description = "Harvest a paused source again.")
    int resume(@Parameters(paramLabel = "SOURCE") String id) throws Exception {
        return change(id, (ortaq, source) -> ortaq.stores().registry().setState(id, Source.State.ACTIVE));
    }

    @Command(name = "confirm", description = "Let the next run of a source delete more than usual, once.")
    int confirm(@Parameters(paramLabel = "SOURCE") String id) throws Exception {
        return change(id, (ortaq, source) -> ortaq.stores().registry().confirm(id, true));
    }

    @Command(name = "remove", description = "Remove a source and its records.")
    int remove(@Parameters(paramLabel = "SOURCE") String id) throws Exception {
        return change(id, (ortaq, source) -> {
            ortaq.stores().registry().setState(id, Source.State.REMOVED);
            ortaq.stores().records().deleteAll(id);
            new Harvesting(ortaq).index();
        });
    }

    /** A source as commands print it. */
    static Map<String, Object> json(Source source) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", source.id());
        json.put("kind", source.kind().code());
        json.put("address", source.address());
        json.put("options", source.options());
        json.put("state", source.state().name().toLowerCase(Locale.ROOT));
        return json;
    }

    /** A source as lists of libraries print it: with since when it fails, or null when it does not. */
    static Map<String, Object> json(Source source, Runs.@Nullable InARow failing) {
        Map<String, Object> json = json(source);
        json.put("failingSince", failing == null ? null : failing.since().toString());
        return json;
    }

    private interface Change {
        void apply(Ortaq ortaq, Source source) throws Exception;
    }

    private int change(String id, Change change) throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            var source = ortaq.stores().registry().source(id);
            if (source.isEmpty()) {
                Output.say("There is no source “" + id + "”; “ortaq library list” prints all.");
                return ExitCode.WRONG_USAGE;
            }
            change.apply(ortaq, source.get());
            ortaq.stores().registry().source(id).ifPresent(changed -> Output.json(json(changed)));
            return ExitCode.DONE;
        } catch (Registration.Wrong e) {
            Output.say(String.valueOf(e.getMessage()));
            return ExitCode.WRONG_USAGE;
        }
    }
}
