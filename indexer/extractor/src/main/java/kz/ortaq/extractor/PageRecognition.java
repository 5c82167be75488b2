package kz.ortaq.extractor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ortaq.extractor.ocr.Recognised;
import kz.ortaq.extractor.ocr.Scans;
import kz.ortaq.extractor.ocr.TextLayer;
import kz.ortaq.extractor.ocr.TextLayers;
import kz.ortaq.letters.Letters;
import org.jspecify.annotations.Nullable;

/** Reads the pages of one document off their pictures where its own text is none, noise or a watermark. */
final class PageRecognition {

    private static final String OCR = "ocr";
    private static final String NONE = "none";
    private static final String WITHOUT_TEXT = "document-without-text";
    private static final String UNFINISHED = "document-ocr-unfinished";
    // A cover and a few pictures are no reason to tell a library of; a tenth of a book is.
    private static final int TOLD_FROM_ONE_IN = 10;
    private static final double THOUSANDS = 1_000;
    // As much of a page as tells whether it reads.
    private static final int TELLING = 3_000;

    private final Path file;
    private final int characters;
    private final OcrBudget budget;
    private final Progress progress;
    private final Answer answer;
    private final List<Answer.Page> pages;
    private long length;
    private int left;
    private boolean cut;
    private boolean told;
    private boolean hanging;

    PageRecognition(Answer answer, Path file, int characters, OcrBudget budget, Progress progress) {
        this.answer = answer;
        this.file = file;
        this.characters = characters;
        this.budget = budget;
        this.progress = progress;
        this.pages = new ArrayList<>(answer.pages());
        this.length = pages.stream().mapToLong(page -> page.text().length()).sum();
    }

    /** The answer with what could be read; the same where nothing had to, or the document was not read to its end. */
    Answer completed() throws IOException {
        Answer.Problem problem = answer.problem();
        boolean whole = problem == null || problem.code().equals(WITHOUT_TEXT);
        if (!whole || budget.bounds().pages() == 0 || !Scans.areIn(answer.mediaType())) {
            return answer;
        }
        List<TextLayer> layers =
                TextLayers.judge(pages.stream().map(Answer.Page::text).toList(), PageRecognition::readable);
        if (layers.stream().allMatch(TextLayer::isGood)) {
            return answer;
        }
        Optional<Scans> scans = Scans.of(file, answer.mediaType(), budget.bounds());
        if (scans.isEmpty()) {
            return answer;
        }
        try (Scans open = scans.get()) {
            for (int at = 0; at < pages.size(); at++) {
                take(at, layers.get(at), open);
                hanging = open.isHanging();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return whole();
    }

    private void take(int at, TextLayer layer, Scans scans) throws IOException, InterruptedException {
        if (cut || !isWanting(at, layer, scans)) {
            return;
        }
        if (scans.isHanging() || !budget.allowsOneMore()) {
            left++;
            put(at, poorer(pages.get(at), layer));
            return;
        }
        if (!told) {
            told = true;
            progress.soFar(answer);
        }
        Optional<Recognised> read = read(at, layer, scans);
        put(at, read.map(found -> page(at, found)).orElseGet(() -> poorer(pages.get(at), layer)));
        budget.spend();
        progress.read(pages.get(at));
    }

    private static boolean isWanting(int at, TextLayer layer, Scans scans) throws InterruptedException {
        try {
            return scans.isWanting(at + 1, layer);
        } catch (IOException e) {
            // A page that cannot even be looked at has no picture to read.
            return false;
        }
    }

    private static Optional<Recognised> read(int at, TextLayer layer, Scans scans) throws InterruptedException {
        try {
            return scans.read(at + 1, layer);
        } catch (IOException e) {
            // The page is broken; the others may not be.
            return Optional.empty();
        }
    }

    private Answer.Page page(int at, Recognised read) {
        // OCR writes Kazakh letters as Latin or Russian ones that look like them.
        String text = Letters.mendOcr(TidyText.of(read.text()));
        double quality = Math.round(THOUSANDS * read.confidence() * readable(text)) / THOUSANDS;
        return page(pages.get(at), OCR, quality, text);
    }

    /** How much of a text are signs that make sense, and words that could be ones. */
    private static double readable(String text) {
        return TextQuality.of(text) * Letters.readable(text.substring(0, Math.min(text.length(), TELLING)));
    }

    private static Answer.Page poorer(Answer.Page page, TextLayer layer) {
        String how = page.text().isEmpty() ? NONE : page.how();
        return page(page, how, layer.qualityWhereMoreIsToBeRead(), page.text());
    }

    private static Answer.Page page(Answer.Page page, String how, double quality, String text) {
        return new Answer.Page(page.number(), how, quality, text, page.kind(), page.label());
    }

    private void put(int at, Answer.Page page) {
        long more = page.text().length() - pages.get(at).text().length();
        if (length + more > characters) {
            cut = true;
            return;
        }
        length += more;
        pages.set(at, page);
    }

    /** Whether a page could not be drawn within its time, and a thread of this process is lost. */
    boolean isHanging() {
        return hanging;
    }

    private Answer whole() {
        List<Answer.Page> pages = Hyphens.mend(this.pages);
        return new Answer(answer.mediaType(), TextLanguage.of(pages), answer.metadata(), pages, problem());
    }

    private Answer.@Nullable Problem problem() {
        boolean text = pages.stream().anyMatch(page -> !page.text().isEmpty());
        if (cut) {
            return new Answer.Problem("document-cut", Integer.toString(characters));
        }
        if (left > 0 && (!text || left * TOLD_FROM_ONE_IN >= pages.size())) {
            return new Answer.Problem(
                    budget.bounds().canRead() ? UNFINISHED : "document-needs-ocr", left + " / " + pages.size());
        }
        return text ? null : new Answer.Problem(WITHOUT_TEXT, answer.mediaType());
    }
}
