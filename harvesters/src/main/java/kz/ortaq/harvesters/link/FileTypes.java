package kz.ortaq.harvesters.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells what a file is by its first bytes, and of an archive by the names in it. What a server says of it, and how the
 * address ends, is not believed: login pages are sent as application/pdf.
 */
final class FileTypes {

    private static final int LOOK = 1 << 16;
    private static final int BEGINNING = 1_024;
    private static final int MOST_NAMES = 2_000;

    /** By how a file begins, as ISO 8859-1 shows its bytes. */
    private static final Map<String, FileType> BEGINNINGS = Map.of(
            "{\\rtf", FileType.RTF,
            "AT&TFORM", FileType.DJVU,
            "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", FileType.OLE,
            "\u00FF\u00D8\u00FF", FileType.JPEG,
            "\u0089PNG", FileType.PNG,
            "GIF8", FileType.GIF,
            "II*\0", FileType.TIFF,
            "MM\0*", FileType.TIFF);

    private FileTypes() {}

    static FileType of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            String head = bytes(channel, 0);
            if (head.isEmpty()) {
                return FileType.NOTHING;
            }
            if (head.startsWith("PK\u0003\u0004")) {
                return archive(head, bytes(channel, Math.max(0, channel.size() - LOOK)));
            }
            // Readers look for the mark within the first 1,024 bytes (ISO 32000-1, annex H, note 13).
            if (head.substring(0, Math.min(BEGINNING, head.length())).contains("%PDF-")) {
                return FileType.PDF;
            }
            for (Map.Entry<String, FileType> beginning : BEGINNINGS.entrySet()) {
                if (head.startsWith(beginning.getKey())) {
                    return beginning.getValue();
                }
            }
            return text(head);
        }
    }

    /** The bytes from {@code from} on, as many as are looked at, one character a byte. */
    private static String bytes(FileChannel channel, long from) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LOOK);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0) {
            continue;
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }

    private static FileType text(String head) {
        String start = head.replaceFirst("^(?:\u00EF\u00BB\u00BF)?\\s*+", "").toLowerCase(Locale.ROOT);
        if (start.startsWith("<") && start.contains("<fictionbook")) {
            return FileType.FB2;
        }
        // A warning of the program that made it may stand in front of a page.
        String first = start.substring(0, Math.min(BEGINNING, start.length()));
        if (first.contains("<html") || first.contains("<!doctype html") || start.startsWith("<body")) {
            return FileType.HTML;
        }
        if (start.startsWith("<")) {
            return start.contains("<html") ? FileType.HTML : FileType.XML;
        }
        boolean wide = head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF"); // UTF-16
        if (!wide && head.chars().anyMatch(c -> c < '\t' || c > '\r' && c < ' ' && c != 0x1B)) {
            return FileType.OTHER;
        }
        return start.startsWith("{") || start.startsWith("[") ? FileType.JSON : FileType.TEXT;
    }

    /** Nothing is unpacked: an archive may be a bomb. */
    private static FileType archive(String head, String tail) {
        // EPUB and OpenDocument name themselves in a first file that is not compressed (OCF 3.3; ODF 1.3, part 2, 3.3).
        for (FileType type : List.of(FileType.EPUB, FileType.ODT, FileType.ODP, FileType.ODS)) {
            if (head.startsWith("mimetype" + type.type(), 30)) {
                return type;
            }
        }
        List<String> names = new ArrayList<>(names(head, "PK\u0003\u0004", 26, 30));
        names.addAll(names(tail, "PK\u0001\u0002", 28, 46));
        for (String name : names) {
            if (name.startsWith("word/")) {
                return FileType.DOCX;
            }
            if (name.startsWith("ppt/")) {
                return FileType.PPTX;
            }
            if (name.startsWith("xl/")) {
                return FileType.XLSX;
            }
            if (name.equals("META-INF/container.xml")) {
                return FileType.EPUB;
            }
            if (name.toLowerCase(Locale.ROOT).endsWith(".fb2")) {
                return FileType.FB2_ZIP;
            }
        }
        return FileType.ZIP;
    }

    /** The names of the files in an archive, by the marks in front of them (APPNOTE.TXT, 4.3.7 and 4.3.12). */
    private static List<String> names(String bytes, String mark, int length, int name) {
        List<String> names = new ArrayList<>();
        for (int at = bytes.indexOf(mark); at >= 0 && names.size() < MOST_NAMES; at = bytes.indexOf(mark, at + 1)) {
            if (at + name > bytes.length()) {
                break;
            }
            int characters = bytes.charAt(at + length) | bytes.charAt(at + length + 1) << 8;
            names.add(bytes.substring(at + name, Math.min(bytes.length(), at + name + characters)));
        }
        return names;
    }
}
