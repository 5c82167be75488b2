package kz.ortaq.extractor;

import java.io.IOException;
import kz.ortaq.extractor.ocr.OcrBounds;

/** What is left of the pages and the time that one file's pictures may take, archives and all. */
final class OcrBudget {

    private final OcrBounds bounds;
    private final Progress progress;
    private int read;
    private boolean begun;
    private long end;

    OcrBudget(OcrBounds bounds, Progress progress) {
        this.bounds = bounds;
        this.progress = progress;
    }

    OcrBounds bounds() {
        return bounds;
    }

    /** Whether one more page may be read. Only with the first does the time begin; what is known then is told. */
    boolean allowsOneMore(Answer soFar) throws IOException {
        if (!bounds.canRead() || read >= bounds.pages()) {
            return false;
        }
        if (!begun) {
            begun = true;
            end = System.nanoTime() + bounds.seconds() * 1_000_000_000L;
            progress.soFar(soFar);
        }
        return System.nanoTime() < end;
    }

    /** A page was tried, with or without success. */
    void spend(Answer.Page page) throws IOException {
        read++;
        progress.read(page);
    }
}
