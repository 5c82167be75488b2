package kz.ortaq.extractor.ocr;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Serial;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;

/** Follows the drawing of a page without drawing: adds up what its pictures cover, and counts shapes. */
final class PdfPageContent extends PDFGraphicsStreamEngine {

    // Far beyond any page; a page of endless shapes is a page of many.
    private static final int MOST = 200_000;

    private final double area;
    private double covered;
    private int shapes;
    private int drawn;

    private PdfPageContent(PDPage page) {
        super(page);
        PDRectangle box = page.getCropBox();
        this.area = Math.max(1, (double) box.getWidth() * box.getHeight());
    }

    static PageContent of(PDPage page) throws IOException {
        var content = new PdfPageContent(page);
        try {
            content.processPage(page);
        } catch (Enough e) {
            return content.content();
        }
        return content.content();
    }

    private PageContent content() {
        return new PageContent(Math.min(1, covered / area), shapes);
    }

    private void count() throws Enough {
        if (++drawn > MOST) {
            throw new Enough();
        }
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        count();
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        double size = Math.abs(matrix.getScaleX() * matrix.getScaleY() - matrix.getShearX() * matrix.getShearY());
        covered += Math.min(area, size);
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        count();
        shapes++;
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        count();
        shapes++;
    }

    @Override
    public void strokePath() throws IOException {
        count();
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {}

    @Override
    public void clip(int windingRule) {}

    @Override
    public void moveTo(float x, float y) {}

    @Override
    public void lineTo(float x, float y) {}

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {}

    @Override
    public Point2D getCurrentPoint() {
        // Curves that begin where the last shape ended ask for it.
        return new Point2D.Float();
    }

    @Override
    public void closePath() {}

    @Override
    public void endPath() {}

    @Override
    public void shadingFill(COSName shading) {}

    private static final class Enough extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;
    }
}
