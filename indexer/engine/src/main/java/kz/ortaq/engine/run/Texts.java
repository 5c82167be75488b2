package kz.ortaq.engine.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<Reason> BOUNDS = Set.of(
            Reason.DOCUMENT_TIMED_OUT,
            Reason.DOCUMENT_OUT_OF_MEMORY,
            Reason.DOCUMENT_CUT,
            Reason.DOCUMENT_OCR_UNFINISHED);
    private static final Set<Reason> UNREAD = Set.of(
            Reason.DOCUMENT_NEEDS_OCR,
            Reason.DOCUMENT_NEEDS_PROGRAM,
            Reason.DOCUMENT_WITHOUT_TEXT,
            Reason.DOCUMENT_UNSUPPORTED);

    private final DocumentStore documents;
    private final TextStore texts;
    private final TextExtractor extractor;

    public Texts(DocumentStore documents, TextStore texts, TextExtractor extractor) {
        this.documents = documents;
        this.texts = texts;
        this.extractor = extractor;
    }

    /** The text of a document, taken now where it was not yet, and what was wrong with it, if anything was. */
    TextStore.Entry of(StoredDocument document) throws IOException, InterruptedException {
        Optional<TextStore.Entry> stored =
                texts.find(document.hash(), TextExtractor.VERSION).filter(this::stands);
        if (stored.isPresent()) {
            return stored.get();
        }
        Optional<Path> file = documents.find(document.hash());
        if (file.isEmpty()) {
            Problem problem = new Problem(
                    Reason.FILE_UNREADABLE, Severity.ERROR, Stage.TEXT, "", document.name(), document.hash());
            return new TextStore.Entry(FullText.NONE, problem, extractor.limits());
        }
        Extraction extraction = extractor.extract(file.get(), document.name());
        TextStore.Entry entry =
                new TextStore.Entry(extraction.text(), extraction.problem().orElse(null), extractor.limits());
        texts.put(document.hash(), TextExtractor.VERSION, entry);
        return entry;
    }

    /** The text of a document as it was taken; none where it was not yet. */
    TextStore.Entry known(StoredDocument document) {
        return texts.find(document.hash(), TextExtractor.VERSION)
                .orElseGet(() -> new TextStore.Entry(FullText.NONE, null, ""));
    }

    /**
     * A document that met a bound is tried again once the bounds are others; one that wants a program, or has pages
     * that may be pictures, once there are more programs.
     */
    private boolean stands(TextStore.Entry entry) {
        Problem problem = entry.problem();
        boolean bound = problem != null && BOUNDS.contains(problem.reason());
        return !(bound && extractor.isBoundOtherwiseThan(entry.limits()))
                && !(mayHoldPictures(entry) && extractor.readsMoreThan(entry.limits()));
    }

    /** The programs that help to take texts, as one word. */
    String programs() {
        return extractor.programs();
    }

    /** Whether programs help now that did not where that word was written. */
    boolean readMoreThan(String programs) {
        return extractor.readsMoreThan(programs);
    }

    private static boolean mayHoldPictures(TextStore.Entry entry) {
        Problem problem = entry.problem();
        return (problem != null && UNREAD.contains(problem.reason()))
                || entry.text().pages().stream().anyMatch(page -> page.text().isEmpty());
    }
}
