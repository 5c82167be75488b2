package kz.ortaq.config;

import java.util.EnumMap;
import java.util.Map;

/**
 * Why something is a problem: a stable code, with a message and a remedy in three languages.
 *
 * <p>The texts stand in one table, {@code reasons.yaml} beside this class, so that a librarian can read and argue
 * about them; {@code {value}} and {@code {field}} in a text are filled in from the problem at hand.
 */
public enum Reason {
    // A source that cannot be reached, or does not speak as it should.
    ADDRESS_FORBIDDEN,
    ADDRESS_UNREACHABLE,
    ADDRESS_UNKNOWN,
    ADDRESS_WRONG,
    HTTP_STATUS,
    ANSWER_EMPTY,
    ANSWER_TOO_LARGE,
    NOT_OAI,
    OAI_ERROR,
    FORMAT_NOT_OFFERED,
    SET_NOT_OFFERED,
    IDENTIFY_FAILED,
    PAGE_BROKEN,
    PAGE_TRUNCATED,
    TOKEN_EXPIRED,
    TOKEN_REPEATED,
    TOKEN_TOO_LONG,
    CLOCK_AHEAD,
    FOLDER_MISSING,
    FOLDER_TOO_LARGE,
    FILE_UNREADABLE,
    FILE_EMPTY,
    RUN_INTERRUPTED,
    RUN_HELD,
    // An OAI-PMH endpoint that is not as it says, or does not keep to the protocol.
    IDENTIFY_INCOMPLETE,
    GRANULARITY_DIFFERS,
    DELETIONS_DIFFER,
    EARLIEST_DIFFERS,
    FORMAT_NOT_GIVEN,
    WINDOW_IGNORED,
    SLICE_SKIPPED,
    LIST_INCOMPLETE,
    LISTS_NOT_COMPARED,
    RECORDS_VANISHED,
    RECORD_NOT_GIVEN,
    BUDGET_SPENT,
    // What a look before the registration may meet.
    NOT_RECOGNISED,
    ENDPOINT_BESIDE,
    FEED_BESIDE,
    NOT_A_FEED,
    FEED_MENDED,
    FEED_CIRCLE,
    FEED_CUT,
    NOT_A_CHANNEL,
    TELEGRAM_BROKEN,
    MESSAGES_SKIPPED,
    SOCIAL_NETWORK,
    ROBOTS_FORBID,
    ROBOTS_UNREACHABLE,
    SITE_CUT,
    SITE_TRAP,
    SITE_NOTHING,
    PAGE_DATA_BROKEN,
    SITEMAP_BROKEN,
    // A sheet, or a row or cell of it.
    SHEET_OLD_FORMAT,
    SHEET_BROKEN,
    SHEET_TOO_LARGE,
    SHEET_TOO_WIDE,
    SHEET_HIDDEN,
    SHEET_WITHOUT_HEADINGS,
    SHEET_HEADING_UNKNOWN,
    SHEET_CHARSET_MENDED,
    SHEET_LETTERS_LOST,
    SHEET_QUOTES,
    SHEET_TITLE_MISSING,
    SHEET_VALUE_MENDED,
    SHEET_NUMBER_LOST,
    SHEET_CELL_FAULT,
    SHEET_KEY_REPEATED,
    SHEET_ROWS_ALIKE,
    SHEET_FILE_MISSING,
    SHEET_FILE_REPEATED,
    FILE_NOT_DESCRIBED,
    // A record that cannot be taken.
    RECORD_BROKEN,
    RECORD_TOO_LARGE,
    NO_IDENTIFIER,
    NO_METADATA,
    // A catalogue's export (MARC, IRBIS64): what was put right in it, and what could not be.
    MARC_NOT_RECOGNISED,
    MARC_RECORD_CUT,
    MARC_TEXT_BETWEEN,
    MARC_LENGTH_WRONG,
    MARC_DIRECTORY_WRONG,
    MARC_LEADER_BROKEN,
    MARC_TAG_WRONG,
    MARC_CHARSET_UNDECLARED,
    MARC_CHARACTERS_LOST,
    MARC_ENCODED_TWICE,
    MARC_NUMBER_REPEATED,
    MARC_RECORD_REPEATED,
    MARC_XML_MENDED,
    MARC_LINE_MENDED,
    IRBIS_XRF_BROKEN,
    ARCHIVE_TOO_LARGE,
    // What was mended while it was read.
    CHARSET_MENDED,
    PAGE_MENDED,
    RECORD_MENDED,
    RECORD_TWICE,
    // A record that was taken and cannot be mapped whole.
    FORMAT_UNKNOWN,
    CROSSWALK_MISSING,
    NO_TITLE,
    FIELD_TOO_LONG,
    LETTERS_MENDED,
    ISBN_WRONG,
    // What a record does not tell, of a whole library.
    LACKS_AUTHOR,
    LACKS_SUBJECT,
    LACKS_LANGUAGE,
    LACKS_YEAR,
    LACKS_KIND,
    LACKS_NUMBER,
    LACKS_PUBLISHER,
    LACKS_DESCRIPTION,
    LACKS_GRADE,
    LACKS_HOST,
    LACKS_WAY,
    LACKS_TEXT,
    LACKS_LINK,
    LACKS_TAKING_PART,
    // A document that a record points to, and that cannot be had.
    LIST_ENTRY_UNKNOWN,
    LIST_ENTRY_SEVERAL,
    LIST_TOO_LONG,
    LISTS_TOO_MANY,
    LIST_SET_UNKNOWN,
    LIST_EMPTY,
    LINK_ROBOTS,
    LINK_GONE,
    LINK_CLOSED,
    LINK_LOGIN,
    LINK_NOT_A_DOCUMENT,
    LINK_WITHOUT_DOCUMENT,
    LINK_UNSUPPORTED,
    LINK_TOO_LARGE,
    LINK_UNREACHABLE,
    // A document whose text cannot be had.
    DOCUMENT_EMPTY,
    DOCUMENT_BROKEN,
    DOCUMENT_ENCRYPTED,
    DOCUMENT_TIMED_OUT,
    DOCUMENT_OUT_OF_MEMORY,
    DOCUMENT_TOO_LARGE,
    DOCUMENT_UNSUPPORTED,
    DOCUMENT_WITHOUT_TEXT,
    DOCUMENT_CUT,
    DOCUMENT_ARCHIVE_BOUND,
    DOCUMENT_NEEDS_PROGRAM,
    DOCUMENT_NEEDS_OCR,
    DOCUMENT_OCR_UNFINISHED;

    private static final Map<Reason, Map<String, Object>> TEXTS = texts();
    private static final String PLACE = "{field}: ";

    /** The code as it stands in the API, the database and the table: {@code no-title}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** What happened, as one sentence, with the place and value of the problem filled in. */
    public String message(Language language, String field, String value) {
        return text("message", language, field, value);
    }

    /** What the library can do about it, as one or two sentences. */
    public String remedy(Language language, String field, String value) {
        return text("remedy", language, field, value);
    }

    private String text(String part, Language language, String field, String value) {
        if (!(TEXTS.get(this) instanceof Map<?, ?> parts)
                || !(parts.get(part) instanceof Map<?, ?> languages)
                || !(languages.get(language.code()) instanceof String text)) {
            throw new IllegalStateException(code() + " has no " + part + " in " + language.code());
        }
        return placed(text, field).replace("{field}", field).replace("{value}", value);
    }

    /** A message begins with its place; where a problem is of the whole source, it begins with what happened. */
    private static String placed(String text, String field) {
        if (!field.isEmpty() || !text.startsWith(PLACE)) {
            return text;
        }
        String rest = text.substring(PLACE.length());
        return rest.isEmpty() ? rest : rest.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + rest.substring(1);
    }

    @SuppressWarnings("unchecked")
    private static Map<Reason, Map<String, Object>> texts() {
        Map<String, Object> table = Tables.read("/kz/ortaq/config/reasons.yaml");
        Map<Reason, Map<String, Object>> texts = new EnumMap<>(Reason.class);
        for (Reason reason : values()) {
            if (table.get(reason.code()) instanceof Map<?, ?> parts) {
                texts.put(reason, (Map<String, Object>) parts);
            }
        }
        return texts;
    }
}
