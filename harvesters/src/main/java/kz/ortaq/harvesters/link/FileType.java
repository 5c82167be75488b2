package kz.ortaq.harvesters.link;

import java.util.Locale;

/** What a fetched file is, by its content: its media type, and how its name ends. */
enum FileType {
    PDF("application/pdf", "pdf"),
    EPUB("application/epub+zip", "epub"),
    FB2("application/x-fictionbook+xml", "fb2"),
    FB2_ZIP("application/x-zip-compressed-fb2", "fb2.zip"),
    DJVU("image/vnd.djvu", "djvu"),
    RTF("application/rtf", "rtf"),
    OLE("application/msword", "doc"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    TEXT("text/plain", "txt"),
    HTML("text/html", "html"),
    XML("application/xml", "xml"),
    JSON("application/json", "json"),
    ZIP("application/zip", "zip"),
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    TIFF("image/tiff", "tif"),
    OTHER("application/octet-stream", "bin"),
    NOTHING("0 bytes", "");

    private static final int LONGEST_NAME = 200;

    private final String type;
    private final String ending;

    FileType(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    String type() {
        return type;
    }

    /** A name for a file of this type: {@code download} becomes {@code download.pdf}. */
    String named(String name) {
        String given = name.isBlank() ? "document" : name;
        if (given.length() > LONGEST_NAME) {
            given = given.substring(given.length() - LONGEST_NAME);
        }
        return given.toLowerCase(Locale.ROOT).matches(".*\\.[a-z0-9]{2,5}") ? given : given + "." + ending;
    }
}
