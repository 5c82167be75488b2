package kz.ortaq.engine.text;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;
import org.jspecify.annotations.Nullable;

/** An answer as it comes over the pipe. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ExtractorAnswer(
        String mediaType,
        String language,
        Map<String, List<String>> metadata,
        List<FullText.Page> pages,
        @Nullable Fault problem) {

    /** What the extractor found wrong: the code of a {@link Reason}, and what the message quotes. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Fault(String code, String detail) {}

    ExtractorAnswer {
        metadata = Map.copyOf(metadata);
        pages = List.copyOf(pages);
    }

    /** The answer in our nouns, about the file of that name. */
    Extraction extraction(String name) {
        return new Extraction(
                new FullText(mediaType, language, metadata, pages),
                Optional.ofNullable(problem).map(fault -> problem(fault, name)),
                0);
    }

    /** The same with other pages. */
    ExtractorAnswer with(List<FullText.Page> others) {
        return new ExtractorAnswer(mediaType, language, metadata, others, problem);
    }

    /** The answer in our nouns, with what kept it from becoming more. */
    Extraction extraction(Reason reason, String name, String value) {
        return new Extraction(
                new FullText(mediaType, language, metadata, pages), Optional.of(problem(reason, name, value)), 0);
    }

    /** No text, for a reason. */
    static Extraction failed(Reason reason, String name, String value) {
        return new Extraction(FullText.NONE, Optional.of(problem(reason, name, value)), 0);
    }

    private static Problem problem(Fault fault, String name) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.code().equals(fault.code()))
                .findFirst()
                .map(reason -> problem(reason, name, fault.detail()))
                .orElseGet(() -> problem(Reason.DOCUMENT_BROKEN, name, fault.code() + ": " + fault.detail()));
    }

    private static Problem problem(Reason reason, String name, String value) {
        Severity severity = switch (reason) {
            case DOCUMENT_CUT,
                    DOCUMENT_ARCHIVE_BOUND,
                    DOCUMENT_NEEDS_PROGRAM,
                    DOCUMENT_WITHOUT_TEXT,
                    DOCUMENT_NEEDS_OCR,
                    DOCUMENT_OCR_UNFINISHED -> Severity.WARNING;
            default -> Severity.ERROR;
        };
        return new Problem(reason, severity, Stage.TEXT, "", name, value);
    }
}
