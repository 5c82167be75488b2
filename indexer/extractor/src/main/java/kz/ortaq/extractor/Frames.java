package kz.ortaq.extractor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads requests and writes answers, each in a frame: the length in four bytes, the highest first, then that many
 * bytes of JSON in UTF-8. One thread may read while another writes.
 */
final class Frames implements Progress {

    /** A request is a path, a name and a number. */
    static final int LONGEST_REQUEST = 1 << 16;

    private static final int KEPT = 1 << 24;
    private static final ObjectMapper JSON = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    private static final ObjectReader REQUESTS = JSON.readerFor(Request.class);

    private final DataInputStream requests;
    private final DataOutputStream answers;

    Frames(InputStream requests, OutputStream answers) {
        this.requests = new DataInputStream(requests);
        this.answers = new DataOutputStream(answers);
    }

    /**
     * The next request, or nothing when the input has ended.
     *
     * @throws IOException when the input breaks off within a frame, or holds something else than a request
     */
    Optional<Request> next() throws IOException {
        int first = requests.read();
        if (first < 0) {
            return Optional.empty();
        }
        int length = first << 24
                | requests.readUnsignedByte() << 16
                | requests.readUnsignedByte() << 8
                | requests.readUnsignedByte();
        if (length < 0 || length > LONGEST_REQUEST) {
            throw new IOException("A request of " + Integer.toUnsignedString(length) + " bytes; " + LONGEST_REQUEST
                    + " are the most that is read");
        }
        byte[] json = requests.readNBytes(length);
        if (json.length < length) {
            throw new EOFException("The input ended after " + json.length + " of a request's " + length + " bytes");
        }
        return Optional.of(REQUESTS.readValue(json));
    }

    /** Tells the other side that requests can come, and which extractor will answer them, held by what. */
    void greet(String version, List<String> confined) throws IOException {
        write(Map.of("version", version, "confined", confined));
    }

    @Override
    public void soFar(Answer answer) throws IOException {
        write(Map.of("soFar", answer));
    }

    @Override
    public void read(Answer.Page page) throws IOException {
        write(Map.of("page", page));
    }

    void answer(Answer answer) throws IOException {
        write(Map.of("answer", answer));
    }

    /**
     * Writes a value with its length in front. What is short is kept until the length is known; a book's text is written
     * twice instead, first to learn its length, for it is not to be held in memory a second time as bytes.
     */
    private void write(Object value) throws IOException {
        var beginning = new Beginning();
        JSON.writeValue(beginning, value);
        answers.writeInt(Math.toIntExact(beginning.length));
        if (beginning.length <= KEPT) {
            answers.write(beginning.bytes, 0, (int) beginning.length);
        } else {
            JSON.writeValue((OutputStream) answers, value);
        }
        answers.flush();
    }

    /** Keeps the first bytes of what is written, and counts all. */
    private static final class Beginning extends OutputStream {
        private byte[] bytes = new byte[1 << 13];
        private long length;

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int count) {
            if (length + count <= KEPT) {
                if (length + count > bytes.length) {
                    bytes = Arrays.copyOf(bytes, (int) Math.min(KEPT, Math.max(length + count, 2L * bytes.length)));
                }
                System.arraycopy(some, from, bytes, (int) length, count);
            }
            length += count;
        }
    }
}
