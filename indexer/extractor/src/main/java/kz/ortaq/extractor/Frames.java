package kz.ortaq.extractor;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads requests and writes answers, each in a frame: the length in four bytes, the highest first, then that many
 * bytes of JSON in UTF-8. Behind a frame with pages come their texts, in the order of the pages: a text is frames of
 * plain UTF-8, the last of them empty. A book would take three times as long as JSON, and to be held a second time until
 * its length is known. One thread may read while another writes.
 */
final class Frames implements Progress {

    /** A request is a path, a name and a number. */
    static final int LONGEST_REQUEST = 1 << 16;

    private static final int CHARACTERS_OF_A_FRAME = 1 << 19;
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
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
        answers.flush();
    }

    @Override
    public void soFar(Answer answer) throws IOException {
        write("soFar", answer.withoutTexts(), answer.pages());
    }

    @Override
    public void read(Answer.Page page) throws IOException {
        write("page", page.with("", page.quality()), List.of(page));
    }

    void answer(Answer answer) throws IOException {
        write("answer", answer.withoutTexts(), answer.pages());
    }

    private void write(String what, Object value, List<Answer.Page> pages) throws IOException {
        write(Map.of(what, value));
        for (Answer.Page page : pages) {
            writeText(page.text());
        }
        answers.flush();
    }

    private void write(Object value) throws IOException {
        byte[] json = JSON.writeValueAsBytes(value);
        answers.writeInt(json.length);
        answers.write(json);
    }

    private void writeText(String text) throws IOException {
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + CHARACTERS_OF_A_FRAME);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            byte[] some = text.substring(at, end).getBytes(StandardCharsets.UTF_8);
            answers.writeInt(some.length);
            answers.write(some);
            at = end;
        }
        answers.writeInt(0);
    }
}
