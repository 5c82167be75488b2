package kz.ortaq.server.demo;

import io.gdcc.xoai.dataprovider.model.Item;
import io.gdcc.xoai.dataprovider.model.Set;
import io.gdcc.xoai.model.oaipmh.results.record.Metadata;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A record of a sample library; its metadata is XML, empty for a deletion. */
record SampleRecord(String identifier, Instant datestamp, List<String> sets, boolean deleted, String metadata)
        implements Item {

    @Override
    public String getIdentifier() {
        return identifier;
    }

    @Override
    public Instant getDatestamp() {
        return datestamp;
    }

    @Override
    public List<Set> getSets() {
        return sets.stream().map(Set::new).toList();
    }

    @Override
    public boolean isDeleted() {
        return deleted;
    }

    @Override
    public Metadata getMetadata() {
        return Metadata.copyFromStream(new ByteArrayInputStream(metadata.getBytes(StandardCharsets.UTF_8)));
    }
}
