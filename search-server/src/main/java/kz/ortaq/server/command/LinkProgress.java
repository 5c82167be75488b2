package kz.ortaq.server.command;

import java.util.function.Consumer;
import kz.ortaq.harvesters.link.LinkHarvest;
import kz.ortaq.records.Source;

/** Tells now and then how the documents of a source come in. */
public final class LinkProgress implements Consumer<LinkHarvest.Result> {

    private final Source source;
    private final ProgressLine line;

    public LinkProgress(Source source) {
        this.source = source;
        this.line = new ProgressLine(source.id(), "documents");
    }

    @Override
    public void accept(LinkHarvest.Result result) {
        if (line.due()) {
            Output.say("%s: %d linked documents fetched, %d unchanged, %d not to be had, %d to be tried again so far"
                    .formatted(source.id(), result.fetched(), result.unchanged(), result.refused(), result.failed()));
        }
    }
}
