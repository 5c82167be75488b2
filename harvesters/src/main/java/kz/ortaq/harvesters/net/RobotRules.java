package kz.ortaq.harvesters.net;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import java.time.Duration;
import java.util.List;

/** What the robots.txt of one host says to Ortaq (RFC 9309). Thread-safe. */
public final class RobotRules {

    /** Robots that asks for more would hold a harvest up for days; the bound on time of the harvest does the rest. */
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    static final RobotRules EVERYTHING = new RobotRules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), true);
    static final RobotRules UNREACHABLE = new RobotRules(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), false);

    private final BaseRobotRules rules;
    private final boolean known;

    private RobotRules(BaseRobotRules rules, boolean known) {
        this.rules = rules;
        this.known = known;
    }

    static RobotRules of(BaseRobotRules rules) {
        return new RobotRules(rules, true);
    }

    /** Whether the rules could be had; where they could not, nothing is allowed for now (RFC 9309, 2.3.1.4). */
    public boolean known() {
        return known;
    }

    /** Whether an address of this host may be fetched. */
    public boolean allow(String address) {
        return rules.isAllowed(address);
    }

    /** How long the host asks to be left in peace between two requests: zero where it does not say, 30 s at most. */
    public Duration delay() {
        long asked = rules.getCrawlDelay();
        if (asked <= 0) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofMillis(asked);
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    /** The sitemaps that it names, as written. */
    public List<String> sitemaps() {
        return List.copyOf(rules.getSitemaps());
    }
}
