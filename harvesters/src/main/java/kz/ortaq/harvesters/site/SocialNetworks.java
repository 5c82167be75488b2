package kz.ortaq.harvesters.site;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows pages of social networks, which are no sources, and what a library registers in their place. */
final class SocialNetworks {

    private static final String VIDEOS = "feed:https://www.youtube.com/feeds/videos.xml?";
    private static final String TELEGRAM = "feed:result.json (Telegram Desktop → Export chat history → JSON)";
    private static final String OWN_SITE =
            "site: (кітапхананың өз сайты / собственный сайт библиотеки / the library's own site)";

    private static final Pattern CHANNEL = Pattern.compile("/channel/(UC[\\w-]{10,40}+).*");
    private static final Pattern PLAYLIST = Pattern.compile(".*[?&]list=([\\w-]{10,60}+).*");

    /** By domain, what to register instead. */
    private static final Map<String, String> NETWORKS = Map.ofEntries(
            Map.entry("youtube.com", VIDEOS + "channel_id=UC…"),
            Map.entry("youtu.be", VIDEOS + "channel_id=UC…"),
            Map.entry("t.me", TELEGRAM),
            Map.entry("telegram.me", TELEGRAM),
            Map.entry("instagram.com", OWN_SITE),
            Map.entry("facebook.com", OWN_SITE),
            Map.entry("fb.com", OWN_SITE),
            Map.entry("vk.com", OWN_SITE),
            Map.entry("vk.ru", OWN_SITE),
            Map.entry("ok.ru", OWN_SITE),
            Map.entry("tiktok.com", OWN_SITE),
            Map.entry("twitter.com", OWN_SITE),
            Map.entry("x.com", OWN_SITE),
            Map.entry("threads.net", OWN_SITE),
            Map.entry("linkedin.com", OWN_SITE),
            Map.entry("whatsapp.com", OWN_SITE));

    private SocialNetworks() {}

    /** What to register instead of {@code address}; empty where it is no page of a social network. */
    static Optional<String> instead(String address) {
        String host =
                PageAddresses.host(address.strip()).replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> network : NETWORKS.entrySet()) {
            if (host.equals(network.getKey()) || host.endsWith("." + network.getKey())) {
                return Optional.of(network.getValue().startsWith(VIDEOS) ? videos(address) : network.getValue());
            }
        }
        return Optional.empty();
    }

    private static String videos(String address) {
        Matcher channel = CHANNEL.matcher(PageAddresses.path(address));
        if (channel.matches()) {
            return VIDEOS + "channel_id=" + channel.group(1);
        }
        Matcher playlist = PLAYLIST.matcher(address);
        return VIDEOS + (playlist.matches() ? "playlist_id=" + playlist.group(1) : "channel_id=UC…");
    }
}
