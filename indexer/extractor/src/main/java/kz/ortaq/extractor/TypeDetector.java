package kz.ortaq.extractor;

import java.io.IOException;
import java.util.List;
import org.apache.tika.detect.Detector;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.detect.microsoft.ooxml.OPCPackageDetector;
import org.apache.tika.detect.zip.DefaultZipContainerDetector;
import org.apache.tika.detect.zip.OpenDocumentDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/** Tells what a file is: by what its container holds, then by its first bytes, then by its name. */
final class TypeDetector {

    // The containers come first, so that a name cannot overrule what the file holds.
    private final List<Detector> detectors;
    private final MediaTypeRegistry kinds;

    TypeDetector() {
        MimeTypes types = MimeTypes.getDefaultMimeTypes();
        this.kinds = types.getMediaTypeRegistry();
        this.detectors = List.of(
                new DefaultZipContainerDetector(List.of(new OPCPackageDetector(), new OpenDocumentDetector())),
                new POIFSContainerDetector(),
                types);
    }

    /** The media type of a file whose name the metadata holds; {@code application/octet-stream} when unknown. */
    MediaType typeOf(TikaInputStream file, Metadata metadata) throws IOException {
        MediaType best = MediaType.OCTET_STREAM;
        for (Detector detector : detectors) {
            MediaType type = detector.detect(file, metadata);
            best = kinds.isSpecializationOf(type, best) ? type : best;
            // What a container holds is certain; to look for it among a thousand signatures as well takes long.
            if (Format.of(best).isPresent()) {
                break;
            }
        }
        return best;
    }
}
