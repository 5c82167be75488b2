package kz.ortaq.harvesters.oai;

import io.gdcc.xoai.model.oaipmh.Granularity;
import io.gdcc.xoai.model.oaipmh.results.MetadataFormat;
import io.gdcc.xoai.model.oaipmh.results.Set;
import io.gdcc.xoai.model.oaipmh.verbs.Verb;
import io.gdcc.xoai.serviceprovider.ServiceProvider;
import io.gdcc.xoai.serviceprovider.model.Context;
import io.gdcc.xoai.serviceprovider.parameters.Parameters;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.records.Checkpoint;

/** One OAI-PMH base address, and what can be asked of it. */
final class Endpoint {

    /** Enough to find a set in; some servers have tens of thousands. */
    static final int MOST_SETS = 2_000;

    private final Net net;
    private final String base;
    private final ServiceProvider xoai;

    Endpoint(Net net, String base) {
        this.net = net;
        this.base = base;
        this.xoai = new ServiceProvider(new Context().withBaseUrl(base).withOAIClient(new XoaiTransport(net, base)));
    }

    /** The granularity of the endpoint's datestamps, as Identify gives it. */
    Granularity granularity() throws EndpointException, InterruptedException {
        return ask(() -> xoai.identify().getGranularity());
    }

    /** The prefixes of the formats that the endpoint offers; empty when it does not say. */
    List<String> formats() throws InterruptedException {
        try {
            return ask(() -> {
                List<String> prefixes = new ArrayList<>();
                Iterator<MetadataFormat> formats = xoai.listMetadataFormats();
                while (formats.hasNext()) {
                    prefixes.add(formats.next().getMetadataPrefix());
                }
                return prefixes;
            });
        } catch (EndpointException e) {
            return List.of();
        }
    }

    /** The first sets that the endpoint has; empty when it does not say. */
    List<String> sets() throws InterruptedException {
        try {
            return ask(() -> {
                List<String> specs = new ArrayList<>();
                Iterator<Set> sets = xoai.listSets();
                while (specs.size() < MOST_SETS && sets.hasNext()) {
                    specs.add(sets.next().getSpec());
                }
                return specs;
            });
        } catch (EndpointException e) {
            return List.of();
        }
    }

    /** Asks for the page that {@code at} stands before. */
    Answer list(Checkpoint at, String set) throws NetException, InterruptedException {
        Parameters parameters = Parameters.parameters().withVerb(Verb.Type.ListRecords);
        if (at.underWay()) {
            // The token is an exclusive argument (OAI-PMH 2.0, 4.5).
            parameters.withResumptionToken(at.token());
        } else {
            parameters.withMetadataPrefix(at.format());
            if (!set.isEmpty()) {
                parameters.withSet(set);
            }
            Moments.read(at.from())
                    .ifPresent(from -> parameters
                            .withFrom(from)
                            .withGranularity(Moments.granularity(at.from()).toString()));
        }
        return net.get(RequestAddress.of(base, parameters), OaiDocument::speaks);
    }

    private interface Question<T> {
        T ask() throws Exception;
    }

    /** Asks xoai, which reports the faults of an answer as exceptions of many kinds, most of them unchecked. */
    private static <T> T ask(Question<T> question) throws EndpointException, InterruptedException {
        try {
            return question.ask();
        } catch (Exception e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while asking");
            }
            throw new EndpointException(e);
        }
    }
}
