package kz.ortaq.server.command;

import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.ortaq.engine.quality.RecordQuality;
import kz.ortaq.engine.run.RecordReading;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Library;
import kz.ortaq.records.store.StoredRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ortaq records}: what is stored, one JSON object a line. */
@Command(name = "records", description = "Print stored records, one JSON object a line.")
public final class RecordsCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Option(names = "--source", description = "Of this source alone.", defaultValue = "")
    private String source = "";

    @Option(
            names = "--raw",
            description =
                    "With what the source sent instead of the record as mapped; where that had to be read first (an old"
                            + " charset, a mended record), the bytes that were sent are beside it as “original”, in base64.")
    private boolean raw;

    public RecordsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            ortaq.sayWhereEmpty();
            if (!source.isEmpty() && ortaq.stores().registry().source(source).isEmpty()) {
                Output.say("There is no source “" + source + "”; “ortaq library list” prints all.");
                return ExitCode.WRONG_USAGE;
            }
            Map<String, String> names = new LinkedHashMap<>();
            for (Library library : ortaq.stores().registry().libraries()) {
                names.put(library.id(), library.name(Output.language()));
            }
            try {
                ortaq.stores().records().forEach(source, record -> Output.json(json(ortaq, names, record)));
            } catch (Stopped e) {
                throw e.why;
            }
            return ExitCode.DONE;
        }
    }

    private Map<String, Object> json(Ortaq ortaq, Map<String, String> names, StoredRecord stored) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("library", names.getOrDefault(stored.library(), stored.library()));
        json.put("source", stored.raw().id().source());
        json.put("identifier", stored.raw().id().identifier());
        json.put("place", stored.raw().place());
        json.put("deleted", stored.raw().deleted());
        json.put("format", stored.raw().format());
        json.put("datestamp", stored.raw().datestamp());
        json.put("sets", stored.raw().sets());
        json.put("documents", stored.raw().documents());
        json.put("edition", stored.edition());
        json.put("work", stored.work());
        if (raw) {
            json.put("raw", stored.raw().payload());
            if (stored.raw().original().length() > 0) {
                byte[] original = stored.raw().original().toArray();
                json.put("original", Base64.getEncoder().encodeToString(original));
            }
        } else {
            addMapped(ortaq, stored, json);
        }
        return json;
    }

    private static void addMapped(Ortaq ortaq, StoredRecord stored, Map<String, Object> json) {
        json.put("record", null);
        if (stored.raw().deleted()) {
            return;
        }
        try {
            RecordReading.Read read = ortaq.builder().read(stored);
            read.record().ifPresent(mapped -> {
                json.put("record", mapped);
                json.put("quality", QualityTexts.json(quality(ortaq, read, mapped)));
            });
        } catch (IOException | InterruptedException e) {
            throw new Stopped(e);
        }
    }

    /** With what came of the record's addresses, as the score of its library has it. */
    private static RecordQuality quality(Ortaq ortaq, RecordReading.Read read, BibRecord mapped) {
        RecordQuality quality = read.quality(mapped);
        boolean broken = !mapped.links().isEmpty()
                && ortaq.stores().qualities().hasBrokenLink(read.stored().raw().id());
        return broken ? quality.withBrokenLink() : quality;
    }

    /** Carries a failure through a consumer. */
    private static final class Stopped extends RuntimeException {

        private final Exception why;

        Stopped(Exception why) {
            super(why);
            this.why = why;
        }
    }
}
