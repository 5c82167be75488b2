package kz.ortaq.harvesters.oai;

import io.gdcc.xoai.model.oaipmh.results.Set;
import io.gdcc.xoai.model.oaipmh.verbs.Verb;
import io.gdcc.xoai.serviceprovider.ServiceProvider;
import io.gdcc.xoai.serviceprovider.model.Context;
import io.gdcc.xoai.serviceprovider.parameters.Parameters;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** What the endpoint says of itself. */
    Identity identity() throws EndpointException, InterruptedException {
        return SmallAnswers.identity(document(Verb.Type.Identify))
                .orElseThrow(() -> new EndpointException("the answer holds no Identify"));
    }

    /** The formats that the endpoint offers; empty when it does not say. */
    List<Offered> formats() throws InterruptedException {
        try {
            return SmallAnswers.formats(document(Verb.Type.ListMetadataFormats));
        } catch (EndpointException e) {
            return List.of();
        }
    }

    private OaiDocument document(Verb.Type verb) throws EndpointException, InterruptedException {
        try {
            Answer answer = get(Parameters.parameters().withVerb(verb));
            String text = PageText.decode(answer.body(), answer.contentType());
            String fault = text.isBlank() ? "the answer is empty" : "the answer is not in OAI-PMH";
            return OaiDocument.in(text).orElseThrow(() -> new EndpointException(fault));
        } catch (NetException e) {
            throw new EndpointException(e);
        }
    }

    /** The first sets that the endpoint has; empty when it does not say. */
    List<String> sets() throws InterruptedException {
        return List.copyOf(namedSets().keySet());
    }

    /** The same with their names. */
    Map<String, String> namedSets() throws InterruptedException {
        try {
            return ask(() -> {
                Map<String, String> named = new LinkedHashMap<>();
                Iterator<Set> sets = xoai.listSets();
                while (named.size() < MOST_SETS && sets.hasNext()) {
                    Set set = sets.next();
                    named.putIfAbsent(set.getSpec(), String.valueOf(set.getName()));
                }
                return named;
            });
        } catch (EndpointException e) {
            return Map.of();
        }
    }

    /**
     * Asks for the page that {@code at} stands before.
     *
     * @param verb ListRecords or ListIdentifiers
     */
    Answer list(Verb.Type verb, Checkpoint at, String set) throws NetException, InterruptedException {
        Parameters parameters = Parameters.parameters().withVerb(verb);
        if (at.underWay()) {
            // The token is an exclusive argument (OAI-PMH 2.0, 4.5).
            return get(parameters.withResumptionToken(at.token()));
        }
        parameters.withMetadataPrefix(at.format());
        if (!set.isEmpty()) {
            parameters.withSet(set);
        }
        // Both bounds in one granularity: a mixture is a bad argument (OAI-PMH 2.0, 3.3.1).
        String written = at.from().isEmpty() ? at.until() : at.from();
        if (!written.isEmpty()) {
            parameters.withGranularity(Moments.granularity(written).toString());
        }
        Moments.read(at.from()).ifPresent(parameters::withFrom);
        Moments.read(at.until()).ifPresent(parameters::withUntil);
        return get(parameters);
    }

    /** Asks for one record. */
    Answer record(String identifier, String prefix) throws NetException, InterruptedException {
        return get(Parameters.parameters()
                .withVerb(Verb.Type.GetRecord)
                .identifier(identifier)
                .withMetadataPrefix(prefix));
    }

    private Answer get(Parameters parameters) throws NetException, InterruptedException {
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
