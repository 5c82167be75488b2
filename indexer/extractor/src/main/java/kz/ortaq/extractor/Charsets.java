package kz.ortaq.extractor;

import java.util.List;
import org.apache.tika.detect.CompositeEncodingDetector;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.parser.html.HtmlEncodingDetector;
import org.apache.tika.parser.txt.Icu4jEncodingDetector;
import org.apache.tika.parser.txt.UniversalEncodingDetector;

/** How the charset of a text without one is found: what the page declares, then what its bytes look like. */
final class Charsets {

    /** Tika's own detectors in Tika's own order, named here so that none has to be looked for in every jar. */
    static final EncodingDetector DETECTOR = new CompositeEncodingDetector(
            List.of(new HtmlEncodingDetector(), new UniversalEncodingDetector(), new Icu4jEncodingDetector()));

    private Charsets() {}
}
