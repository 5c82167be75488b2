package kz.ortaq.server.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.ortaq.config.Language;
import kz.ortaq.records.Library;
import kz.ortaq.records.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ortaq quality}: how good the records of each library are, and what would help most. */
@Command(
        name = "quality",
        description = "Print how good the records of each library are, and the three changes that would help most.")
public final class QualityCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Parameters(paramLabel = "LIBRARY", description = "Ids of libraries; all when none is named.", arity = "0..*")
    private List<String> ids = new ArrayList<>();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Option(names = "--json", description = "One JSON object a library, with every criterion.")
    private boolean json;

    public QualityCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            ortaq.sayWhereEmpty();
            for (String id : ids) {
                if (ortaq.stores().registry().library(id).isEmpty()) {
                    Output.say("There is no library “" + id + "”; “ortaq library list” prints all.");
                    return ExitCode.WRONG_USAGE;
                }
            }
            List<Source> sources = ortaq.stores().registry().sources();
            for (Library library : ortaq.stores().registry().libraries()) {
                if (ids.isEmpty() || ids.contains(library.id())) {
                    List<String> own = sources.stream()
                            .filter(source -> source.library().equals(library.id()))
                            .map(Source::id)
                            .toList();
                    print(library, own, ortaq, language.language());
                }
            }
            return ExitCode.DONE;
        }
    }

    private void print(Library library, List<String> sources, Ortaq ortaq, Language reader)
            throws IOException, InterruptedException {
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("library", library.id());
            object.put("name", library.name(reader));
            object.putAll(QualityTexts.json(ortaq.stores().qualities(), sources));
            Output.json(object);
            return;
        }
        Output.data(library.name(reader) + " (" + library.id() + ")");
        List<String> lines = QualityTexts.lines(ortaq, sources, reader);
        if (lines.isEmpty()) {
            Output.data("  " + ReportWords.word("quality-nothing", reader, Map.of()));
        }
        lines.forEach(line -> Output.data("  " + line));
    }
}
