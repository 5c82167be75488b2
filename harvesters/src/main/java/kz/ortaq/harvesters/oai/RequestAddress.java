package kz.ortaq.harvesters.oai;

import io.gdcc.xoai.serviceprovider.parameters.Parameters;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Joins a base address and the arguments of a request. */
final class RequestAddress {

    private static final Set<String> ARGUMENTS =
            Set.of("verb", "metadataPrefix", "set", "from", "until", "identifier", "resumptionToken");

    private RequestAddress() {}

    /** The address that asks {@code base} for {@code parameters}. */
    static String of(String base, Parameters parameters) {
        // xoai starts every query with "?" though a base address may hold one already, and writes a space as "+",
        // which OAI-PMH 2.0 (3.1.1.3) wants as %20.
        String query = parameters.toUrl("").substring(1).replace("+", "%20");
        String address = base.strip().replaceFirst("#.*", "");
        int mark = address.indexOf('?');
        if (mark < 0) {
            return address + "?" + query;
        }
        // People paste addresses with a request in them; its arguments are replaced, what else there is stays.
        String kept = Arrays.stream(address.substring(mark + 1).split("&"))
                .filter(argument -> !argument.isEmpty() && !ARGUMENTS.contains(argument.replaceFirst("=.*", "")))
                .collect(Collectors.joining("&"));
        return address.substring(0, mark + 1) + (kept.isEmpty() ? "" : kept + "&") + query;
    }
}
