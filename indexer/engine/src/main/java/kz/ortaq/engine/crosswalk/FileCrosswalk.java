package kz.ortaq.engine.crosswalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Pattern;
import kz.ortaq.config.Reason;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.FullText;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.ResourceKind;

/**
 * Makes a record of a document in a folder: what a sheet beside it says, else what the document says of itself where
 * that can be believed, else what its file name and folder say.
 */
final class FileCrosswalk implements Crosswalk {

    /** The format of records that stand for a file. */
    static final String FORMAT = "file";

    // Titles and authors that programs and templates fill in by themselves.
    private static final Pattern GENERIC = Pattern.compile(
            "(?iU)^(microsoft (word|powerpoint|excel)\\b.*|(документ|құжат|document|untitled|без имени|презентация|"
                    + "presentation|powerpoint|слайд|slide|титул|аты жоқ)\\W*\\d*.*|.*\\.(docx?|pdf|pptx?|indd|cdr))$");
    private static final Pattern NOBODY =
            Pattern.compile("(?iU)^(admin.*|administrator|user\\d*|пользователь.*|windows.*|home|pc|unknown|\\W*)$");
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vocabulary vocabulary;
    private final TableCrosswalk rows;

    /** @param rows maps the row of a sheet */
    FileCrosswalk(Vocabulary vocabulary, TableCrosswalk rows) {
        this.vocabulary = vocabulary;
        this.rows = rows;
    }

    @Override
    public Mapped map(RawRecord raw, List<FullText> texts) throws RecordRejected {
        RecordBuilder builder = new RecordBuilder(vocabulary, raw.id().identifier());
        JsonNode payload = payload(raw);
        JsonNode described = payload.path("described");
        if (!described.isMissingNode()) {
            rows.fill(rows.read(row(raw, described)), builder);
        }
        String path = raw.place();
        String name = ENDING.matcher(path.substring(path.lastIndexOf('/') + 1))
                .replaceAll("")
                .replace('_', ' ')
                .strip();
        for (FullText text : texts) {
            if (described.path("title").isEmpty()) {
                add(builder, "title", "", text, "title", GENERIC);
            }
            if (described.path("creator").isEmpty()) {
                add(builder, "contributor", "creator", text, "author", NOBODY);
            }
            for (String part : List.of("identifier", "publisher", "series")) {
                if (described.path(part).isEmpty()) {
                    add(builder, part, "", text, part, GENERIC);
                }
            }
            if (described.path("date").isEmpty()) {
                add(builder, "date", "", text, "published", GENERIC);
            }
            add(builder, "description", "", text, "description", GENERIC);
            add(builder, "subject", "", text, "subject", GENERIC);
            if (!text.language().isEmpty() && described.path("language").isEmpty()) {
                builder.add("language", "", new BibRecord.Value(text.language(), "", "text"));
            }
        }
        if (described.path("title").isEmpty()) {
            builder.add("title", "", new BibRecord.Value(name.isBlank() ? path : name, "", "file name"));
        }
        if (described.path("kind").isEmpty()) {
            builder.add("kind-hint", "", new BibRecord.Value(path, "", "path"));
        }
        return builder.build(ResourceKind.OTHER, payload.path("access").asText("library"));
    }

    private static JsonNode payload(RawRecord raw) throws RecordRejected {
        try {
            return JSON.readTree(raw.payload());
        } catch (JsonProcessingException e) {
            throw new RecordRejected(Reason.RECORD_BROKEN, raw.place(), e.getOriginalMessage());
        }
    }

    /** The row of the sheet as a record of its own. */
    private static RawRecord row(RawRecord raw, JsonNode described) {
        return new RawRecord(raw.id(), false, "sheet", "", List.of(), raw.place(), described.toString(), List.of());
    }

    private static void add(
            RecordBuilder builder, String to, String as, FullText text, String key, Pattern unbelievable) {
        for (String value : text.metadata().getOrDefault(key, List.of())) {
            String tidy = Tidy.tidy(value, "");
            if (!unbelievable.matcher(tidy).matches()) {
                builder.add(to, as, new BibRecord.Value(tidy, "", "document " + key));
            }
        }
    }
}
