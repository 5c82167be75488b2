package kz.ortaq.engine.query;

import java.util.List;

/** What a line of a result list says of a work. */
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
        List<String> sources,
        String access,
        List<String> links,
        boolean fullText) {}
