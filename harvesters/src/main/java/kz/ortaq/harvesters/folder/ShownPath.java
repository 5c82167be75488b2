package kz.ortaq.harvesters.folder;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/** Writes the path of a file under a folder so that a person can read it, and no two files are written alike. */
final class ShownPath {

    private static final String UNREADABLE = "\uFFFD";

    private ShownPath() {}

    /** The path with slashes; bytes of a name that are not UTF-8 (sticks from old computers) as {@code %CF%F0}. */
    static String of(Path root, Path file) {
        String path = root.relativize(file).toString().replace(File.separatorChar, '/');
        if (!path.contains(UNREADABLE)) {
            return path;
        }
        // Only the address of a file gives the bytes of its name.
        String start = root.toUri().getRawPath();
        String address = file.toUri().getRawPath();
        return readable(bytes(address.substring(start.endsWith("/") ? start.length() : start.length() + 1)));
    }

    private static ByteBuffer bytes(String address) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == '%') {
                bytes.write(HexFormat.fromHexDigits(address, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private static String readable(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports what it cannot read
        CharBuffer text = CharBuffer.allocate(3 * bytes.remaining());
        CoderResult result = decoder.decode(bytes, text, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                text.put('%').put(HexFormat.of().withUpperCase().toHexDigits(bytes.get()));
            }
            result = decoder.decode(bytes, text, true);
        }
        return text.flip().toString();
    }
}
