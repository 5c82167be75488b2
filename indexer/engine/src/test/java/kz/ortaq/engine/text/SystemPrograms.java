package kz.ortaq.engine.text;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.ortaq.config.Settings;

/**
 * What tests need from the system. Where it is missing they fail in CI, which has to have it, and are skipped
 * elsewhere, saying so.
 */
public final class SystemPrograms {

    private static final String INSTALL = "./ortaq test --install";
    private static final Path FONTS = Path.of("/usr/share/fonts/truetype");

    private SystemPrograms() {}

    /** Needs Tesseract with our languages. */
    public static void needTesseract() {
        Ocr ocr = Ocr.find(new Settings.Extract(1, 64, 1, 1));
        if (!ocr.models().containsAll(List.of("kaz", "rus", "eng"))) {
            miss("Tesseract with kaz, rus and eng (has " + ocr.models() + ")");
        }
    }

    /** Needs a program of djvulibre, and gives its name. */
    public static String needDjvulibre(String program) {
        if (Stream.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
            miss(program + " of djvulibre");
        }
        return program;
    }

    /** Needs a font with Kazakh letters, for example {@code dejavu/DejaVuSans.ttf}. */
    public static Path needFont(String name) {
        Path font = FONTS.resolve(name);
        if (!Files.isReadable(font)) {
            miss("the font " + font);
        }
        return font;
    }

    private static void miss(String what) {
        String message = "Not on this system: " + what + ". To install it: " + INSTALL;
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        abort(message);
    }
}
