package kz.ortaq.server.command;

import java.nio.file.Path;
import java.util.Optional;
import kz.ortaq.config.Language;
import kz.ortaq.records.CuratedList;
import kz.ortaq.server.catalogue.ListedWorks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ortaq lists}: what libraries recommend. */
@Command(name = "lists", description = "Make, print and remove lists of works that libraries recommend.")
public final class ListsCommand extends Group {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_NOTE = 2_000;

    private final Workplace workplace;

    public ListsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Command(
            name = "add",
            description = "Make a list of the works in a file, in place of the library’s list of the same title.")
    int add(
            @Parameters(paramLabel = "LIBRARY", description = "The library’s id.") String library,
            @Parameters(paramLabel = "TITLE", description = "What the list is called.") String title,
            @Parameters(
                            paramLabel = "FILE",
                            description =
                                    "Lines in UTF-8: a title, “author title”, ISBN, work’s id or SOURCE:IDENTIFIER,"
                                            + " and behind a semicolon a note.")
                    Path file,
            @Option(names = "--language", defaultValue = "kk", description = "Of title and notes: kk, ru or en.")
                    String language,
            @Option(names = "--note", defaultValue = "", description = "What the list is.") String note)
            throws Exception {
        if (Language.of(language).isEmpty()
                || title.isBlank()
                || title.length() > LONGEST_TITLE
                || note.length() > LONGEST_NOTE) {
            Output.say("--language is kk, ru or en; a title has 1 to " + LONGEST_TITLE + " characters, a note at most "
                    + LONGEST_NOTE);
            return ExitCode.WRONG_USAGE;
        }
        try (Ortaq ortaq = workplace.open()) {
            if (ortaq.stores().registry().library(library).isEmpty()) {
                Output.say("There is no library “" + library + "”; “ortaq library list” prints all.");
                return ExitCode.WRONG_USAGE;
            }
            ListReading.Read read = ListReading.of(ortaq, file);
            if (!read.faults().isEmpty() || read.entries().isEmpty()) {
                read.faults().forEach(Output::say);
                Output.say("The list was not made: each line must find one work.");
                return ExitCode.FAILED;
            }
            CuratedList list = CuratedList.of(library, title.strip(), language, note.strip(), read.entries());
            ortaq.stores().lists().save(list);
            Output.data(list.id());
            return ExitCode.DONE;
        }
    }

    @Command(name = "print", description = "Print the lists of a library, or of all, one JSON object a line.")
    int print(
            @Parameters(paramLabel = "LIBRARY", arity = "0..1", defaultValue = "", description = "The library’s id.")
                    String library)
            throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            if (!library.isEmpty() && ortaq.stores().registry().library(library).isEmpty()) {
                Output.say("There is no library “" + library + "”; “ortaq library list” prints all.");
                return ExitCode.FAILED;
            }
            ListedWorks lists = new ListedWorks(ortaq.stores(), ortaq.builder());
            for (CuratedList head : ortaq.stores().lists().ofLibrary(library)) {
                lists.list(head.id()).ifPresent(Output::json);
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "remove", description = "Take a list away.")
    int remove(@Parameters(paramLabel = "ID") String id) throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            Optional<CuratedList> list = ortaq.stores().lists().list(id);
            if (list.isPresent() && !list.get().source().isEmpty()) {
                Output.say("The list “" + list.get().title() + "” is harvested from "
                        + list.get().source() + "; it goes when it is gone there.");
                return ExitCode.WRONG_USAGE;
            }
            if (!ortaq.stores().lists().remove(id)) {
                Output.say("There is no list “" + id + "”; “ortaq lists print” prints all.");
                return ExitCode.WRONG_USAGE;
            }
            return ExitCode.DONE;
        }
    }
}
