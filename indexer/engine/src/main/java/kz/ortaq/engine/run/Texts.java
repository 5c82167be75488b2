package kz.ortaq.engine.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.engine.text.Extraction;
import kz.ortaq.engine.text.TextExtractor;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;
import kz.ortaq.records.StoredDocument;
import kz.ortaq.records.store.DocumentStore;
import kz.ortaq.records.store.TextStore;

/** The texts of stored documents, each taken once and kept. Safe for use by many threads. */
public final class Texts {

    private final DocumentStore documents;
    private final TextStore texts;
    private final TextExtractor extractor;

    public Texts(DocumentStore documents, TextStore texts, TextExtractor extractor) {
        this.documents = documents;
        this.texts = texts;
        this.extractor = extractor;
    }

    /** The text of a document, and what was wrong with it, if anything was. */
    TextStore.Entry of(StoredDocument document) throws IOException, InterruptedException {
        Optional<TextStore.Entry> known = texts.find(document.hash(), TextExtractor.VERSION);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Path> file = documents.find(document.hash());
        if (file.isEmpty()) {
            return new TextStore.Entry(
                    FullText.NONE,
                    new Problem(
                            Reason.FILE_UNREADABLE, Severity.ERROR, Stage.TEXT, "", document.name(), document.hash()));
        }
        Extraction extraction = extractor.extract(file.get(), document.name());
        TextStore.Entry entry =
                new TextStore.Entry(extraction.text(), extraction.problem().orElse(null));
        texts.put(document.hash(), TextExtractor.VERSION, entry);
        return entry;
    }
}
