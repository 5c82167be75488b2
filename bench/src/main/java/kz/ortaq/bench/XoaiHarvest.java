package kz.ortaq.bench;

import io.gdcc.xoai.model.oaipmh.Granularity;
import io.gdcc.xoai.model.oaipmh.results.Record;
import io.gdcc.xoai.serviceprovider.ServiceProvider;
import io.gdcc.xoai.serviceprovider.client.JdkHttpOaiClient;
import io.gdcc.xoai.serviceprovider.model.Context;
import io.gdcc.xoai.serviceprovider.parameters.ListRecordsParameters;
import java.nio.file.Path;
import java.util.Iterator;

/** xoai's own service provider over its own HTTP client; it reads every record, and stores none. */
final class XoaiHarvest implements Contender {

    private final boolean model;

    /**
     * @param model whether metadata is read into xoai's own model, as it is meant to be; else it is handed over as text,
     *     unread
     */
    XoaiHarvest(boolean model) {
        this.model = model;
    }

    @Override
    public long harvest(String address, Path folder) throws Exception {
        Context context = new Context()
                .withBaseUrl(address)
                .withGranularity(Granularity.Second)
                .withOAIClient(
                        JdkHttpOaiClient.newBuilder().withBaseUrl(address).build());
        if (model) {
            context.withMetadataTransformer("oai_dc", Context.KnownTransformer.OAI_DC);
        } else {
            context.withSaveUnparsedMetadata();
        }
        Iterator<Record> records = new ServiceProvider(context)
                .listRecords(ListRecordsParameters.request().withMetadataPrefix("oai_dc"));
        long count = 0;
        while (records.hasNext()) {
            if (!records.next().getHeader().getIdentifier().isEmpty()) {
                count++;
            }
        }
        return count;
    }
}
