package kz.ortaq.harvesters;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows a document that can be read for its text by its type or by the ending of its address. */
public final class DocumentTypes {

    private static final Pattern ENDING =
            Pattern.compile(".*\\.(?:pdf|docx?|odt|rtf|pptx?|odp|xlsx?|ods|epub|fb2|zip|djvu?|txt)(?:[?#].*)?");
    private static final Pattern TYPE = Pattern.compile(
            ".*(?:application/(?:pdf|epub|msword|rtf|vnd\\.(?:openxml|oasis|ms-)|x-fictionbook)|image/vnd\\.djvu|text/plain).*");

    /** Endings of a library's own files that can hold text for a reader; there a page is a document too. */
    private static final Set<String> FILES = Set.of(
            "pdf", "doc", "docx", "odt", "rtf", "ppt", "pptx", "odp", "xls", "xlsx", "ods", "epub", "fb2", "djvu",
            "djv", "zip", "html", "htm", "xhtml", "txt");

    private DocumentTypes() {}

    /** Whether a file in a folder of documents is one, by its name. */
    public static boolean isFile(String name) {
        return FILES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** @param type its media type as far as it is told; may be empty */
    public static boolean isDocument(String address, String type) {
        return TYPE.matcher(type).matches()
                || ENDING.matcher(address.toLowerCase(Locale.ROOT)).matches();
    }
}
