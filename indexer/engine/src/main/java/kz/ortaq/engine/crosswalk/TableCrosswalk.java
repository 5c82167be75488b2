package kz.ortaq.engine.crosswalk;

import java.util.List;
import java.util.regex.Pattern;
import kz.ortaq.config.Reason;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.FullText;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.ResourceKind;

/** Maps records as a {@link CrosswalkTable} says. */
final class TableCrosswalk implements Crosswalk {

    private final CrosswalkTable table;
    private final Vocabulary vocabulary;

    TableCrosswalk(CrosswalkTable table, Vocabulary vocabulary) {
        this.table = table;
        this.vocabulary = vocabulary;
    }

    @Override
    public Mapped map(RawRecord raw, List<FullText> texts) throws RecordRejected {
        RecordBuilder builder = new RecordBuilder(vocabulary, raw.id().identifier());
        String missing = fill(raw, builder);
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
    String fill(RawRecord raw, RecordBuilder builder) throws RecordRejected {
        Fields fields = table.reader().read(raw);
        String titles = "";
        String missing = "";
        for (CrosswalkTable.Rule rule : table.rules()) {
            if (rule.to().equals("title")) {
                if (titles.isEmpty()) {
                    titles = rule.from();
                } else if (!builder.hasTitle()) {
                    missing = titles;
                }
            }
            for (BibRecord.Value value : fields.values(rule)) {
                for (String part : split(value.text(), rule.split())) {
                    String tidy = Tidy.tidy(part, rule.clean());
                    String text = rule.words().isEmpty() ? tidy : rule.words().getOrDefault(tidy, "");
                    builder.add(rule.to(), rule.as(), new BibRecord.Value(text, value.language(), value.from()));
                }
            }
        }
        return builder.hasTitle() ? missing : titles;
    }

    private static List<String> split(String text, String divider) {
        return divider.isEmpty() ? List.of(text) : List.of(text.split(Pattern.quote(divider)));
    }
}
