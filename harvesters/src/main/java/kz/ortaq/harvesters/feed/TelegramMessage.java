package kz.ortaq.harvesters.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.ortaq.harvesters.DocumentTypes;
import kz.ortaq.harvesters.PayloadFields;

/**
 * A message of a channel as a record: its first line, or what stands in bold at its beginning, is the title.
 *
 * @param identifier of the message within all of Telegram's channels
 * @param file the path of its file within the export; empty when there is none, or it was not exported
 */
record TelegramMessage(String identifier, String date, PayloadFields fields, String file) {

    private static final int LONGEST_TITLE = 200;
    private static final Pattern VIDEO_ADDRESS = Pattern.compile(
            "(?i)https?://(?:www\\.|m\\.)?(?:youtube\\.com/(?:watch|shorts|live)|youtu\\.be/|vimeo\\.com/\\d).*");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S{1,2000}");

    /**
     * Reads a message; empty for those that are nothing to find: service messages, polls, stickers, pictures without a
     * word.
     *
     * @param handle the name of the channel in addresses ({@code t.me/handle}); empty when it is not known
     */
    static Optional<TelegramMessage> of(TelegramExport.Channel channel, JsonNode message, String handle) {
        String number = message.path("id").asText();
        boolean told = !"message".equals(message.path("type").asText("message"));
        if (number.isEmpty() || told || message.has("poll") || message.has("sticker_emoji")) {
            return Optional.empty();
        }
        PayloadFields fields = new PayloadFields();
        List<Part> parts = parts(message.path("text"));
        String text = text(parts);
        String file = message.path("file").asText();
        String fileName = fileName(message, file);
        String title = title(parts, text);
        fields.add("title", title);
        fields.addIfMissing("title", message.path("title").asText());
        fields.addIfMissing("title", fileName);
        if (!fields.has("title")) {
            return Optional.empty();
        }
        if (!text.strip().equals(title)) {
            fields.add("description", text);
        }
        fields.add("creator", message.path("performer").asText());
        fields.add("creator", message.path("author").asText());
        fields.add("source", message.path("forwarded_from").asText());
        String date = message.path("date").asText();
        fields.add("date", date.replaceFirst("T.*", ""));
        if (handle.matches("[A-Za-z0-9_]{3,64}")) {
            fields.add("link", "https://t.me/" + handle + "/" + number);
        }
        boolean video = links(parts, fields);
        for (Part part : parts) {
            if (part.type().equals("hashtag")) {
                fields.add("subject", part.text().replaceFirst("^#", "").replace('_', ' '));
            }
        }
        fields.add("part-of", channel.name());
        fields.add(
                "extent", Durations.ofSeconds(message.path("duration_seconds").asText()));
        fields.add("kind-hint", kind(message, video));
        boolean exported = !file.isEmpty() && !file.startsWith("(");
        String date2 = message.path("edited").asText(date);
        return Optional.of(new TelegramMessage(channel.id() + "/" + number, date2, fields, exported ? file : ""));
    }

    /** A piece of the text with one look. */
    private record Part(String type, String text, String href) {}

    private static List<Part> parts(JsonNode text) {
        List<Part> parts = new ArrayList<>();
        if (text.isTextual()) {
            parts.add(new Part("plain", text.asText(), ""));
        }
        for (JsonNode part : text) {
            if (part.isTextual()) {
                parts.add(new Part("plain", part.asText(), ""));
            } else {
                parts.add(new Part(
                        part.path("type").asText(),
                        part.path("text").asText(),
                        part.path("href").asText()));
            }
        }
        return parts;
    }

    private static String text(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }

    private static String title(List<Part> parts, String text) {
        StringBuilder bold = new StringBuilder();
        for (Part part : parts) {
            boolean emphasis = part.type().equals("bold") || part.type().equals("custom_emoji");
            // A title in bold may be typed in pieces, with blanks between.
            if (!emphasis && !(part.text().isBlank() && !part.text().contains("\n"))) {
                break;
            }
            bold.append(part.text());
        }
        String start = bold.toString().isBlank() ? text : bold.toString();
        String line = start.strip()
                .lines()
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        if (line.length() <= LONGEST_TITLE) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST_TITLE);
        int end = space > LONGEST_TITLE / 2 ? space : LONGEST_TITLE;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Adds the addresses that a message names; says whether one of them is of a video. */
    private static boolean links(List<Part> parts, PayloadFields fields) {
        boolean video = false;
        for (Part part : parts) {
            String address = switch (part.type()) {
                case "link" -> part.text().strip();
                case "text_link" -> part.href().strip();
                default -> "";
            };
            if (part.type().equals("link") && !address.contains("://")) {
                address = "https://" + address;
            }
            if (ADDRESS.matcher(address).matches()) {
                video |= VIDEO_ADDRESS.matcher(address).matches();
                fields.add(DocumentTypes.isDocument(address, "") ? "document" : "link", address);
            }
        }
        return video;
    }

    private static String fileName(JsonNode message, String file) {
        String name = message.path("file_name").asText();
        String path = file.startsWith("(") ? "" : file.substring(file.lastIndexOf('/') + 1);
        boolean named = !name.isEmpty()
                || DocumentTypes.isDocument(path, message.path("mime_type").asText());
        return named
                ? (name.isEmpty() ? path : name)
                        .replaceFirst("\\.[A-Za-z0-9]{1,5}$", "")
                        .replace('_', ' ')
                : "";
    }

    private static String kind(JsonNode message, boolean videoLink) {
        String type = message.path("media_type").asText();
        String mime = message.path("mime_type").asText().toLowerCase(Locale.ROOT);
        if (type.startsWith("video") || mime.startsWith("video/") || videoLink) {
            return "video";
        }
        if (type.startsWith("audio") || type.startsWith("voice") || mime.startsWith("audio/")) {
            return "audio";
        }
        return "";
    }
}
