package kz.ortaq.extractor.ocr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.ortaq.extractor.program.OutsideProgram;

/** Tesseract as a program of the system: it is sent the picture of a page, and answers with words. */
final class Tesseract {

    /** The resolution at which its models know letters best; pictures are brought to it. */
    static final int DOTS_PER_INCH = 300;

    // A page of newspaper has 60,000 letters, and a row of the table for each word.
    private static final int MOST_BYTES = 8 << 20;
    private static final int MEBIBYTES = 2_048;
    private static final double POOR = 0.55;
    private static final String ORIENTATION = "osd";
    // Page layout without, and with a look at which way is up.
    private static final int UPRIGHT = 3;
    private static final int ANY_WAY_UP = 1;

    private final String program;
    private final String languages;
    private final boolean orientation;

    /**
     * @param program its path or name
     * @param languages those it has models of, the first the most likely: {@code kaz+rus+eng}; {@code osd} among them
     *     lets it turn pages that lie on their side
     */
    Tesseract(String program, String languages) {
        List<String> names = new ArrayList<>(List.of(languages.split("\\+")));
        this.program = program;
        this.orientation = names.remove(ORIENTATION);
        this.languages = String.join("+", names);
    }

    /** The text of a page; {@link Recognised#NOTHING} where there is none, or it could not be read within the time. */
    Recognised read(OutsideProgram.Input picture, int seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        Recognised upright = read(picture, seconds, UPRIGHT);
        int left = (int) ((end - System.nanoTime()) / 1_000_000_000L);
        if (!orientation || upright.confidence() >= POOR || left < 1) {
            return upright;
        }
        Recognised turned = read(picture, left, ANY_WAY_UP);
        return turned.confidence() * turned.letters() > upright.confidence() * upright.letters() ? turned : upright;
    }

    private Recognised read(OutsideProgram.Input picture, int seconds, int layout)
            throws IOException, InterruptedException {
        List<String> command = List.of(
                program,
                "stdin",
                "stdout",
                "-l",
                languages,
                "--dpi",
                Integer.toString(DOTS_PER_INCH),
                "--psm",
                Integer.toString(layout),
                "-c",
                "tessedit_create_tsv=1");
        try (var tesseract = OutsideProgram.start(command, new OutsideProgram.Bounds(seconds, MEBIBYTES))) {
            return tesseract
                    .answer(picture, MOST_BYTES)
                    .map(table -> TesseractTable.read(new String(table, StandardCharsets.UTF_8)))
                    .orElse(Recognised.NOTHING);
        }
    }
}
