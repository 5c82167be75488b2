package kz.ortaq.engine.text;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.ortaq.config.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator is told once a process: what this system lacks, and what having it would add. Thread-safe. */
final class OperatorNotices {

    private static final Logger LOG = LoggerFactory.getLogger(TextExtractor.class);
    private static final AtomicBoolean OPEN = new AtomicBoolean();
    private static final AtomicBoolean MISSING = new AtomicBoolean();

    private OperatorNotices() {}

    /** Tells what a child is not kept from. */
    static void open(ExtractorPipe.Greeting greeting) {
        List<String> open = List.of("files", "network").stream()
                .filter(what -> !greeting.confined().contains(what))
                .toList();
        if (!open.isEmpty() && OPEN.compareAndSet(false, true)) {
            LOG.warn(
                    "This system does not keep the processes that read documents from {}; a Linux kernel with Landlock"
                            + " and seccomp does. Their parsers are told to fetch nothing, as everywhere.",
                    String.join(" and ", open));
        }
    }

    /** Tells what Tesseract would add, once a document has wanted it. */
    static void missing(ExtractorAnswer answer, Ocr ocr) {
        ExtractorAnswer.Fault fault = answer.problem();
        if (fault != null
                && fault.code().equals(Reason.DOCUMENT_NEEDS_OCR.code())
                && MISSING.compareAndSet(false, true)) {
            ocr.advice().ifPresent(LOG::warn);
        }
    }
}
