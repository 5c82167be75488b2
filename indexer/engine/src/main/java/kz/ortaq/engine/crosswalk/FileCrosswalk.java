package kz.ortaq.engine.crosswalk;

import java.util.List;
import java.util.regex.Pattern;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.FullText;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.ResourceKind;

/**
 * Makes a record of a document in a folder: what the document says of itself where that can be believed, else what its
 * file name and folder say.
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

    private final Vocabulary vocabulary;

    FileCrosswalk(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public Mapped map(RawRecord raw, List<FullText> texts) {
        RecordBuilder builder = new RecordBuilder(vocabulary, raw.id().identifier());
        String path = raw.place();
        String name = ENDING.matcher(path.substring(path.lastIndexOf('/') + 1))
                .replaceAll("")
                .replace('_', ' ')
                .strip();
        for (FullText text : texts) {
            add(builder, "title", "", text, "title", GENERIC);
            add(builder, "contributor", "creator", text, "author", NOBODY);
            add(builder, "description", "", text, "description", GENERIC);
            add(builder, "subject", "", text, "subject", GENERIC);
            if (!text.language().isEmpty()) {
                builder.add("language", "", new BibRecord.Value(text.language(), "", "text"));
            }
        }
        builder.add("title", "", new BibRecord.Value(name.isBlank() ? path : name, "", "file name"));
        builder.add("kind-hint", "", new BibRecord.Value(path, "", "path"));
        return builder.build(ResourceKind.OTHER, "library");
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
