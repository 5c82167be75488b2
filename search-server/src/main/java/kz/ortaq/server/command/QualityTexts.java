package kz.ortaq.server.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.Language;
import kz.ortaq.engine.quality.CollectionQuality;
import kz.ortaq.engine.quality.CollectionQuality.Judged;
import kz.ortaq.engine.quality.RecordQuality;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Qualities;
import kz.ortaq.records.store.StoredRecord;

/** How good records are, as a librarian reads it and as JSON. */
final class QualityTexts {

    private static final int CHANGES = 3;
    private static final int EXAMPLES = 3;
    private static final double TENTHS = 10;

    private QualityTexts() {}

    /** What is said of the records of some sources: the score, and the changes that would help most. */
    static List<String> lines(Ortaq ortaq, Collection<String> sources, Language reader)
            throws IOException, InterruptedException {
        Qualities store = ortaq.stores().qualities();
        CollectionQuality quality = CollectionQuality.of(store, sources);
        List<String> lines = new ArrayList<>();
        if (quality.records() == 0) {
            return lines;
        }
        lines.add(ReportWords.word(
                "quality",
                reader,
                Map.of("score", String.valueOf(Math.round(quality.score())), "records", "" + quality.records())));
        for (Judged change : quality.changes(CHANGES)) {
            lines.add("  +" + Math.round(change.gain()) + "  " + change.message(reader));
            lines.add("    " + change.remedy(reader));
            List<String> examples = new ArrayList<>();
            for (RecordId id : change.examples(store, sources, EXAMPLES)) {
                examples.add(named(ortaq, id));
            }
            lines.add("    "
                    + ReportWords.word("quality-examples", reader, Map.of("records", String.join(", ", examples))));
        }
        return lines;
    }

    /** The same for a program, with all criteria. */
    static Map<String, Object> json(Qualities store, Collection<String> sources) {
        CollectionQuality quality = CollectionQuality.of(store, sources);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("records", quality.records());
        json.put("score", rounded(quality.score()));
        json.put(
                "changes",
                quality.changes(CHANGES).stream()
                        .map(change -> change(change, store, sources))
                        .toList());
        json.put("criteria", quality.criteria().stream().map(QualityTexts::json).toList());
        return json;
    }

    /** What a record is worth, and what it lacks. */
    static Map<String, Object> json(RecordQuality quality) {
        return Map.of(
                "score",
                rounded(quality.score()),
                "lacking",
                quality.lacks().stream()
                        .map(criterion -> criterion.reason().code())
                        .toList());
    }

    /** A record as its librarian knows it: its title, and where it stands in a file, else its identifier. */
    private static String named(Ortaq ortaq, RecordId id) throws IOException, InterruptedException {
        Optional<StoredRecord> stored = ortaq.stores().records().find(id);
        if (stored.isEmpty()) {
            return id.identifier();
        }
        boolean ofFile = ortaq.stores()
                .registry()
                .source(id.source())
                .filter(source -> source.kind() == SourceKind.SHEET || source.kind() == SourceKind.FOLDER)
                .isPresent();
        String place = ofFile ? stored.get().raw().place() : id.identifier();
        return ortaq.builder()
                .read(stored.get())
                .record()
                .map(record -> "«" + record.title() + "» (" + place + ")")
                .orElse(place);
    }

    private static Map<String, Object> json(Judged judged) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", judged.criterion().reason().code());
        json.put("weight", judged.criterion().weight());
        json.put("expected", judged.expected());
        json.put("lacking", judged.lacking());
        json.put("gain", rounded(judged.gain()));
        return json;
    }

    private static Map<String, Object> change(Judged change, Qualities store, Collection<String> sources) {
        Map<String, Object> json = json(change);
        Map<String, String> message = new LinkedHashMap<>();
        Map<String, String> remedy = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            message.put(language.code(), change.message(language));
            remedy.put(language.code(), change.remedy(language));
        }
        json.put("message", message);
        json.put("remedy", remedy);
        json.put(
                "examples",
                change.examples(store, sources, EXAMPLES).stream()
                        .map(id -> String.format(Locale.ROOT, "%s:%s", id.source(), id.identifier()))
                        .toList());
        return json;
    }

    private static double rounded(double points) {
        return Math.round(points * TENTHS) / TENTHS;
    }
}
