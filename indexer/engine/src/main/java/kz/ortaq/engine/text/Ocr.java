package kz.ortaq.engine.text;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.ortaq.config.Settings;

/**
 * The Tesseract of this system: where it is, and which of our languages it has models of. Without it, pages that are
 * pictures stay without text.
 *
 * @param tesseract its path; empty where there is none
 * @param models what it has models of, of what we ask for, in the order we ask; {@code osd} tells which way up a page is
 * @param ddjvu the path of djvulibre's program that draws pages of DjVu; empty where there is none
 */
record Ocr(String tesseract, List<String> models, String ddjvu) {

    private static final List<String> LANGUAGES = List.of("kaz", "rus", "eng");
    private static final String ORIENTATION = "osd";
    private static final int SECONDS = 10;
    private static final int MOST_BYTES = 1 << 16;

    Ocr {
        models = List.copyOf(models);
    }

    /** What there is on this system now. */
    static Ocr find(Settings.Extract settings) {
        String tesseract = settings.tesseract().isEmpty()
                ? path("tesseract")
                : Path.of(settings.tesseract()).toAbsolutePath().toString();
        List<String> models = tesseract.isEmpty() || settings.ocrPages() == 0 ? List.of() : models(tesseract);
        return new Ocr(tesseract, models, path("ddjvu"));
    }

    /** Whether pages can be read off their pictures. */
    boolean canRead() {
        return models.stream().anyMatch(LANGUAGES::contains);
    }

    /** The models as Tesseract takes them: {@code kaz+rus+eng+osd}. */
    String languages() {
        return canRead() ? String.join("+", models) : "";
    }

    /** Folders that Tesseract needs where the operator says where it is: its own, and what lies beside it. */
    List<Path> folders() {
        Path folder = tesseract.isEmpty() ? null : Path.of(tesseract).getParent();
        if (folder == null) {
            return List.of();
        }
        return List.of(folder, folder.resolveSibling("share"), folder.resolveSibling("lib"));
    }

    /** For an operator: what would be had by installing what is missing. */
    Optional<String> advice() {
        var missing = new TreeSet<>(LANGUAGES);
        missing.removeAll(models);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        List<String> packages = new ArrayList<>(canRead() ? List.of() : List.of("tesseract-ocr"));
        missing.stream()
                .filter(name -> !name.equals("eng"))
                .map("tesseract-ocr-"::concat)
                .forEach(packages::add);
        if (packages.isEmpty()) {
            packages.add("tesseract-ocr-eng");
        }
        return Optional.of(
                (canRead() ? "Tesseract has no model of " + String.join(", ", missing) : "Tesseract is not there")
                        + ". Everything else works; with it Ortaq also reads scanned pages in "
                        + String.join(", ", missing) + " (on Debian: apt-get install " + String.join(" ", packages)
                        + ").");
    }

    private static String path(String program) {
        return Stream.of(HelperProgram.PATH.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElse("");
    }

    /** Asks the program itself, in the environment that it will read in. */
    private static List<String> models(String tesseract) {
        var builder = new ProcessBuilder(tesseract, "--list-langs").redirectErrorStream(true);
        builder.environment().clear();
        builder.redirectInput(ProcessBuilder.Redirect.from(new File(File.separator + "dev/null")));
        try {
            Process process = builder.start();
            try (InputStream output = process.getInputStream()) {
                String names = new String(output.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
                process.waitFor(SECONDS, TimeUnit.SECONDS);
                List<String> there = names.lines().map(String::strip).toList();
                return Stream.concat(LANGUAGES.stream(), Stream.of(ORIENTATION))
                        .filter(there::contains)
                        .toList();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
