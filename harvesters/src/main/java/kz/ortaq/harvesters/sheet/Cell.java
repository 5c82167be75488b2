package kz.ortaq.harvesters.sheet;

/** A cell with the text that a person sees in it. */
record Cell(String text, Span span) {

    /** How a cell takes part in a merged one. */
    enum Span {
        ALONE,
        /** The first of several cells merged side by side. */
        LEADS,
        /** Covered by a cell to its left, whose text it repeats. */
        ACROSS,
        /** Covered by a cell above, whose text holds for this row as well. */
        BELOW
    }

    static final Cell EMPTY = new Cell("", Span.ALONE);

    static Cell of(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, Span.ALONE);
    }
}
