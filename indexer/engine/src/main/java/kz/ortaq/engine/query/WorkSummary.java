package kz.ortaq.engine.query;

import java.util.List;
import java.util.Objects;

/**
 * What a line of a result list says of a work.
 *
 * @param libraries some of those that have it, the first that had it foremost
 * @param held how many libraries have it
 * @param sources some of those that its records are from
 * @param partOf the journal or set that it is a part of, with issue and pages; empty where it stands alone
 */
public record WorkSummary(
        String id,
        String title,
        List<String> otherTitles,
        List<String> contributors,
        String kind,
        int year,
        List<String> languages,
        List<String> subjects,
        String description,
        List<String> libraries,
        int held,
        List<String> sources,
        String access,
        List<String> links,
        boolean fullText,
        String partOf) {

    public WorkSummary {
        // An index that an older release wrote does not say these.
        partOf = Objects.requireNonNullElse(partOf, "");
        held = Math.max(held, libraries.size());
    }
}
