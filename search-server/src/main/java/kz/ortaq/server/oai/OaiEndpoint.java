package kz.ortaq.server.oai;

import io.gdcc.xoai.dataprovider.DataProvider;
import io.gdcc.xoai.model.oaipmh.OAIPMH;
import io.gdcc.xoai.xml.WriterContext;
import io.gdcc.xoai.xml.XmlWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import kz.ortaq.server.http.Answers;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** An OAI-PMH 2.0 endpoint at one path, answered by xoai's data provider. GET and POST, as §3.1.1 wants. */
public final class OaiEndpoint extends Handler.Abstract {

    private final String path;
    private final DataProvider provider;
    private final WriterContext context;

    public OaiEndpoint(String path, DataProvider provider, WriterContext context) {
        this.path = path;
        this.provider = provider;
        this.context = context;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!Request.getPathInContext(request).equals(path)) {
            return false;
        }
        Map<String, String[]> parameters = new LinkedHashMap<>();
        for (Fields.Field field : Request.getParameters(request)) {
            parameters.put(field.getName(), field.getValues().toArray(String[]::new));
        }
        Answers.text(response, callback, HttpStatus.OK_200, "text/xml", xml(provider.handle(parameters)));
        return true;
    }

    private String xml(OAIPMH answer) throws XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XmlWriter writer = new XmlWriter(bytes, context)) {
            answer.write(writer);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
