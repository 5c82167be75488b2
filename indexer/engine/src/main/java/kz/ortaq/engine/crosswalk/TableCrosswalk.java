package kz.ortaq.engine.crosswalk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.ortaq.config.Reason;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.FullText;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.ResourceKind;

/** Maps records as a {@link CrosswalkTable} says. */
final class TableCrosswalk implements Crosswalk {

    private static final String WHOLE = ".";

    private final CrosswalkTable table;
    private final Vocabulary vocabulary;

    TableCrosswalk(CrosswalkTable table, Vocabulary vocabulary) {
        this.table = table;
        this.vocabulary = vocabulary;
    }

    /** Reads the fields of a record, for any table of the same notation. */
    Node read(RawRecord raw) throws RecordRejected {
        return table.notation().read(raw);
    }

    @Override
    public Mapped map(RawRecord raw, List<FullText> texts) throws RecordRejected {
        return map(raw, read(raw));
    }

    /** Maps a record whose fields were read. */
    Mapped map(RawRecord raw, Node fields) throws RecordRejected {
        RecordBuilder builder = new RecordBuilder(vocabulary, raw.id().identifier());
        String missing = fill(fields, builder);
        if (!builder.hasTitle()) {
            throw new RecordRejected(Reason.NO_TITLE, missing, "");
        }
        if (!missing.isEmpty()) {
            // A variant title stands in for the main one, which the library should still fill in.
            builder.warn(Reason.NO_TITLE, missing, "");
        }
        return builder.build(ResourceKind.OTHER, "");
    }

    /** Adds what a record says; the answer names the field of the main title where that is empty. */
    String fill(Node fields, RecordBuilder builder) {
        String titles = "";
        String missing = "";
        for (CrosswalkTable.Rule rule : table.rules()) {
            if (rule.to().equals(RecordParts.TITLE)) {
                if (titles.isEmpty()) {
                    titles = rule.from();
                } else if (!builder.hasTitle()) {
                    missing = titles;
                }
            }
            if (rule.otherwise() && builder.has(rule.to())) {
                continue;
            }
            for (Selection.Found found : rule.field().find(fields, fields)) {
                if (rule.when().isEmpty() || rule.when().get().holds(fields, found.node())) {
                    add(rule, fields, found, builder);
                }
            }
        }
        return builder.hasTitle() ? missing : titles;
    }

    private static void add(CrosswalkTable.Rule rule, Node fields, Selection.Found found, RecordBuilder builder) {
        BibRecord.Value value = found.value();
        if (!rule.parts().isEmpty()) {
            Map<String, String> parts = new TreeMap<>();
            rule.parts().forEach((part, places) -> {
                String text = text(rule, fields, found, places);
                if (!text.isBlank()) {
                    parts.put(part, text);
                }
            });
            // Of what stands side by side in the record itself, the parts tell the origin.
            String from = value.from().equals(WHOLE) ? String.join(" + ", parts.keySet()) : value.from();
            builder.add(rule.to(), rule.as(), parts, new BibRecord.Value(value.text(), value.language(), from));
            return;
        }
        for (String text : rule.text().values(value.text())) {
            builder.add(rule.to(), rule.as(), new BibRecord.Value(text, value.language(), value.from()));
        }
    }

    /** What the first of these places says that says anything. */
    private static String text(CrosswalkTable.Rule rule, Node fields, Selection.Found found, List<Selection> places) {
        for (Selection place : places) {
            List<Selection.Found> parts = place.find(fields, found.node());
            String text = parts.stream()
                    .flatMap(part -> rule.text().values(part.text()).stream())
                    .filter(one -> !one.isBlank())
                    .collect(Collectors.joining(rule.join()));
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
