package kz.ortaq.harvesters.marc;

/** A way of writing a record as lines of text. */
interface LineForm {

    /** Whether a line stands between two records. */
    boolean separates(Lines.Line line);

    /** Whether a record begins with this line, whatever stood before it. */
    boolean begins(Lines.Line line);

    /** Reads a record, or says what it is if it is none. */
    Item read(String place, byte[] sent, Majority majority);
}
