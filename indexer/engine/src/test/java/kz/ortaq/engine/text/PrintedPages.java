package kz.ortaq.engine.text;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Prints pages of Kazakh prose and scans them badly: 150 dots an inch, much compressed, askew. */
public final class PrintedPages {

    static final int DOTS_PER_INCH = 150;
    // A4.
    static final int WIDTH = 1_240;
    static final int HEIGHT = 1_754;
    private static final float QUALITY = 0.5f;
    private static final int MARGIN = 130;
    private static final float POINTS = 11;
    private static final String HIDDEN = "hidden:";

    private final Font font;
    private final double degrees;
    private final List<String> sentences;

    /** A page and the words that stand on it. */
    public record Page(String text, BufferedImage image) {}

    /** @param degrees how far the pages lie askew */
    public PrintedPages(Path font, double degrees) throws IOException, FontFormatException {
        this.font = Font.createFont(Font.TRUETYPE_FONT, font.toFile()).deriveFont(POINTS * DOTS_PER_INCH / 72);
        this.degrees = degrees;
        try (InputStream prose = PrintedPages.class.getResourceAsStream("kazakh-prose.txt")) {
            if (prose == null) {
                throw new IllegalStateException("No prose to print");
            }
            this.sentences = new String(prose.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** A full page: a heading in capitals, and as many sentences in an order of chance as there is room for. */
    public Page page(Random random) {
        return page(random, Integer.MAX_VALUE);
    }

    /** A page of so many lines at most. */
    Page page(Random random, int most) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = paper(image);
        graphics.rotate(Math.toRadians(degrees), WIDTH / 2.0, HEIGHT / 2.0);
        graphics.setFont(font);
        FontMetrics metrics = graphics.getFontMetrics();
        List<String> shuffled = new ArrayList<>(sentences);
        Collections.shuffle(shuffled, random);
        List<String> lines = new ArrayList<>();
        lines.addAll(lines(shuffled.getFirst().toUpperCase(Locale.of("kk")), metrics));
        lines.add("");
        lines.addAll(lines(String.join(" ", shuffled.subList(1, shuffled.size())), metrics));
        int room = (HEIGHT - 2 * MARGIN) / metrics.getHeight();
        List<String> printed = lines.subList(0, Math.min(Math.min(room, most), lines.size()));
        for (int at = 0; at < printed.size(); at++) {
            graphics.drawString(printed.get(at), MARGIN, MARGIN + (at + 1) * metrics.getHeight());
        }
        graphics.dispose();
        return new Page(String.join("\n", printed), image);
    }

    private static Graphics2D paper(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        return graphics;
    }

    private static List<String> lines(String text, FontMetrics metrics) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && metrics.stringWidth(line + " " + word) > WIDTH - 2 * MARGIN) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUALITY);
        var bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /**
     * A PDF whose pages are scans, each under a line of text, which may be empty.
     *
     * @param line in Latin letters, which need no font of their own; behind {@code hidden:} it is there and not shown
     */
    public static Path pdf(Path file, List<Page> pages, String line) throws IOException {
        var pdf = new ByteArrayOutputStream();
        List<Integer> places = new ArrayList<>();
        ascii(pdf, "%PDF-1.4\n");
        var kids = new StringBuilder();
        for (int at = 0; at < pages.size(); at++) {
            kids.append(4 + 3 * at).append(" 0 R ");
        }
        object(pdf, places, "<</Type/Catalog/Pages 2 0 R>>");
        object(pdf, places, "<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
        object(pdf, places, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        for (Page page : pages) {
            int number = places.size() + 1;
            object(pdf, places, """
                    <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R
                    /Resources<</Font<</F 3 0 R>>/XObject<</I %d 0 R>>>>>>""".formatted(number + 1, number + 2));
            String mode = line.startsWith(HIDDEN) ? "3 Tr " : "";
            String text = " BT " + mode + "/F 12 Tf 60 30 Td (" + line.replace(HIDDEN, "") + ") Tj ET";
            stream(pdf, places, "", ("q 595 0 0 842 0 0 cm /I Do Q" + text).getBytes(StandardCharsets.US_ASCII));
            stream(
                    pdf,
                    places,
                    "/Type/XObject/Subtype/Image/Width " + WIDTH + "/Height " + HEIGHT
                            + "/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode",
                    jpeg(page.image()));
        }
        int table = pdf.size();
        ascii(pdf, "xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        for (int place : places) {
            ascii(pdf, "%010d 00000 n \n".formatted(place));
        }
        ascii(pdf, "trailer\n<</Size " + (places.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n");
        return Files.write(file, pdf.toByteArray());
    }

    private static void object(ByteArrayOutputStream pdf, List<Integer> places, String body) {
        places.add(pdf.size());
        ascii(pdf, places.size() + " 0 obj\n" + body + "\nendobj\n");
    }

    private static void stream(ByteArrayOutputStream pdf, List<Integer> places, String dictionary, byte[] bytes)
            throws IOException {
        places.add(pdf.size());
        ascii(pdf, places.size() + " 0 obj\n<<" + dictionary + "/Length " + bytes.length + ">>\nstream\n");
        pdf.write(bytes);
        ascii(pdf, "\nendstream\nendobj\n");
    }

    private static void ascii(ByteArrayOutputStream pdf, String text) {
        pdf.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
