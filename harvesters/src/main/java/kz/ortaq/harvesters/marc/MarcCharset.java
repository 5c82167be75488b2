package kz.ortaq.harvesters.marc;

/** The charsets in which catalogues here are kept. */
enum MarcCharset {
    ASCII("US-ASCII"),
    UTF_8("UTF-8"),
    MARC_8("MARC-8"),
    WINDOWS_1251("windows-1251"),
    KZ_1048("KZ-1048"),
    IBM866("cp866"),
    KOI8_R("KOI8-R"),
    WINDOWS_1252("windows-1252"),
    ISO_5426("ISO 5426");

    private final String label;

    MarcCharset(String label) {
        this.label = label;
    }

    /** The name as a person writes it. */
    String label() {
        return label;
    }
}
