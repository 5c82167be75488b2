package kz.ortaq.extractor.ocr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import kz.ortaq.extractor.program.OutsideProgram;

/** The picture of a page in shades of grey, one byte a dot. */
record GreyPicture(int width, int height, byte[] dots) implements OutsideProgram.Input {

    /** A4 at 300 dots an inch has 8.7 million; a page of a newspaper at 200 has 15. */
    static final long MOST_DOTS = 24_000_000;

    /** How far a dot has to be from the paper's shade to be ink. */
    private static final int CONTRAST = 60;
    // A single short word on an A4 page covers three times as much.
    private static final double LEAST_INK = 0.0001;

    /** The dots of an image of the type {@link BufferedImage#TYPE_BYTE_GRAY}, not copied. */
    static GreyPicture of(BufferedImage grey) {
        byte[] dots = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        return new GreyPicture(grey.getWidth(), grey.getHeight(), dots);
    }

    /** Any image, drawn in grey on white paper and enlarged or reduced. */
    static GreyPicture of(BufferedImage image, double scale) {
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        return drawn(image, width, height, AffineTransform.getScaleInstance(scale, scale));
    }

    /** The picture turned about its middle by so many degrees, clockwise, its corners filled with white. */
    GreyPicture turned(double degrees) {
        var turn = AffineTransform.getRotateInstance(Math.toRadians(degrees), width / 2.0, height / 2.0);
        return drawn(image(), width, height, turn);
    }

    /** The shade that most of the picture has. */
    int paper() {
        int[] counts = new int[256];
        for (byte dot : dots) {
            counts[dot & 0xFF]++;
        }
        int paper = 0;
        for (int shade = 0; shade < counts.length; shade++) {
            paper = counts[shade] > counts[paper] ? shade : paper;
        }
        return paper;
    }

    static boolean isInk(int shade, int paper) {
        return Math.abs(shade - paper) > CONTRAST;
    }

    /** Whether there is nothing on the page that could be read. */
    boolean isBlank() {
        int paper = paper();
        long ink = 0;
        for (byte dot : dots) {
            ink += isInk(dot & 0xFF, paper) ? 1 : 0;
        }
        return ink < LEAST_INK * dots.length;
    }

    /** Writes it as a portable greymap, which needs no encoding. */
    @Override
    public void writeTo(OutputStream stream) throws IOException {
        stream.write(("P5\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII));
        stream.write(dots);
    }

    private BufferedImage image() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        System.arraycopy(dots, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData(), 0, dots.length);
        return image;
    }

    private static GreyPicture drawn(BufferedImage image, int width, int height, AffineTransform how) {
        var grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, how, null);
        graphics.dispose();
        return of(grey);
    }
}
