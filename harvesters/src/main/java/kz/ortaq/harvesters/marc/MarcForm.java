package kz.ortaq.harvesters.marc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms in which catalogues are exported; a file is recognised by its beginning, and never by its name. */
enum MarcForm {
    ISO_2709("ISO 2709", ""),
    MARC_XML("MARCXML", ""),
    LINES("MARC lines", ""),
    IRBIS_TEXT("IRBIS64 text", "IRBIS64"),
    IRBIS_MASTER("IRBIS64 MST", "IRBIS64");

    private static final int BEGINNING = 1 << 16;
    private static final Pattern DIRECTORY_LINE = Pattern.compile("[0-9A-Za-z]{3}[0-9]{9}");

    private final String label;
    private final String dialect;

    MarcForm(String label, String dialect) {
        this.label = label;
        this.dialect = dialect;
    }

    /** The form as a person calls it. */
    String label() {
        return label;
    }

    /** What all records of this form are; empty where the form leaves it open. */
    String dialect() {
        return dialect;
    }

    /** The form of a file; empty where it is no catalogue that could be read. */
    static Optional<MarcForm> of(Path file) throws IOException {
        byte[] beginning;
        try (InputStream in = Files.newInputStream(file)) {
            beginning = in.readNBytes(BEGINNING);
        }
        if (beginning.length > 4 && beginning[0] == 0 && MasterFile.recognises(file)) {
            return Optional.of(IRBIS_MASTER);
        }
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        String start = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3).stripLeading() : text.stripLeading();
        if (start.startsWith("<")) {
            return marcXml(text) ? Optional.of(MARC_XML) : Optional.empty();
        }
        if (iso2709(beginning, text)) {
            return Optional.of(ISO_2709);
        }
        return lines(text);
    }

    private static boolean marcXml(String text) {
        return text.contains("record") && (text.contains("datafield") || text.contains("controlfield"));
    }

    private static boolean iso2709(byte[] beginning, String text) throws IOException {
        if (text.indexOf(Layout.FIELD_END) < 0 || text.indexOf(0x1F) < 0) {
            return false;
        }
        if (text.indexOf(Iso2709Splitter.RECORD_END) >= 0) {
            // Any bytes hold all three marks somewhere; records hold a directory of digits, however wrong their
            // leaders.
            return DIRECTORY_LINE.matcher(text).find();
        }
        // One very large record, or one that was cut.
        try (Window window = new Window(new ByteArrayInputStream(beginning), BEGINNING)) {
            return Leader.plausible(window, 0);
        }
    }

    private static Optional<MarcForm> lines(String text) {
        int irbis = 0;
        int fields = 0;
        boolean leader = false;
        boolean divided = false;
        for (String line : text.split("\r?\n", 500)) {
            irbis += IrbisLines.isField(line) ? 1 : 0;
            divided |= line.startsWith("*****");
            leader |= MarcLines.isLeader(line);
            fields += MarcLines.isField(line) && line.matches("=?\\d{3} .{0,200}[$|\u0087\u00A7].*|=?00\\d .*") ? 1 : 0;
        }
        if (irbis >= 2 && (divided || irbis > fields)) {
            return Optional.of(IRBIS_TEXT);
        }
        return leader && fields >= 2 ? Optional.of(LINES) : Optional.empty();
    }
}
