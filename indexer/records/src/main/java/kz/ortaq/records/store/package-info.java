/** Where the nouns are kept: a database for records, folders for documents and texts. */
@NullMarked
package kz.ortaq.records.store;

import org.jspecify.annotations.NullMarked;
