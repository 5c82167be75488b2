package kz.ortaq.server.demo;

import io.gdcc.xoai.dataprovider.model.MetadataFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Language;
import kz.ortaq.records.Library;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Registry;
import kz.ortaq.server.http.WebServer;

/**
 * The sample libraries with their sources: two OAI-PMH endpoints on loopback, an export in RUSMARC, a sheet, a feed, and
 * two folders of documents.
 */
public final class SampleLibraries implements AutoCloseable {

    private static final MetadataFormat DUBLIN_CORE = MetadataFormat.metadataFormat("oai_dc")
            .withNamespace("http://www.openarchives.org/OAI/2.0/oai_dc/")
            .withSchemaLocation("http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
            .withTransformer(MetadataFormat.identity());
    private static final MetadataFormat MARC = MetadataFormat.metadataFormat("marc21")
            .withNamespace("http://www.loc.gov/MARC21/slim")
            .withSchemaLocation("http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd")
            .withTransformer(MetadataFormat.identity());

    // As Koha asks for a copy; the host stands for none.
    private static final String REQUEST = "https://koha.example.org/cgi-bin/koha/opac-reserve.pl?biblionumber={id}";

    private final Path samples;
    private final WebServer server;

    /** Starts the endpoints of the sample libraries in {@code samples}. */
    public SampleLibraries(Path samples) throws Exception {
        this.samples = samples;
        this.server = new WebServer(
                "127.0.0.1",
                0,
                List.of(
                        SampleFolder.endpoint(samples.resolve("abai-region"), "/abai-region/oai", DUBLIN_CORE),
                        SampleFolder.endpoint(samples.resolve("turkistan-city"), "/turkistan-city/oai", MARC)));
    }

    /** The {@code host:port} of the endpoints, for the guard of outgoing addresses. */
    public String allowed() {
        return server.address().getAuthority();
    }

    /** Registers the sample libraries, or brings the addresses of their endpoints up to date. */
    public void register(Registry registry) throws IOException {
        library(
                registry,
                "abai-region",
                "regional",
                "Абай облысы",
                new Library.Standing("101000000", "", "culture", "", "DSpace"),
                Map.of(
                        Language.KK, "Үлгі: Абай облысының әмбебап кітапханасы",
                        Language.RU, "Пример: универсальная библиотека области Абай",
                        Language.EN, "Sample: Universal Library of Abai Region"));
        library(
                registry,
                "turkistan-city",
                "children",
                "Түркістан облысы",
                new Library.Standing("611000000", "", "culture", "", "Koha"),
                Map.of(
                        Language.KK, "Үлгі: Түркістан қалалық балалар кітапханасы",
                        Language.RU, "Пример: городская детская библиотека Туркестана",
                        Language.EN, "Sample: Turkistan City Children’s Library"));
        library(
                registry,
                "village-school",
                "school",
                "Абай облысы",
                new Library.Standing("103200000", "", "education", "", ""),
                Map.of(
                        Language.KK, "Үлгі: Қарауыл ауылының мектебі",
                        Language.RU, "Пример: школа села Карауыл",
                        Language.EN, "Sample: Karauyl Village School"));
        library(
                registry,
                "lyceum",
                "school",
                "Павлодар облысы",
                new Library.Standing("551000000", "", "education", "", ""),
                Map.of(
                        Language.KK, "Үлгі: Павлодар лицейі",
                        Language.RU, "Пример: лицей Павлодара",
                        Language.EN, "Sample: Pavlodar Lyceum"));
        library(
                registry,
                "kostanay-region",
                "regional",
                "Қостанай облысы",
                new Library.Standing("391000000", "", "culture", "", "IRBIS64"),
                Map.of(
                        Language.KK, "Үлгі: Қостанай облыстық кітапханасы",
                        Language.RU, "Пример: Костанайская областная библиотека",
                        Language.EN, "Sample: Kostanay Regional Library"));
        library(
                registry,
                "aksu-school",
                "school",
                "Жетісу облысы",
                new Library.Standing("333200000", "", "education", "", "Excel"),
                Map.of(
                        Language.KK, "Үлгі: Ақсу ауылының мектебі",
                        Language.RU, "Пример: школа села Аксу",
                        Language.EN, "Sample: Aksu Village School"));
        library(
                registry,
                "semey-library",
                "city",
                "Абай облысы",
                new Library.Standing("101000000", "abai-region", "culture", "", ""),
                Map.of(
                        Language.KK, "Үлгі: Семей қалалық кітапханасы",
                        Language.RU, "Пример: городская библиотека Семея",
                        Language.EN, "Sample: Semey City Library"));
        oai(registry, "abai-region", Map.of("prefix", "oai_dc", Source.LISTS, "summer-reading"));
        oai(registry, "turkistan-city", Map.of("prefix", "marc21", Source.REQUEST, REQUEST));
        folder(registry, "village-school", Map.of("access", "open"));
        folder(registry, "lyceum", Map.of());
        files(registry, "kostanay-region", SourceKind.MARC, "rusmarc-1251.iso");
        files(registry, "aksu-school", SourceKind.SHEET, "");
        files(registry, "semey-library", SourceKind.FEED, "news.xml");
    }

    @Override
    public void close() throws Exception {
        server.close();
    }

    private static void library(
            Registry registry,
            String id,
            String kind,
            String region,
            Library.Standing standing,
            Map<Language, String> names) {
        registry.save(new Library(id, names, kind, region, "", standing));
    }

    private void oai(Registry registry, String library, Map<String, String> options) {
        URI address = server.address().resolve("/" + library + "/oai");
        registry.save(new Source(
                library + "-oai", library, SourceKind.OAI, address.toString(), options, Source.State.ACTIVE));
    }

    private void folder(Registry registry, String library, Map<String, String> options) {
        registry.save(new Source(
                library + "-files",
                library,
                SourceKind.FOLDER,
                samples.resolve(library).toAbsolutePath().toString(),
                options,
                Source.State.ACTIVE));
    }

    private void files(Registry registry, String library, SourceKind kind, String name) {
        registry.save(new Source(
                library + "-" + kind.code(),
                library,
                kind,
                samples.resolve(library).resolve(name).toAbsolutePath().toString(),
                Map.of(),
                Source.State.ACTIVE));
    }
}
