package kz.ortaq.records;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a resource is, for the person who looks for it. */
public enum ResourceKind {
    TEXTBOOK,
    BOOK,
    CHAPTER,
    ARTICLE,
    METHODICAL_WORK,
    THESIS,
    PERIODICAL,
    REFERENCE_LIST,
    VIDEO,
    AUDIO,
    IMAGE,
    MAP,
    COURSE,
    EVENT,
    CONTEST,
    TEST,
    LOCAL_HISTORY_SITE,
    OTHER;

    /** The kind as addresses, facets and JSON write it: {@code methodical-work}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
