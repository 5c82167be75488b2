package kz.ortaq.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens texts to what a reader needs to judge a result, around the first word that was searched for. */
final class Excerpt {

    // What the highlighter writes: its marks, and everything but letters and digits as a character reference.
    private static final Pattern TOKEN =
            Pattern.compile("<mark>|</mark>|&#(\\d{1,7});|&#x([0-9A-Fa-f]{1,6});|&(amp|lt|gt|quot);", Pattern.DOTALL);
    private static final String ELLIPSIS = "…";

    private Excerpt() {}

    /** A text as one piece, at most {@code most} characters of it. */
    static List<Piece> plain(String text, int most) {
        return List.of(new Piece(shorten(text, most), false));
    }

    /** A text, at most {@code most} characters of it. */
    static String shorten(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /**
     * The pieces of a highlighted text, about {@code most} characters that have its first marked word among them. The
     * characters come back as themselves, so that the page escapes them like any other text and trusts no HTML.
     */
    static List<Piece> highlighted(String html, int most) {
        List<Piece> pieces = pieces(html);
        int first = 0;
        while (first < pieces.size() && !pieces.get(first).marked()) {
            first++;
        }
        List<Piece> kept = new ArrayList<>();
        int room = most;
        if (first == 1) {
            String before = lead(pieces.getFirst().text(), most / 3);
            kept.add(new Piece(before, false));
            room -= before.length();
        }
        for (Piece piece : pieces.subList(first == pieces.size() ? 0 : first, pieces.size())) {
            if (room <= 0) {
                kept.add(new Piece(ELLIPSIS, false));
                break;
            }
            kept.add(new Piece(shorten(piece.text(), room), piece.marked()));
            room -= piece.text().length();
        }
        return kept;
    }

    private static String lead(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int word = text.indexOf(' ', text.length() - most);
        int start = word < 0 ? text.length() - most : word + 1;
        return ELLIPSIS + text.substring(Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start);
    }

    private static List<Piece> pieces(String html) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean marked = false;
        int at = 0;
        Matcher token = TOKEN.matcher(html);
        while (token.find()) {
            text.append(html, at, token.start());
            at = token.end();
            if (token.group().endsWith("mark>")) {
                add(pieces, text, marked);
                marked = token.group().equals("<mark>");
            } else {
                text.append(character(token));
            }
        }
        text.append(html, at, html.length());
        add(pieces, text, marked);
        return pieces;
    }

    private static void add(List<Piece> pieces, StringBuilder text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text.toString(), marked));
            text.setLength(0);
        }
    }

    private static String character(Matcher token) {
        if (token.group(3) != null) {
            return switch (token.group(3)) {
                case "lt" -> "<";
                case "gt" -> ">";
                case "quot" -> "\"";
                default -> "&";
            };
        }
        int code = token.group(1) != null ? Integer.parseInt(token.group(1)) : Integer.parseInt(token.group(2), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }
}
