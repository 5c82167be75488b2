package kz.ortaq.harvesters.net;

import java.net.URI;

/**
 * What a server answered, decompressed, within the bounds of the settings.
 *
 * @param address the address that answered, after redirects, without a password
 * @param contentType the Content-Type as sent; empty when there was none
 * @param body the bytes, or as many as arrived when {@code cut}
 * @param cut whether the connection or the compression ended before the body did
 */
@SuppressWarnings("ArrayRecordComponent") // a page of megabytes is handed over once, and read in place
public record Answer(URI address, int status, String contentType, byte[] body, boolean cut) {

    /** The address for people to read: without its query, in which tokens and keys may stand. */
    public String place() {
        return Addresses.shown(address);
    }

    /** Whether the status is one of success (2xx). */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }
}
