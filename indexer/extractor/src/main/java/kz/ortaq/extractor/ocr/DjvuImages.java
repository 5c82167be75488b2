package kz.ortaq.extractor.ocr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ortaq.extractor.program.OutsideProgram;

/** The pages of a DjVu file, drawn by the program {@code ddjvu} of djvulibre. */
final class DjvuImages implements PageImages {

    // An A4 page at 300 dots an inch and a little more; ddjvu keeps the proportions.
    private static final String SIZE = "-size=4200x4200";
    private static final int AROUND = 1 << 10;
    private static final int HEADER_NUMBERS = 3;

    private static final int MEBIBYTES = 2_048;

    private final String program;
    private final Path file;
    private final int seconds;

    DjvuImages(String program, Path file, int seconds) {
        this.program = program;
        this.file = file;
        this.seconds = seconds;
    }

    @Override
    public PageContent content(int number) {
        return PageContent.PICTURE;
    }

    @Override
    public GreyPicture picture(int number, boolean withText) throws IOException, InterruptedException {
        List<String> command = List.of(program, "-format=pgm", "-page=" + number, SIZE, file.toString());
        Optional<byte[]> greymap;
        try (var ddjvu = OutsideProgram.start(command, new OutsideProgram.Bounds(seconds, MEBIBYTES))) {
            greymap = ddjvu.answer(OutsideProgram.NOTHING, (int) GreyPicture.MOST_DOTS + AROUND);
        }
        return parsed(greymap.orElseThrow(() -> new IOException("ddjvu gave no picture of page " + number)));
    }

    /** A portable greymap: {@code P5}, width, height and 255, each followed by one blank, then a byte a dot. */
    static GreyPicture parsed(byte[] greymap) throws IOException {
        int[] numbers = new int[HEADER_NUMBERS];
        int at = 2;
        for (int number = 0; number < HEADER_NUMBERS; number++) {
            int start = ++at;
            while (at < greymap.length && Character.isDigit(greymap[at])) {
                at++;
            }
            numbers[number] = number(greymap, start, at);
        }
        byte[] dots = Arrays.copyOfRange(greymap, Math.min(at + 1, greymap.length), greymap.length);
        if ((long) numbers[0] * numbers[1] != dots.length) {
            throw new IOException("a picture of " + numbers[0] + " × " + numbers[1] + " dots in " + dots.length);
        }
        return new GreyPicture(numbers[0], numbers[1], dots);
    }

    private static int number(byte[] bytes, int start, int end) throws IOException {
        try {
            return Integer.parseInt(new String(bytes, start, end - start, StandardCharsets.US_ASCII));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException("no greymap", e);
        }
    }

    @Override
    public void close() {}
}
