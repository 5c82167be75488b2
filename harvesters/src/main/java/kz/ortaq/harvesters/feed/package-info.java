/** Feeds: RSS and Atom with what they say of videos and books, JSON feeds, and exports of Telegram channels. */
@NullMarked
package kz.ortaq.harvesters.feed;

import org.jspecify.annotations.NullMarked;
