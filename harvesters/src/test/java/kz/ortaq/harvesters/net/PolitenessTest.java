package kz.ortaq.harvesters.net;

import static kz.ortaq.harvesters.net.TestNet.net;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import org.junit.jupiter.api.Test;

/** How much is asked of one host at once. */
final class PolitenessTest {

    @Test
    void asksAHostOneThingAtATime() throws Exception {
        assertEquals(1, most("network.connections=1"));
    }

    @Test
    void asksAHostSoManyThingsAsTheOperatorAllows() throws Exception {
        assertEquals(3, most("network.connections=3"));
    }

    /** How many requests of ten were with the server at once; each waits until as many came as are allowed. */
    private static int most(String setting) throws Exception {
        int allowed = Integer.parseInt(setting.substring(setting.indexOf('=') + 1));
        CountDownLatch together = new CountDownLatch(allowed);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (LocalServer server = new LocalServer(uri -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    together.countDown();
                    together.await();
                    inside.decrementAndGet();
                    return Reply.xml("<a/>");
                });
                Net net = net(server.settings(setting));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                answers.add(threads.submit(() -> net.get(server.address("/"), any -> false)));
            }
            for (Future<Answer> answer : answers) {
                answer.get();
            }
            return most.get();
        }
    }
}
