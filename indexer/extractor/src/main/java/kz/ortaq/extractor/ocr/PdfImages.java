package kz.ortaq.extractor.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kz.ortaq.extractor.program.OutsideProgram;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** The pages of a PDF, drawn by PDFBox. */
final class PdfImages implements PageImages {

    private static final double POINTS_PER_INCH = 72;
    // Beyond that a decoder outgrows any machine; an A0 map at 600 dots an inch has 560 million.
    private static final long MOST_JPX_DOTS = 200_000_000;

    private final PDDocument document;

    PdfImages(Path file) throws IOException {
        this.document = Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache());
        this.document.setResourceCache(new NoPictures());
    }

    @Override
    public PageContent content(int number) throws IOException {
        return PdfPageContent.of(page(number));
    }

    @Override
    public GreyPicture picture(int number, boolean withText) throws IOException {
        var renderer = new Renderer(document, withText);
        // What is finer than the picture that is made need not be decoded whole.
        renderer.setSubsamplingAllowed(true);
        BufferedImage image = renderer.renderImage(number - 1, scale(page(number)), ImageType.GRAY);
        return GreyPicture.of(image);
    }

    /** Dots for a point: as fine as Tesseract likes it, less where the page is a poster. */
    private static float scale(PDPage page) {
        PDRectangle box = page.getCropBox();
        double points = Math.max(1, (double) box.getWidth() * box.getHeight());
        double most = Math.sqrt(GreyPicture.MOST_DOTS / points);
        return (float) Math.min(Tesseract.DOTS_PER_INCH / POINTS_PER_INCH, most);
    }

    /** A picture in JPEG 2000, for which there is no decoder in Java under a free licence; Tesseract brings one. */
    @Override
    public Optional<OutsideProgram.Input> undecoded(int number) throws IOException {
        PDResources resources = page(number).getResources();
        PDImageXObject largest = null;
        for (COSName name : resources == null ? List.<COSName>of() : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)
                    && resources.getXObject(name) instanceof PDImageXObject image
                    && "jpx".equals(image.getSuffix())
                    && dots(image) <= MOST_JPX_DOTS
                    && (largest == null || dots(image) > dots(largest))) {
                largest = image;
            }
        }
        PDImageXObject image = largest;
        return image == null
                ? Optional.empty()
                : Optional.of(stream -> {
                    try (InputStream bytes = image.getCOSObject().createRawInputStream()) {
                        bytes.transferTo(stream);
                    }
                });
    }

    private static long dots(PDImageXObject image) {
        return (long) image.getWidth() * image.getHeight();
    }

    private PDPage page(int number) {
        return document.getPage(number - 1);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    /** Keeps fonts from page to page, and no pictures: of a book of scans they would fill the memory. */
    private static final class NoPictures extends DefaultResourceCache {
        @Override
        public void put(COSObject indirect, PDXObject object) {}
    }

    private static final class Renderer extends PDFRenderer {
        private final boolean withText;

        private Renderer(PDDocument document, boolean withText) {
            super(document);
            this.withText = withText;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return withText ? super.createPageDrawer(parameters) : new WithoutText(parameters);
        }
    }

    private static final class WithoutText extends PageDrawer {
        private WithoutText(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void showFontGlyph(Matrix matrix, PDFont font, int code, @Nullable Vector displacement) {}

        @Override
        protected void showType3Glyph(Matrix matrix, PDType3Font font, int code, @Nullable Vector displacement) {}
    }
}
