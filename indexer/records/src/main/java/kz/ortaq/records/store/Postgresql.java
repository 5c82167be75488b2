package kz.ortaq.records.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsException;

/** Opens a PostgreSQL database as the settings say. No password is ever part of an address that is logged. */
final class Postgresql {

    private static final Pattern ADDRESS =
            Pattern.compile("jdbc:postgresql:(?://(?:([^/?@]*)@)?)?([^?@]*+)(?:\\?(.*+))?");
    // A plan made for any values compares a list of 500 identifiers with every record of a source, one by one.
    private static final String OPTIONS = "-c lock_timeout=60s -c plan_cache_mode=force_custom_plan";

    /** What an address says, taken apart. */
    private record Login(String address, String user, String password) {}

    private Postgresql() {}

    static Database open(Settings.Store settings) throws SettingsException {
        Login login = login(settings);
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(login.address());
        if (!login.user().isEmpty()) {
            config.setUsername(login.user());
        }
        if (!login.password().isEmpty()) {
            config.setPassword(login.password());
        }
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(Math.min(2, settings.connections()));
        config.addDataSourceProperty("ApplicationName", "ortaq");
        // A batch of rows becomes one statement: a page of 1,000 records costs few journeys instead of 1,000.
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("options", OPTIONS);
        HikariDataSource pool = new HikariDataSource(config);
        return Database.postgresql(pool, pool::close);
    }

    /** Takes user and password out of the address, so that nobody who logs it, logs them. */
    private static Login login(Settings.Store settings) throws SettingsException {
        Matcher matcher = ADDRESS.matcher(settings.url());
        if (!matcher.matches()) {
            // The address is not repeated: it may hold a password.
            throw new SettingsException("store.url: allowed: jdbc:postgresql://host/database, or nothing for SQLite");
        }
        String user = settings.user();
        String password = settings.password();
        if (matcher.group(1) != null) {
            String[] parts = matcher.group(1).split(":", 2);
            user = user.isEmpty() ? decoded(parts[0]) : user;
            password = password.isEmpty() && parts.length == 2 ? decoded(parts[1]) : password;
        }
        List<String> kept = new ArrayList<>();
        for (String parameter :
                matcher.group(3) == null ? new String[0] : matcher.group(3).split("&")) {
            if (parameter.startsWith("user=")) {
                user = user.isEmpty() ? decoded(parameter.substring("user=".length())) : user;
            } else if (parameter.startsWith("password=")) {
                password = password.isEmpty() ? decoded(parameter.substring("password=".length())) : password;
            } else if (!parameter.isEmpty()) {
                kept.add(parameter);
            }
        }
        String start = settings.url().startsWith("jdbc:postgresql://") ? "jdbc:postgresql://" : "jdbc:postgresql:";
        String address = start + matcher.group(2) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
        return new Login(address, user, password);
    }

    private static String decoded(String text) throws SettingsException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("store.url: user or password is not encoded as addresses are (%25 for %)");
        }
    }
}
