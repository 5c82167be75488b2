package kz.ortaq.config;

/** Settings that cannot be used; the message says where, what was found and what is allowed. */
public final class SettingsException extends Exception {

    public SettingsException(String message) {
        super(message);
    }
}
