package kz.ortaq.harvesters.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Tells the addresses of the open internet from those with a special purpose (RFC 6890 and its registries). */
final class PublicAddress {

    private PublicAddress() {}

    /** Whether the address belongs to the open internet. */
    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int a = bytes[0] & 0xFF;
        int b = bytes[1] & 0xFF;
        int c = bytes[2] & 0xFF;
        return switch (a) {
            case 0, 10, 127 -> false;
            case 100 -> b < 64 || b > 127; // shared by carriers (RFC 6598)
            case 169 -> b != 254;
            case 172 -> b < 16 || b > 31;
            case 192 -> b != 168 && !(b == 0 && (c == 0 || c == 2)) && !(b == 88 && c == 99);
            case 198 -> b != 18 && b != 19 && !(b == 51 && c == 100);
            case 203 -> !(b == 0 && c == 113);
            default -> a < 224;
        };
    }

    private static boolean isPublic6(byte[] bytes) {
        int first = word(bytes, 0);
        int second = word(bytes, 2);
        if (first == 0x64 && second == 0xFF9B) {
            // NAT64 (RFC 6052); what a network translates by a prefix of its own (RFC 8215) leads anywhere.
            return ByteBuffer.wrap(bytes).getLong(4) == 0 && embedded(bytes, 12);
        }
        if (first == 0x2002) {
            return embedded(bytes, 2); // 6to4 (RFC 3056)
        }
        if (first == 0x2001 && (second < 0x200 || second == 0xDB8)) {
            return false; // Teredo, ORCHID and the like; documentation
        }
        // Only 2000::/3 is given out (RFC 4291, 2.4): this leaves out mapped and unique local addresses too.
        return first >= 0x2000 && first <= 0x3FFF && first != 0x3FFF;
    }

    private static boolean embedded(byte[] bytes, int from) {
        try {
            return is(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static int word(byte[] bytes, int from) {
        return (bytes[from] & 0xFF) << 8 | bytes[from + 1] & 0xFF;
    }
}
