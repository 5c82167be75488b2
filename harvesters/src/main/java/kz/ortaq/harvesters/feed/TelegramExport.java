package kz.ortaq.harvesters.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads the export of a Telegram channel ({@code result.json}) message by message, whatever its size. Of an export of a
 * whole account, channels alone are read: what people write to each other is no library's record.
 */
final class TelegramExport {

    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build());

    /** A channel, as the export says it before its messages. */
    record Channel(String id, String name) {}

    /** Where messages go. */
    interface Sink {
        /** @param original the message as it stands in the export */
        void message(Channel channel, JsonNode message, String original);
    }

    /** Gives bytes of the export again. */
    interface Slices {
        byte[] read(long from, int length) throws IOException;
    }

    /**
     * What was read.
     *
     * @param channels channels that were found
     * @param refused the kinds of chats that were passed over, the last of them
     * @param fault why reading ended early; empty when it did not
     */
    record Outcome(int channels, String refused, String fault) {}

    private final Slices slices;
    private final Sink sink;
    private int channels;
    private String refused = "";

    TelegramExport(Slices slices, Sink sink) {
        this.slices = slices;
        this.sink = sink;
    }

    /** Reads an export to its end, or to where it is no longer JSON. */
    Outcome read(InputStream in) throws IOException {
        try (JsonParser parser = JSON.getFactory().createParser(in)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                chat(parser);
            }
            return new Outcome(channels, refused, "");
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            return new Outcome(channels, refused, e.getOriginalMessage() + where);
        }
    }

    /** A chat, or the export of an account, which holds lists of them. */
    private void chat(JsonParser parser) throws IOException {
        String name = "";
        String type = "";
        String id = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (field) {
                case "name" -> name = scalar(parser);
                case "type" -> type = scalar(parser).toLowerCase(Locale.ROOT);
                case "id" -> id = scalar(parser);
                case "messages" -> messages(parser, type, new Channel(id, name));
                case "chats", "left_chats" -> {
                    if (value == JsonToken.START_OBJECT) {
                        chat(parser);
                    } else {
                        parser.skipChildren();
                    }
                }
                case "list" -> {
                    while (value == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.START_OBJECT) {
                        chat(parser);
                    }
                }
                default -> parser.skipChildren();
            }
        }
    }

    private static String scalar(JsonParser parser) throws IOException {
        parser.skipChildren();
        return parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL
                ? parser.getText()
                : "";
    }

    private void messages(JsonParser parser, String type, Channel channel) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        if (!type.isEmpty() && !type.contains("channel")) {
            refused = type;
            parser.skipChildren();
            return;
        }
        channels++;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                long start = parser.currentTokenLocation().getByteOffset();
                JsonNode message = JSON.readTree(parser);
                long end = parser.currentLocation().getByteOffset();
                sink.message(channel, message, original(start, end, message));
            } else {
                parser.skipChildren();
            }
        }
    }

    private String original(long start, long end, JsonNode message) throws IOException {
        if (start >= 0 && end > start && end - start < LONGEST_TEXT * 8L) {
            String text = new String(slices.read(start, (int) (end - start)), StandardCharsets.UTF_8);
            if (text.startsWith("{") && text.endsWith("}")) {
                return text;
            }
        }
        return message.toString();
    }
}
