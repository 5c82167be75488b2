package kz.ortaq.harvesters.oai;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mends what stands in the metadata of a record: XML wrapped up as text, and a first element without its namespace. */
final class MetadataMending {

    private static final Pattern METADATA = Pattern.compile("<((?:[\\w.-]+:)?metadata)(?=[\\s>])[^<>]{0,1000}+>");
    private static final Pattern BEFORE_ROOT =
            Pattern.compile("\\s*+(?:(?:<!--[^>]{0,1000}+>|<\\?[^>]{0,1000}+>)\\s*+){0,20}+");
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private MetadataMending() {}

    /** The record with its metadata unwrapped, where that is XML in a CDATA section, or XML escaped into text. */
    static Optional<String> unwrap(String record) {
        Matcher start = METADATA.matcher(record);
        if (!start.find()) {
            return Optional.empty();
        }
        int end = record.lastIndexOf("</" + start.group(1));
        if (end < start.end()) {
            return Optional.empty();
        }
        String wrapped = record.substring(start.end(), end).strip();
        String xml = wrapped.startsWith(CDATA) && wrapped.endsWith(CDATA_END)
                ? wrapped.substring(CDATA.length(), wrapped.length() - CDATA_END.length())
                        .replace(CDATA_END + CDATA, "")
                : Entities.decode(wrapped);
        return xml.strip().startsWith("<") && !xml.equals(wrapped)
                ? Optional.of(record.substring(0, start.end()) + xml + record.substring(end))
                : Optional.empty();
    }

    /** The record with the namespace that the name of its metadata's first element tells of. */
    static Optional<String> name(String record) {
        Matcher metadata = METADATA.matcher(record);
        if (!metadata.find()) {
            return Optional.empty();
        }
        Matcher before = BEFORE_ROOT.matcher(record).region(metadata.end(), record.length());
        int at = before.lookingAt() ? before.end() : metadata.end();
        Optional<StartTag> root = StartTag.at(record, at);
        if (root.isEmpty() || root.get().namespaces().containsKey("")) {
            return Optional.empty();
        }
        String name = root.get().name();
        Optional<String> namespace = KnownNamespaces.ofRoot(name).filter(known -> isOf(known, record));
        return namespace.flatMap(known -> known.equals(KnownNamespaces.OAI_DC)
                ? dublinCore(record, at, metadata.group(1))
                : Optional.of(inserted(record, at, name, " xmlns=\"" + known + '"')));
    }

    /** Whether a record is what its name says: many a format calls its first element record. */
    private static boolean isOf(String namespace, String record) {
        return !namespace.equals(KnownNamespaces.MARC)
                || record.contains("<datafield")
                || record.contains("<controlfield");
    }

    /** The element {@code dc} is of OAI-PMH, those within it are Dublin Core's. */
    private static Optional<String> dublinCore(String record, int at, String metadata) {
        int end = record.lastIndexOf("</dc", record.lastIndexOf("</" + metadata));
        if (end < at) {
            return Optional.empty();
        }
        String closed = record.substring(0, end) + "</oai_dc:dc" + record.substring(end + "</dc".length());
        String opened = closed.substring(0, at) + "<oai_dc:dc" + closed.substring(at + "<dc".length());
        return Optional.of(inserted(
                opened,
                at,
                "oai_dc:dc",
                " xmlns:oai_dc=\"" + KnownNamespaces.OAI_DC + "\" xmlns=\"" + KnownNamespaces.DC + '"'));
    }

    private static String inserted(String record, int at, String name, String declarations) {
        int behind = at + 1 + name.length();
        return record.substring(0, behind) + declarations + record.substring(behind);
    }
}
