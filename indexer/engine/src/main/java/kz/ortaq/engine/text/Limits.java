package kz.ortaq.engine.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.ortaq.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Under what bounds, and with what programs of the system, texts are taken: under others, more may be had of some
 * documents. Thread-safe.
 */
final class Limits {

    private static final String WITH = "with";

    private final Settings.Extract settings;
    private @Nullable Ocr ocr;

    Limits(Settings.Extract settings) {
        this.settings = settings;
    }

    /** All of it as one word, which a text keeps. */
    String word() {
        return bounds() + programs();
    }

    /** The programs and models that help, as one word: {@code with.djvused.eng.kaz.rus}. */
    String programs() {
        return WITH + String.join("", names().stream().map("."::concat).toList());
    }

    /** Whether a program or model helps now that did not where that word was written. */
    boolean reachFurtherThan(String word) {
        int start = word.lastIndexOf(WITH);
        List<String> then =
                start < 0 ? List.of() : List.of(word.substring(start).split("\\."));
        return !then.containsAll(names());
    }

    private List<String> names() {
        return Stream.concat(ocr().models().stream(), HelperProgram.names().stream())
                .sorted()
                .toList();
    }

    /** Whether other bounds hold now than where that word was written. */
    boolean areOtherThan(String word) {
        return !word.startsWith(bounds());
    }

    private String bounds() {
        return String.join(
                "-",
                settings.seconds() + "s",
                settings.memoryMegabytes() + "m",
                settings.characters() + "c",
                settings.ocrPages() + "p",
                settings.ocrPageSeconds() + "s",
                settings.ocrSeconds() + "s",
                "");
    }

    /** What there is to read pictures with; looked for once, when it is first asked for. */
    synchronized Ocr ocr() {
        if (ocr == null) {
            ocr = Ocr.find(settings);
        }
        return ocr;
    }

    /** What a child has to know to read pictures, by the names that it knows. */
    Map<String, Object> forPictures() {
        return Map.of(
                "tesseract", ocr().tesseract(),
                "languages", ocr().languages(),
                "ddjvu", ocr().ddjvu(),
                "pages", settings.ocrPages(),
                "pageSeconds", settings.ocrPageSeconds(),
                "seconds", settings.ocrSeconds());
    }
}
