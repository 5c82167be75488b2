package kz.ortaq.server.oai;

import io.gdcc.xoai.dataprovider.DataProvider;
import io.gdcc.xoai.dataprovider.model.Context;
import io.gdcc.xoai.dataprovider.repository.ItemRepository;
import io.gdcc.xoai.dataprovider.repository.Repository;
import io.gdcc.xoai.dataprovider.repository.RepositoryConfiguration;
import io.gdcc.xoai.dataprovider.repository.SetRepository;
import io.gdcc.xoai.model.oaipmh.OAIPMH;
import io.gdcc.xoai.xml.WriterContext;
import io.gdcc.xoai.xml.XmlWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final String path;
    private final Context formats;
    private final RepositoryConfiguration configuration;
    private final ItemRepository items;
    private final SetRepository sets;

    /** @param configuration what the repository says of itself; its base URL is the address that was asked */
    public OaiEndpoint(
            String path,
            Context formats,
            RepositoryConfiguration configuration,
            ItemRepository items,
            SetRepository sets) {
        this.path = path;
        this.formats = formats;
        this.configuration = configuration;
        this.items = items;
        this.sets = sets;
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
        days(parameters);
        RepositoryConfiguration here = configuration
                .asTemplate()
                .withBaseUrl(request.getHttpURI().getScheme() + "://"
                        + request.getHttpURI().getAuthority() + path)
                .build();
        Repository repository = new Repository(here).withItemRepository(items).withSetRepository(sets);
        OAIPMH answer = DataProvider.dataProvider(formats, repository).handle(parameters);
        Answers.text(response, callback, HttpStatus.OK_200, "text/xml", xml(answer, here));
        return true;
    }

    /**
     * Writes days as the seconds that they begin and end with: every repository must understand days (OAI-PMH 2.0
     * §3.3), and xoai refuses them in one that counts in seconds. A day beside a second stays as it is, and is refused.
     */
    private static void days(Map<String, String[]> parameters) {
        boolean allDays = Stream.of("from", "until")
                .flatMap(name -> Stream.of(parameters.getOrDefault(name, new String[0])))
                .allMatch(value -> DAY.matcher(value).matches());
        if (allDays) {
            parameters.computeIfPresent("from", (name, values) -> with(values, "T00:00:00Z"));
            parameters.computeIfPresent("until", (name, values) -> with(values, "T23:59:59Z"));
        }
    }

    private static String[] with(String[] days, String time) {
        return Stream.of(days).map(day -> day + time).toArray(String[]::new);
    }

    private static String xml(OAIPMH answer, WriterContext context) throws XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XmlWriter writer = new XmlWriter(bytes, context)) {
            answer.write(writer);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
