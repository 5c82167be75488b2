package kz.ortaq.server.web;

import java.util.List;

/**
 * The front page.
 *
 * @param works how many works there are, in words; empty while there is none
 */
public record FrontView(Frame frame, String works, List<Line> examples, String everything) {

    public FrontView {
        examples = List.copyOf(examples);
    }
}
