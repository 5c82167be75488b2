package kz.ortaq.harvesters.oai;

import io.gdcc.xoai.serviceprovider.client.OAIClient;
import io.gdcc.xoai.serviceprovider.exceptions.OAIRequestException;
import io.gdcc.xoai.serviceprovider.parameters.Parameters;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.net.NetException;

/** Lets xoai ask through {@link Net}, and hands it the bare document. */
final class XoaiTransport extends OAIClient {

    private final Net net;
    private final String base;

    XoaiTransport(Net net, String base) {
        this.net = net;
        this.base = base;
    }

    @Override
    public InputStream execute(Parameters parameters) throws OAIRequestException {
        try {
            Answer answer = net.get(RequestAddress.of(base, parameters), OaiDocument::speaks);
            String text = PageText.decode(answer.body(), answer.contentType());
            OaiDocument document =
                    OaiDocument.in(text).orElseThrow(() -> new OAIRequestException("the answer is not in OAI-PMH"));
            return new ByteArrayInputStream(document.clean());
        } catch (NetException e) {
            throw new OAIRequestException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OAIRequestException("interrupted", e);
        }
    }
}
