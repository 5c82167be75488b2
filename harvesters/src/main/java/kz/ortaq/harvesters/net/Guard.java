package kz.ortaq.harvesters.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.ortaq.config.Settings;
import kz.ortaq.config.Settings.Permission;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Lets connections through to public addresses only, or to those that the operator allows. The connection goes to the
 * very addresses that were checked here, so a name that resolves differently a moment later (DNS rebinding) gains
 * nothing. Thread-safe.
 */
final class Guard implements SocketAddressResolver {

    /** Where names become addresses. */
    interface Names {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final boolean allowPrivate;
    private final Set<String> allowed;
    private final Names names;

    Guard(Settings.Network settings, Names names) {
        this.allowPrivate = settings.privateAddresses() == Permission.ALLOW;
        this.allowed = new HashSet<>();
        settings.allowed()
                .forEach(pair -> allowed.add(pair.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "")));
        this.names = names;
    }

    /** The addresses of a host that may be connected to; at least one. */
    List<InetSocketAddress> check(String host, int port) throws NetException {
        String name = host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
        InetAddress[] addresses;
        try {
            addresses = names.resolve(name);
        } catch (UnknownHostException e) {
            throw NetException.unknown(name);
        }
        boolean everything = allowPrivate || allowed.contains(name + ":" + port);
        List<InetSocketAddress> checked = new ArrayList<>();
        for (InetAddress address : addresses) {
            if (everything || PublicAddress.is(address)) {
                checked.add(new InetSocketAddress(address, port));
            }
        }
        if (checked.isEmpty()) {
            throw NetException.forbidden(name + ":" + port);
        }
        return checked;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        // A name server may take its time; the connector's own thread must not wait for it.
        Thread.ofVirtual().name("resolve " + host).start(() -> {
            try {
                promise.succeeded(check(host, port));
            } catch (NetException e) {
                promise.failed(e);
            }
        });
    }
}
