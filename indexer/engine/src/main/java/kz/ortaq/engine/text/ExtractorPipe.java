package kz.ortaq.engine.text;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.ortaq.records.FullText;
import org.jspecify.annotations.Nullable;

/**
 * The two ends of the pipe to a child: each frame is a length in four bytes, the highest first, then that many bytes
 * of JSON in UTF-8. Behind a frame with pages come their texts, in the order of the pages, each in frames of plain
 * UTF-8, the last of them empty. Not thread-safe.
 */
final class ExtractorPipe {

    // What surrounds the text: names, numbers and metadata of as many pages as the extractor gives at most.
    private static final long AROUND_THE_TEXT = 32L << 20;
    private static final long LONGEST_GREETING = 1 << 16;
    private static final int LONGEST_NAME = 255;
    private static final int BYTES_PER_CHARACTER = 3;
    private static final int LONGEST_FRAME_OF_TEXT = 4 << 20;
    private static final ObjectMapper JSON = new ObjectMapper(
            JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build());

    private final DataOutputStream requests;
    private final DataInputStream answers;

    ExtractorPipe(OutputStream requests, InputStream answers) {
        this.requests = new DataOutputStream(requests);
        this.answers = new DataInputStream(new BufferedInputStream(answers, 1 << 16));
    }

    /**
     * What a child says that is ready.
     *
     * @param version the extractor's
     * @param confined what the system keeps it from: {@code files}, {@code network}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Greeting(String version, List<String> confined) {}

    Greeting greeting() throws IOException {
        return read(Greeting.class, LONGEST_GREETING);
    }

    /** A frame of the child's: an answer, or a part of one that is still to come. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Message(
            @Nullable ExtractorAnswer answer, @Nullable ExtractorAnswer soFar, FullText.@Nullable Page page) {}

    /**
     * Sends a request and waits for its answer, for as long as that takes.
     *
     * @param ocr what reads pages off their pictures, and how many of them, as the child takes it
     * @param partial hears of what is known before
     */
    ExtractorAnswer ask(Path file, String name, int characters, Map<String, Object> ocr, PartialAnswer partial)
            throws IOException {
        byte[] request = JSON.writeValueAsBytes(Map.of(
                "path", file.toAbsolutePath().toString(), "name", ending(name), "characters", characters, "ocr", ocr));
        requests.writeInt(request.length);
        requests.write(request);
        requests.flush();
        while (true) {
            Message message = read(Message.class, AROUND_THE_TEXT);
            var texts = new Texts((long) BYTES_PER_CHARACTER * characters);
            if (message.answer() != null) {
                return texts.of(message.answer());
            } else if (message.soFar() != null) {
                partial.soFar(texts.of(message.soFar()));
            } else if (message.page() != null) {
                partial.page(texts.of(message.page()));
            } else {
                throw new IOException("a frame that says nothing");
            }
        }
    }

    /** The texts of pages, which come behind what is said of them. */
    private final class Texts {
        private long left;

        private Texts(long bytes) {
            this.left = bytes;
        }

        private ExtractorAnswer of(ExtractorAnswer answer) throws IOException {
            List<FullText.Page> pages = new ArrayList<>(answer.pages().size());
            for (FullText.Page page : answer.pages()) {
                pages.add(of(page));
            }
            return answer.with(pages);
        }

        private FullText.Page of(FullText.Page page) throws IOException {
            return new FullText.Page(page.number(), page.how(), page.quality(), text(), page.kind(), page.label());
        }

        private String text() throws IOException {
            String text = next();
            String more = text.isEmpty() ? "" : next();
            if (more.isEmpty()) {
                return text;
            }
            var whole = new StringBuilder(text);
            while (!more.isEmpty()) {
                whole.append(more);
                more = next();
            }
            return whole.toString();
        }

        private String next() throws IOException {
            int length = answers.readInt();
            if (length < 0 || length > Math.min(left, LONGEST_FRAME_OF_TEXT)) {
                throw new IOException("a text of " + Integer.toUnsignedString(length) + " bytes, where "
                        + Math.min(left, LONGEST_FRAME_OF_TEXT) + " are the most");
            }
            left -= length;
            byte[] some = new byte[length];
            if (answers.readNBytes(some, 0, length) < length) {
                throw new EOFException("the text ended before its " + length + " bytes");
            }
            return new String(some, StandardCharsets.UTF_8);
        }
    }

    /** The end of a name, where its format shows, in valid Unicode: a request has to stay short. */
    private static String ending(String name) {
        int points = Math.min(LONGEST_NAME, name.codePointCount(0, name.length()));
        String ending = name.substring(name.offsetByCodePoints(name.length(), -points));
        return new String(ending.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Tells the child that no more requests will come. */
    void end() throws IOException {
        requests.close();
    }

    private <T> T read(Class<T> type, long longest) throws IOException {
        int length = answers.readInt();
        if (length < 0 || length > longest) {
            throw new IOException(
                    "a frame of " + Integer.toUnsignedString(length) + " bytes, where " + longest + " are the most");
        }
        var frame = new Frame(answers, length);
        T value = JSON.readValue(frame, type);
        frame.skipAllBytes();
        return value;
    }

    /** The rest of one frame: JSON is read as it comes, without a copy of the whole. */
    private static final class Frame extends InputStream {
        private final InputStream stream;
        private int left;

        private Frame(InputStream stream, int length) {
            this.stream = stream;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return -1;
            }
            left--;
            return stream.read();
        }

        @Override
        public int read(byte[] some, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = stream.read(some, from, Math.min(length, left));
            left = read < 0 ? 0 : left - read;
            return read;
        }

        private void skipAllBytes() throws IOException {
            stream.skipNBytes(left);
        }
    }
}
