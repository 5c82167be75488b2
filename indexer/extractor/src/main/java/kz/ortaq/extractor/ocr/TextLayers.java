package kz.ortaq.extractor.ocr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Judges the text of all pages of a document together: only so a watermark shows, whatever it says, for the same line
 * stands on many pages. Figures do not count, since page numbers stand in such lines too.
 */
public final class TextLayers {

    private static final int MANY_PAGES = 3;
    private static final double SHARE_OF_PAGES = 0.1;
    private static final int WHOLE_PAGE = 600;

    private final Map<Long, Integer> pagesOfLine = new HashMap<>();
    private final int pages;

    private TextLayers(List<String> texts) {
        this.pages = texts.size();
        for (String text : texts) {
            Set<Long> lines = new HashSet<>();
            text.lines().forEach(line -> lines.add(key(letters(line))));
            lines.forEach(line -> pagesOfLine.merge(line, 1, Integer::sum));
        }
    }

    /**
     * What the text of each page is worth, in their order.
     *
     * @param readable tells how readable a text is, from 0 to 1
     */
    public static List<TextLayer> judge(List<String> texts, ToDoubleFunction<String> readable) {
        var layers = new TextLayers(texts);
        List<TextLayer> judged = new ArrayList<>();
        for (String text : texts) {
            judged.add(layers.judge(text, readable));
        }
        return judged;
    }

    private TextLayer judge(String text, ToDoubleFunction<String> readable) {
        int own = 0;
        int all = 0;
        for (String line : text.lines().toList()) {
            String letters = letters(line);
            all += letters.length();
            own += isRepeated(letters) ? 0 : letters.length();
        }
        int marks = (int)
                text.codePoints().filter(mark -> !Character.isWhitespace(mark)).count();
        if (all - own >= WHOLE_PAGE) {
            // A form, or a book bound twice: no watermark is that long.
            own = all;
        }
        return new TextLayer(own, marks, own == 0 && all > 0, marks == 0 ? 0 : readable.applyAsDouble(text));
    }

    private boolean isRepeated(String letters) {
        int times = pagesOfLine.getOrDefault(key(letters), 0);
        return times >= Math.max(MANY_PAGES, SHARE_OF_PAGES * pages) || (pages == 2 && times == 2);
    }

    private static String letters(String line) {
        var letters = new StringBuilder();
        line.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /** 64 bits that stand for a line, so that a book's lines are not kept a second time. */
    private static long key(String letters) {
        return ((long) letters.hashCode() << 32)
                ^ new StringBuilder(letters).reverse().toString().hashCode() & 0xFFFFFFFFL;
    }
}
