package kz.ortaq.extractor;

import java.io.IOException;
import java.util.List;
import org.apache.tika.detect.CompositeDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.detect.microsoft.ooxml.OPCPackageDetector;
import org.apache.tika.detect.zip.DefaultZipContainerDetector;
import org.apache.tika.detect.zip.OpenDocumentDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Tells what a file is: by what its container holds, then by its first bytes, then by its name. */
final class TypeDetector {

    private final Detector detector;

    TypeDetector() {
        MimeTypes types = MimeTypes.getDefaultMimeTypes();
        // The containers come first, so that a name cannot overrule what the file holds.
        this.detector = new CompositeDetector(
                types.getMediaTypeRegistry(),
                List.of(
                        new DefaultZipContainerDetector(List.of(new OPCPackageDetector(), new OpenDocumentDetector())),
                        new POIFSContainerDetector(),
                        types));
    }

    /** The media type of a file whose name the metadata holds; {@code application/octet-stream} when unknown. */
    MediaType typeOf(TikaInputStream file, Metadata metadata) throws IOException {
        return detector.detect(file, metadata);
    }
}
