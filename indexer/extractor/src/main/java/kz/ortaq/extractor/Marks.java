package kz.ortaq.extractor;

import org.jspecify.annotations.Nullable;

/** How a parser's output shows where a page begins, and what the pages of its format are called. */
enum Marks {
    /** A text without pages. */
    NONE(""),
    PAGE("page"),
    SLIDE("slide"),
    SHEET("sheet"),
    /** Begun by the parser itself. */
    CHAPTER("chapter"),
    /** OpenDocument's slides and sheets, which Tika gives without a word: what stands directly in the body. */
    PLAIN_SLIDE("slide"),
    PLAIN_SHEET("sheet");

    private final String kind;

    Marks(String kind) {
        this.kind = kind;
    }

    /**
     * Whether a page begins with this element.
     *
     * @param style its class
     * @param depth how far below the body, 1 for its children
     */
    boolean begins(String name, @Nullable String style, int depth) {
        return switch (this) {
            case NONE, CHAPTER -> false;
            case PAGE -> "page".equals(style);
            case SLIDE -> "slide-content".equals(style);
            // Tika's two readers of Excel call it differently.
            case SHEET -> "sheet".equals(style) || "page".equals(style);
            case PLAIN_SLIDE -> depth == 1 && name.equals("div");
            case PLAIN_SHEET -> depth == 1 && name.equals("table");
        };
    }

    /** Whether a page is called by the first of its highest headings. */
    boolean labelled() {
        return this == CHAPTER || this == SHEET;
    }

    /** What a page is: {@code page}, {@code slide}, {@code sheet}, {@code chapter}; empty where there are none. */
    String kind() {
        return kind;
    }
}
