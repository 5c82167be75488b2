package kz.ortaq.extractor;

import java.io.IOException;

/** Hears of an answer that is not whole yet, so that what is known is not lost with the process. */
interface Progress {

    /** The answer before pages are read off their pictures, which takes long. */
    void soFar(Answer answer) throws IOException;

    /** A page that was read meanwhile; its number is its place among those of the answer before, from 1. */
    void read(Answer.Page page) throws IOException;

    /** Tells nobody. */
    Progress UNHEARD = new Progress() {
        @Override
        public void soFar(Answer answer) {}

        @Override
        public void read(Answer.Page page) {}
    };
}
