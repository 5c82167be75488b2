package kz.ortaq.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsException;
import kz.ortaq.engine.text.TextExtractor;

/** Opens what a command works on, as the options before it say. */
public interface Workplace {

    /** The data folder where the command line names none. */
    Path DATA = Path.of("ortaq-data");

    /** Opens the data folder, and creates it where it is not there yet. */
    default Ortaq open() throws IOException, SettingsException {
        return open(DATA, List.of());
    }

    /**
     * Opens the data folder.
     *
     * @param folder the one to use where the command line names none
     * @param assignments settings of the command's own, {@code KEY=VALUE}, which those of the command line override
     */
    Ortaq open(Path folder, List<String> assignments) throws IOException, SettingsException;

    /** The settings alone, for a command that needs no data folder; none is created. */
    Settings settings() throws SettingsException;

    /** What looks at addresses and files without a data folder. */
    Probing probing() throws IOException, SettingsException;

    /** An extractor alone. */
    TextExtractor extractor(Settings settings);

    /** The folder of the program's own files. */
    Path programFolder();
}
