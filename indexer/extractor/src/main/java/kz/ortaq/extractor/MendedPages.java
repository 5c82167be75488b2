package kz.ortaq.extractor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.letters.Letters;
import kz.ortaq.letters.Mending;

/**
 * Puts letters right that a document holds wrongly: in a private encoding of an old font, in a charset that it was once
 * misread in, or typed in another alphabet. The whole document decides what is wrong with it.
 */
final class MendedPages {

    private final Mending mending;

    private MendedPages(Mending mending) {
        this.mending = mending;
    }

    static MendedPages of(List<Answer.Page> pages) {
        return new MendedPages(Mending.of(pages.stream().map(Answer.Page::text).toList()));
    }

    List<Answer.Page> pages(List<Answer.Page> pages) {
        List<String> texts = Letters.mendLookAlikes(
                pages.stream().map(page -> mending.mend(page.text())).toList());
        List<Answer.Page> mended = new ArrayList<>(pages.size());
        for (int at = 0; at < pages.size(); at++) {
            Answer.Page page = pages.get(at);
            String text = texts.get(at);
            mended.add(text.equals(page.text()) ? page : page.with(text, TextQuality.of(text)));
        }
        return mended;
    }

    /** What the document says of itself: often the text's fonts made it, and sometimes another program. */
    Map<String, List<String>> metadata(Map<String, List<String>> metadata) {
        Mending own =
                Mending.of(metadata.values().stream().flatMap(List::stream).toList());
        Map<String, List<String>> mended = new LinkedHashMap<>();
        metadata.forEach((name, values) -> mended.put(
                name,
                values.stream().map(value -> own.mend(mending.mend(value))).toList()));
        return mended;
    }
}
