package kz.ortaq.harvesters.net;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import kz.ortaq.config.Settings;

/**
 * Asks each host few things at once, and leaves it in peace a while after each answer: the longer it took, the longer.
 * Thread-safe.
 */
final class Politeness {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int MOST_HOSTS = 10_000;

    private final Settings.Network settings;
    private final Map<String, Host> hosts = new HashMap<>();

    Politeness(Settings.Network settings) {
        this.settings = settings;
    }

    private static final class Host {
        private final Semaphore places;
        private int users;
        private volatile long freeAt = System.nanoTime();

        Host(int places) {
            this.places = new Semaphore(places, true);
        }

        boolean idle() {
            return users == 0 && freeAt - System.nanoTime() <= 0;
        }
    }

    /** Something that is asked of a host. */
    interface Question<T> {
        T ask() throws NetException, InterruptedException;
    }

    /** Asks when it is our turn. */
    <T> T ask(String hostAndPort, Question<T> question) throws NetException, InterruptedException {
        Host host = enter(hostAndPort);
        try {
            host.places.acquire();
            try {
                long pause = host.freeAt - System.nanoTime();
                if (pause > 0) {
                    Thread.sleep(Duration.ofNanos(pause));
                }
                long start = System.nanoTime();
                try {
                    return question.ask();
                } finally {
                    long end = System.nanoTime();
                    long rest = (end - start) / 100 * settings.pausePercent();
                    host.freeAt = end + Math.min(rest, LONGEST_PAUSE.toNanos());
                }
            } finally {
                host.places.release();
            }
        } finally {
            leave(host);
        }
    }

    /** Leaves a host in peace for so long at least, as it asks for itself. */
    void rest(String hostAndPort, Duration asked) {
        Host host = enter(hostAndPort);
        host.freeAt = Math.max(host.freeAt, System.nanoTime() + asked.toNanos());
        leave(host);
    }

    private synchronized Host enter(String hostAndPort) {
        if (hosts.size() >= MOST_HOSTS) {
            hosts.values().removeIf(Host::idle);
        }
        Host host = hosts.computeIfAbsent(hostAndPort, name -> new Host(settings.connections()));
        host.users++;
        return host;
    }

    private synchronized void leave(Host host) {
        host.users--;
    }
}
