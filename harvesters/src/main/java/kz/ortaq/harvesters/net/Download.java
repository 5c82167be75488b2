package kz.ortaq.harvesters.net;

import java.net.URI;

/**
 * A file that was fetched.
 *
 * @param address the address that gave it, after redirects, without a password
 * @param status 200, or 304 where the server says that it is the one we had (RFC 9110, 15.4.5); then no file was written
 * @param contentType as sent; empty when there was none
 * @param name the file's name: that of Content-Disposition, else the last part of the address
 * @param etag its entity tag, as sent; empty when there was none
 * @param lastModified when it changed, as sent; empty when the server does not say
 * @param bytes its size
 */
public record Download(
        URI address, int status, String contentType, String name, String etag, String lastModified, long bytes) {

    /** Whether the server has nothing newer than what the conditions named. */
    public boolean unchanged() {
        return status == 304;
    }

    /**
     * What we have of a file already (RFC 9110, 13.1); empty strings where nothing is known.
     *
     * @param etag the entity tag of the last download
     * @param lastModified its Last-Modified
     */
    public record Conditions(String etag, String lastModified) {

        public static final Conditions NONE = new Conditions("", "");
    }
}
