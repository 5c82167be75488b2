package kz.ortaq.harvesters.marc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Reason;

/**
 * Cuts the records out of a MARCXML file of any length, and reads each by itself, so that one that is not well-formed
 * costs only itself. Records inside records, as in the answers of an OAI-PMH server, are taken from the inside.
 */
final class MarcXmlReader implements ItemReader {

    private static final byte[] RECORD = "record".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([\\w.-]{1,40})");
    private static final int DECLARATION = 200;
    private static final int LONGEST_PREFIX = 40;
    private static final int SLACK = 1024;

    private final Window window;
    private final int largest;
    private final Majority majority;
    private final MarcCharset declared;
    private long count;

    /** @param largest how many bytes a record may have */
    MarcXmlReader(InputStream in, int largest, Majority majority) throws IOException {
        this.window = new Window(in, largest + SLACK);
        this.largest = largest;
        this.majority = majority;
        this.declared = declared(window.peek(DECLARATION));
    }

    @Override
    public Optional<Item> next() throws IOException {
        while (seekStart()) {
            Optional<Item> item = record();
            if (item.isPresent()) {
                return item;
            }
        }
        return Optional.empty();
    }

    /** What stands from this start tag to its end tag or to the next start tag; empty where that has no field of MARC. */
    private Optional<Item> record() throws IOException {
        long offset = window.offset();
        int tag = window.indexOf('<', 1, largest);
        while (tag >= 0) {
            boolean end = isTag(tag, true);
            if (end || isTag(tag, false)) {
                int close = end ? window.indexOf('>', tag, largest + SLACK) : -1;
                byte[] bytes = window.take(close < 0 ? tag : close + 1);
                if (!holdsFields(bytes)) {
                    return Optional.empty();
                }
                return Optional.of(
                        end ? read(offset, bytes) : refused(offset, Reason.MARC_RECORD_CUT, Snippet.of(bytes), bytes));
            }
            tag = window.indexOf('<', tag + 1, largest);
        }
        boolean tooLarge = window.has(largest);
        byte[] rest = window.take(largest);
        if (tooLarge) {
            return Optional.of(refused(offset, Reason.RECORD_TOO_LARGE, String.valueOf(largest), rest));
        }
        return holdsFields(rest)
                ? Optional.of(refused(offset, Reason.MARC_RECORD_CUT, Snippet.of(rest), rest))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    /** Moves to the next start tag of a record. */
    private boolean seekStart() throws IOException {
        while (window.has(0)) {
            int tag = window.indexOf('<', 0, largest);
            if (tag < 0) {
                window.skip(largest);
                continue;
            }
            window.skip(tag);
            if (isTag(0, false)) {
                return true;
            }
            window.skip(1);
        }
        return false;
    }

    /** Whether a tag of an element {@code record}, with any prefix or none, stands {@code ahead}. */
    private boolean isTag(int ahead, boolean end) throws IOException {
        int at = ahead + 1;
        if (end) {
            if (window.at(at) != '/') {
                return false;
            }
            at++;
        }
        if (!named(at)) {
            int prefix = at;
            while (at - prefix < LONGEST_PREFIX && isName(window.at(at))) {
                at++;
            }
            if (window.at(at) != ':' || !named(at + 1)) {
                return false;
            }
            at++;
        }
        int behind = window.at(at + RECORD.length);
        return behind == '>' || behind == ' ' || behind == '\n' || behind == '\r' || behind == '\t';
    }

    private boolean named(int at) throws IOException {
        for (int i = 0; i < RECORD.length; i++) {
            if (window.at(at + i) != RECORD[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }

    private static boolean holdsFields(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("datafield") || text.contains("controlfield") || text.contains("leader");
    }

    private Item read(long offset, byte[] sent) {
        count++;
        String place = "record " + count + ", byte " + offset;
        MarcCharset charset = CharsetChoice.of(sent, declared, majority.charset());
        PlainText plain = new PlainText();
        return MarcXmlRecord.read(place, sent, charset, plain, majority);
    }

    private Item refused(long offset, Reason reason, String value, byte[] sent) {
        count++;
        return new Item.Refused("record " + count + ", byte " + offset, reason, value, sent);
    }

    private static MarcCharset declared(byte[] beginning) {
        Matcher matcher = ENCODING.matcher(new String(beginning, StandardCharsets.ISO_8859_1));
        if (!matcher.find()) {
            return MarcCharset.UTF_8;
        }
        return switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
            case "windows-1251", "cp1251" -> MarcCharset.WINDOWS_1251;
            case "kz-1048", "strk1048-2002", "rk1048" -> MarcCharset.KZ_1048;
            case "ibm866", "cp866" -> MarcCharset.IBM866;
            case "koi8-r" -> MarcCharset.KOI8_R;
            case "iso-8859-1", "windows-1252" -> MarcCharset.WINDOWS_1252;
            default -> MarcCharset.UTF_8;
        };
    }
}
