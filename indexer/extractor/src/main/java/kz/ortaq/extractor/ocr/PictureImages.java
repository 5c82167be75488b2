package kz.ortaq.extractor.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The pictures of a file in PNG, JPEG, TIFF, GIF or BMP, each of them a page. */
public final class PictureImages implements PageImages {

    // More than a scanned book has; a file may claim any number.
    private static final int MOST_PICTURES = 5_000;
    private static final long MOST_CLAIMED = 1_000_000_000;
    // An A4 page at 300 dots an inch is 3,508 high. Half of that is enlarged, twice of it reduced.
    private static final int SMALL = 2_200;
    private static final int LARGE = 5_500;

    private final ImageInputStream stream;
    private final ImageReader reader;

    /** @throws IOException when the file is no picture that can be decoded */
    public PictureImages(Path file) throws IOException {
        ImageIO.setUseCache(false);
        this.stream = ImageIO.createImageInputStream(file.toFile());
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            stream.close();
            throw new IOException("no picture");
        }
        this.reader = readers.next();
        this.reader.setInput(stream, false, true);
    }

    /**
     * How many pictures the file holds; at most 5,000 are counted.
     *
     * @throws IOException when not even the first can be made out
     */
    public int count() throws IOException {
        reader.getWidth(0);
        return Math.min(MOST_PICTURES, reader.getNumImages(true));
    }

    @Override
    public PageContent content(int number) {
        return PageContent.PICTURE;
    }

    @Override
    public GreyPicture picture(int number, boolean withText) throws IOException {
        int index = number - 1;
        int width = reader.getWidth(index);
        int height = reader.getHeight(index);
        if ((long) width * height > MOST_CLAIMED) {
            throw new IOException("a picture of " + width + " × " + height + " dots");
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        int every = (int) Math.ceil(Math.sqrt((double) width * height / GreyPicture.MOST_DOTS));
        if (every > 1) {
            parameters.setSourceSubsampling(every, every, 0, 0);
        }
        BufferedImage image = reader.read(index, parameters);
        int longest = Math.max(image.getWidth(), image.getHeight());
        double scale = longest < SMALL ? 2 : longest > LARGE ? (double) LARGE / longest : 1;
        return GreyPicture.of(image, scale);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
