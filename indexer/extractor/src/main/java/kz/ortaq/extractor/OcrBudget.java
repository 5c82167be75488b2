package kz.ortaq.extractor;

import kz.ortaq.extractor.ocr.OcrBounds;

/** What is left of the pages and the time that one file's pictures may take, archives and all. */
final class OcrBudget {

    private final OcrBounds bounds;
    private int read;
    private boolean begun;
    private long end;

    OcrBudget(OcrBounds bounds) {
        this.bounds = bounds;
    }

    OcrBounds bounds() {
        return bounds;
    }

    /** Whether one more page may be read. Only with the first does the time begin. */
    boolean allowsOneMore() {
        if (!bounds.canRead() || read >= bounds.pages()) {
            return false;
        }
        if (!begun) {
            begun = true;
            end = System.nanoTime() + bounds.seconds() * 1_000_000_000L;
        }
        return System.nanoTime() < end;
    }

    /** A page was tried, with or without success. */
    void spend() {
        read++;
    }
}
