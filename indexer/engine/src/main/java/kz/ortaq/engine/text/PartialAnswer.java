package kz.ortaq.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.records.FullText;
import org.jspecify.annotations.Nullable;

/**
 * What a child has told of an answer that is still to come: where it ends or is ended while it reads pictures, the text
 * that it found before is not lost. Thread-safe.
 */
final class PartialAnswer {

    private final int characters;
    private @Nullable ExtractorAnswer soFar;
    private final List<FullText.Page> pages = new ArrayList<>();
    private long length;

    /** @param characters how many are kept at most, whatever the child sends */
    PartialAnswer(int characters) {
        this.characters = characters;
    }

    synchronized void soFar(ExtractorAnswer answer) {
        soFar = answer;
        pages.clear();
        pages.addAll(answer.pages());
        length = pages.stream().mapToLong(page -> page.text().length()).sum();
    }

    /** Takes one more page, in the place that its number tells; what was there keeps its own number and its label. */
    synchronized void page(FullText.Page page) {
        int at = page.number() - 1;
        if (at < 0 || at >= pages.size()) {
            return;
        }
        long longer = length + page.text().length() - pages.get(at).text().length();
        if (longer <= characters) {
            length = longer;
            FullText.Page before = pages.get(at);
            pages.set(
                    at,
                    new FullText.Page(
                            before.number(), page.how(), page.quality(), page.text(), before.kind(), before.label()));
        }
    }

    /** Whether the child has come to reading pictures. */
    synchronized boolean isReadingPictures() {
        return soFar != null;
    }

    /** What there is, and why there is no more; empty where the child had not told anything yet. */
    synchronized Optional<Extraction> extraction(Reason reason, String name, String value) {
        return Optional.ofNullable(soFar).map(answer -> answer.with(pages).extraction(reason, name, value));
    }
}
