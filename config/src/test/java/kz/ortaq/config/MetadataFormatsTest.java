package kz.ortaq.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataFormatsTest {

    private static final String SLIM = "http://www.loc.gov/MARC21/slim";

    private final MetadataFormats formats = new MetadataFormats();

    @Test
    void placesMarcBeforeDublinCore() {
        assertEquals("MARC 21", formats.richestFirst().getFirst().name());
        assertEquals("Dublin Core", formats.richestFirst().getLast().name());
    }

    @ParameterizedTest
    @CsvSource({
        "kitap, http://www.loc.gov/MARC21/slim, '', MARC 21",
        "kitap, http://www.loc.gov/MARC21/slim/, '', MARC 21",
        "kitap, urn:x, http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd, MARC 21",
        "didl, http://www.loc.gov/mods/v3, '', MODS",
        "oai_dc, '', '', Dublin Core"
    })
    void knowsAFormatByItsNamespaceOrSchemaAndOnlyThenByItsPrefix(
            String prefix, String namespace, String schema, String name) {
        assertEquals(name, formats.find(prefix, namespace, schema).orElseThrow().name());
    }

    @Test
    void doesNotTakeUnimarcForMarc21ThoughItSharesTheNamespace() {
        assertEquals("UNIMARC", formats.find("rusmarc", SLIM, "").orElseThrow().name());
    }

    @Test
    void doesNotTrustAPrefixAgainstAnUnknownNamespace() {
        assertEquals(Optional.empty(), formats.find("marc21", "http://kitap.example/own", ""));
    }
}
