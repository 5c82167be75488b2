package kz.ortaq.server.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.analysis.KazakhCollation;
import kz.ortaq.config.Language;
import kz.ortaq.config.SettingsException;
import kz.ortaq.engine.values.Places;
import kz.ortaq.records.Library;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.Registry;
import kz.ortaq.records.store.Runs;
import kz.ortaq.server.catalogue.LibraryJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ortaq library}: registers libraries with their sources, lists and removes them. */
@Command(name = "library", description = "Register, describe, list and remove libraries.")
public final class LibraryCommand extends Group {

    private final Workplace workplace;

    public LibraryCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Command(name = "add", description = "Register a library and its sources; prints their ids.")
    int add(
            @Parameters(paramLabel = "NAME", description = "Its name, in Kazakh unless --language says otherwise.")
                    String name,
            @Option(
                            names = "--source",
                            paramLabel = "KIND:ADDRESS",
                            description =
                                    "oai, marc, sheet, folder, site or feed, with its address or path: oai:https://…,"
                                            + " sheet:/path; may be repeated.")
                    List<String> sources,
            @Option(
                            names = "--option",
                            paramLabel = "NAME=VALUE",
                            description = "Of its sources: prefix=…, set=…, every=6h.")
                    List<String> options,
            @Option(names = "--language", defaultValue = "kk", description = "kk, ru or en.") String language,
            @Option(names = "--name-ru", description = "Its name in Russian.") String russian,
            @Option(names = "--name-en", description = "Its name in English.") String english,
            @Mixin LibraryDetails details)
            throws Exception {
        Optional<Language> own = Language.of(language);
        if (own.isEmpty() || name.isBlank()) {
            Output.say(own.isEmpty() ? "--language is kk, ru or en" : "the library’s name is missing");
            return ExitCode.WRONG_USAGE;
        }
        Map<Language, String> names = new EnumMap<>(Language.class);
        put(names, Language.RU, russian);
        put(names, Language.EN, english);
        names.put(own.get(), name.strip());
        try (Ortaq ortaq = workplace.open()) {
            Registry registry = ortaq.stores().registry();
            String id = Registration.id(name, registry);
            Library described = new LibraryChecks(
                            registry::library, ortaq.builder().places())
                    .of(new Library(id, names, "", "", ""), details.typed());
            List<Source> made = new ArrayList<>();
            // Each is checked before the first is saved, so that a typing error leaves nothing half done.
            for (String source : orNone(sources)) {
                Source checked = Registration.source(id, source, orNone(options), registry);
                Registration.checkTable(checked.options(), ortaq.crosswalks());
            }
            registry.save(described);
            for (String source : orNone(sources)) {
                Source saved = Registration.source(id, source, orNone(options), registry);
                registry.save(saved);
                made.add(saved);
            }
            Output.json(Map.of(
                    "library", id, "sources", made.stream().map(Source::id).toList()));
            return ExitCode.DONE;
        } catch (Registration.Wrong e) {
            Output.say(String.valueOf(e.getMessage()));
            return ExitCode.WRONG_USAGE;
        }
    }

    @Command(name = "set", description = "Change what is known of a library; “--parent=” and the like take it back.")
    int set(
            @Parameters(paramLabel = "LIBRARY", description = "Its id.") String id,
            @Option(names = "--name-kk", description = "Its name in Kazakh.") String kazakh,
            @Option(names = "--name-ru", description = "Its name in Russian.") String russian,
            @Option(names = "--name-en", description = "Its name in English.") String english,
            @Mixin LibraryDetails details)
            throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            Registry registry = ortaq.stores().registry();
            Optional<Library> before = registry.library(id);
            if (before.isEmpty()) {
                Output.say("There is no library “" + id + "”; “ortaq library list” prints all.");
                return ExitCode.WRONG_USAGE;
            }
            Library known = before.get();
            Map<Language, String> names = new EnumMap<>(known.names());
            put(names, Language.KK, kazakh);
            put(names, Language.RU, russian);
            put(names, Language.EN, english);
            Library named = new Library(id, names, known.kind(), known.region(), known.contact(), known.standing());
            Library changed =
                    new LibraryChecks(registry::library, ortaq.builder().places()).of(named, details.typed());
            registry.save(changed);
            Output.json(LibraryJson.of(changed, ortaq.builder().places()));
            return ExitCode.DONE;
        } catch (Registration.Wrong e) {
            Output.say(String.valueOf(e.getMessage()));
            return ExitCode.WRONG_USAGE;
        }
    }

    @Command(name = "load", description = "Register, or bring up to date, the libraries of a file, with their sources.")
    int load(@Parameters(paramLabel = "FILE", description = "YAML; the operators’ guide shows one.") Path file)
            throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            Output.json(new LibraryFile(
                            ortaq.stores().registry(),
                            ortaq.crosswalks(),
                            ortaq.builder().places())
                    .load(file));
            return ExitCode.DONE;
        } catch (Registration.Wrong | SettingsException e) {
            Output.say(String.valueOf(e.getMessage()));
            return ExitCode.WRONG_USAGE;
        }
    }

    @Command(name = "list", description = "Print the libraries and their sources, one JSON object a line.")
    int list() throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            List<Source> sources = ortaq.stores().registry().sources();
            Map<String, Runs.InARow> failing = ortaq.stores().runs().failing();
            Places places = ortaq.builder().places();
            Comparator<Library> byName =
                    Comparator.comparing(library -> library.name(Language.KK), new KazakhCollation());
            for (Library library : ortaq.stores().registry().libraries().stream()
                    .sorted(byName)
                    .toList()) {
                Map<String, Object> json = LibraryJson.of(library, places);
                json.put(
                        "sources",
                        sources.stream()
                                .filter(source -> source.library().equals(library.id()))
                                .map(source -> SourceCommand.json(source, failing.get(source.id())))
                                .toList());
                Output.json(json);
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "remove", description = "Remove a library with its sources and records.")
    int remove(@Parameters(paramLabel = "LIBRARY", description = "Its id.") String id) throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            Registry registry = ortaq.stores().registry();
            if (registry.library(id).isEmpty()) {
                Output.say("There is no library “" + id + "”; “ortaq library list” prints all.");
                return ExitCode.WRONG_USAGE;
            }
            long deleted = 0;
            for (Source source : registry.sources()) {
                if (source.library().equals(id)) {
                    registry.setState(source.id(), Source.State.REMOVED);
                    deleted += ortaq.stores().records().deleteAll(source.id());
                }
            }
            registry.remove(id);
            new Harvesting(ortaq).index();
            Output.json(Map.of("library", id, "deleted", deleted));
            return ExitCode.DONE;
        }
    }

    private static void put(Map<Language, String> names, Language language, String name) {
        if (name != null && !name.isBlank()) {
            names.put(language, name.strip());
        }
    }

    /** picocli gives null for an option that was not typed. */
    private static List<String> orNone(List<String> typed) {
        return typed == null ? List.of() : typed;
    }
}
