package kz.ortaq.harvesters.oai;

import java.util.Map;
import java.util.Optional;

/** Knows the namespaces of metadata by the prefixes, and by the first elements, that everybody uses for them. */
final class KnownNamespaces {

    static final String OAI = "http://www.openarchives.org/OAI/2.0/";
    static final String OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    static final String DC = "http://purl.org/dc/elements/1.1/";

    static final String MARC = "http://www.loc.gov/MARC21/slim";
    private static final String MODS = "http://www.loc.gov/mods/v3";
    private static final String LOM = "http://ltsc.ieee.org/xsd/LOM";
    private static final String ETDMS = "http://www.ndltd.org/standards/metadata/etdms/1.0/";

    private static final Map<String, String> BY_PREFIX = Map.ofEntries(
            Map.entry("oai", OAI),
            Map.entry("oai_dc", OAI_DC),
            Map.entry("dc", DC),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("dcmitype", "http://purl.org/dc/dcmitype/"),
            Map.entry("qdc", "http://worldcat.org/xmlschemas/qdc-1.0/"),
            Map.entry("xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            Map.entry("xlink", "http://www.w3.org/1999/xlink"),
            Map.entry("marc", MARC),
            Map.entry("slim", MARC),
            Map.entry("mods", MODS),
            Map.entry("mets", "http://www.loc.gov/METS/"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("edm", "http://www.europeana.eu/schemas/edm/"),
            Map.entry("ore", "http://www.openarchives.org/ore/terms/"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("lom", LOM),
            Map.entry("etdms", ETDMS),
            Map.entry("thesis", ETDMS),
            Map.entry("dim", "http://www.dspace.org/xmlns/dspace/dim"),
            Map.entry("datacite", "http://datacite.org/schema/kernel-4"),
            Map.entry("didl", "urn:mpeg:mpeg21:2002:02-DIDL-NS"),
            Map.entry("provenance", "http://www.openarchives.org/OAI/2.0/provenance"),
            Map.entry("oai-identifier", "http://www.openarchives.org/OAI/2.0/oai-identifier"));

    private static final Map<String, String> BY_ROOT = Map.of(
            "dc", OAI_DC,
            "mods", MODS,
            "modsCollection", MODS,
            "record", MARC,
            "collection", MARC,
            "lom", LOM,
            "thesis", ETDMS,
            "dim", "http://www.dspace.org/xmlns/dspace/dim");

    private KnownNamespaces() {}

    /** What {@code prefix} stands for; a prefix that nobody knows gets a namespace of its own. */
    static String ofPrefix(String prefix) {
        return BY_PREFIX.getOrDefault(prefix, "urn:undeclared:" + prefix);
    }

    /** The namespace of metadata whose first element is {@code root}; empty when its name says nothing. */
    static Optional<String> ofRoot(String root) {
        return Optional.ofNullable(BY_ROOT.get(root));
    }
}
