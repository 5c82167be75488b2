package kz.ortaq.records;

import java.util.Locale;
import java.util.Optional;

/** How a source is harvested. */
public enum SourceKind {
    /** An OAI-PMH 2.0 endpoint. */
    OAI,
    /** MARC or IRBIS records in a file, a folder of files, or an export that an address serves. */
    MARC,
    /** Rows of a spreadsheet: a file, a folder of files, or an address. */
    SHEET,
    /** Documents under a folder. */
    FOLDER,
    /** The pages of a library's site. */
    SITE,
    /** News and videos: RSS, Atom, or the export of a channel. */
    FEED;

    /** The kind as it is typed and stored, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a code such as {@code oai}; empty for any other. */
    public static Optional<SourceKind> of(String code) {
        for (SourceKind kind : values()) {
            if (kind.code().equalsIgnoreCase(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
