package kz.ortaq.server.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.engine.query.SearchRequest;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.server.api.SearchApi;
import kz.ortaq.server.catalogue.SearchParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ortaq search}: asks the index, through the same code as the API. */
@Command(name = "search", description = "Ask the index.")
public final class SearchCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Parameters(paramLabel = "QUERY", arity = "1..*", description = "As in the search box.")
    private List<String> query = List.of();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    @Option(names = "--size", description = "How many results.", defaultValue = "10")
    private int size = 10;

    public SearchCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        try (Ortaq ortaq = workplace.open()) {
            ortaq.sayWhereEmpty();
            Map<String, List<String>> given = new LinkedHashMap<>();
            given.put("q", List.of(String.join(" ", query)));
            given.put("size", List.of(String.valueOf(size)));
            SearchRequest request;
            try {
                request = new SearchParameters(ortaq.settings().search()).read(given);
            } catch (SearchParameters.Wrong e) {
                Output.say(String.valueOf(e.getMessage()));
                return ExitCode.WRONG_USAGE;
            }
            Optional<SearchIndex> index = ortaq.indexes().openForReading();
            if (index.isEmpty()) {
                Output.say("Nothing was indexed yet; “ortaq harvest” does.");
                return ExitCode.FAILED;
            }
            try (SearchIndex open = index.get()) {
                SearchResult result = open.search(request);
                if (json) {
                    Output.json(SearchApi.searchJson(given, request, result));
                } else {
                    print(result);
                }
            }
            return ExitCode.DONE;
        }
    }

    private static void print(SearchResult result) {
        Output.say(result.total() + " works");
        if (!result.didYouMean().isEmpty()) {
            Output.say("Did you mean: " + result.didYouMean());
        }
        for (SearchResult.Hit hit : result.hits()) {
            String year = hit.work().year() == 0 ? "" : ", " + hit.work().year();
            String people = hit.work().contributors().isEmpty()
                    ? ""
                    : " / " + String.join("; ", hit.work().contributors());
            Output.data(hit.work().id() + "  " + hit.work().title() + people + year + " ("
                    + hit.work().kind() + ")");
        }
    }
}
