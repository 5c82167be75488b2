package kz.ortaq.server.command;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kz.ortaq.harvesters.sheet.SheetTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ortaq template}: writes the sheet that a library without a catalogue fills in. */
@Command(
        name = "template",
        description = "Write a sheet (XLSX) for a library to fill in: an inventory book and a textbook fund.")
public final class TemplateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Where to write it; a file that is there already is left alone.")
    private Path file = Path.of("");

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Override
    public Integer call() throws Exception {
        if (Files.exists(file)) {
            Output.say(file + " is there already; name another file.");
            return ExitCode.WRONG_USAGE;
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            SheetTemplate.write(language.language(), out);
        }
        Output.data(file.toString());
        return ExitCode.DONE;
    }
}
