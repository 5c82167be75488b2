package kz.ortaq.config;

import java.util.List;

/**
 * Everything that an operator can set, with defaults for all of it. The keys of {@code ortaq.yaml} are the components'
 * names with hyphens: {@code harvest.page-bytes}.
 */
public record Settings(
        Server server,
        Store store,
        Network network,
        Harvest harvest,
        Site site,
        Link link,
        Crosswalk crosswalk,
        Extract extract,
        Index index,
        Search search) {

    /** Whether something is done. */
    public enum Permission {
        ALLOW,
        DENY
    }

    /**
     * The HTTP server.
     *
     * @param host the address it listens on
     * @param port 0 for any free one
     */
    public record Server(
            @Setting("127.0.0.1") String host,
            @Setting(value = "8080", max = 65_535) int port) {}

    /**
     * Where libraries, records and runs are kept. Documents, texts and the index stay in the data folder.
     *
     * @param url empty for a SQLite database in the data folder, which serves one machine; or
     *     {@code jdbc:postgresql://host/database} for a PostgreSQL database (14 or newer), which several servers may share
     * @param user the PostgreSQL user; empty for this system's user
     * @param password its password, best written in {@code ortaq.yaml}, which only its owner should read; where it is
     *     empty, the file {@code ~/.pgpass} is asked
     * @param connections how many connections to PostgreSQL are open at once
     */
    public record Store(
            @Setting("") String url,
            @Setting("") String user,
            @Setting("") String password,
            @Setting(value = "10", min = 2, max = 1_000) int connections) {

        /** A SQLite database in the data folder. */
        public static final Store SQLITE = new Store("", "", "", 10);

        /** Names no password: neither its own nor one within the address. */
        @Override
        public String toString() {
            return "Store[" + (url.isEmpty() ? "SQLite" : "PostgreSQL") + ", connections=" + connections + "]";
        }
    }

    /**
     * How other machines are asked.
     *
     * @param privateAddresses whether loopback and private addresses may be fetched
     * @param allowed {@code host:port} pairs that may be fetched though they are private
     * @param contact an e-mail or web address that a harvested library can write to, told in the User-Agent
     * @param timeoutSeconds how long one request may take in all
     * @param retries how often a failed request is tried again
     * @param retrySeconds the longest wait between two tries; a server that asks for more in Retry-After is left alone
     *     until the next harvest
     * @param downloadSeconds how long the download of one file may take in all
     * @param connections how many requests one host is asked at once
     * @param pausePercent how long a host is left in peace after an answer, in percent of the time that it took for it
     */
    public record Network(
            @Setting(value = "deny", key = "private") Permission privateAddresses,
            @Setting("") List<String> allowed,
            @Setting("") String contact,
            @Setting(value = "120", min = 1, max = 3_600) int timeoutSeconds,
            @Setting(value = "5", max = 20) int redirects,
            @Setting(value = "3", max = 20) int retries,
            @Setting(value = "300", min = 0, max = 3_600) int retrySeconds,

            @Setting(value = "3600", min = 1, max = 86_400) int downloadSeconds,

            @Setting(value = "1", min = 1, max = 16) int connections,
            @Setting(value = "25", max = 10_000) int pausePercent) {}

    /**
     * Bounds of a harvest.
     *
     * @param pageBytes the largest answer that is read, after decompression
     * @param recordCharacters the longest record that is taken
     * @param documentBytes the largest document that is taken
     * @param folderFiles how many files of one folder are looked at
     * @param parallel how many sources are harvested at once; most of them wait for their servers, and of sources on
     *     one host only one is harvested at a time by a running server
     * @param exportBytes the largest export that is taken: a file of records, a spreadsheet
     * @param runBytes how much is fetched of one source in one run
     * @param runMinutes how long one run of one source may take
     * @param windowRecords a list with more records than this is asked for in windows of time
     * @param reconcileDays how often the records of a source that tells of no deletions are compared with its list; 0
     *     for each run
     * @param everyHours how often a running server harvests each source that has no rhythm of its own (the option
     *     {@code every} of a source: {@code 6h}, {@code 7d}, {@code never}); 0 for never by itself. With 24, and every
     *     multiple of it, sources are harvested at night, each at a minute of its own that stays the same, so that
     *     thousands do not start at once
     * @param nightFrom the hour at which the night begins in Kazakhstan (Asia/Almaty); where it is the same as
     *     {@code night-to}, the whole day is used
     * @param nightTo the hour at which the night ends
     */
    public record Harvest(
            @Setting(value = "33554432", min = 1_024, max = 1_073_741_824)
            int pageBytes,

            @Setting(value = "500000", min = 100, max = 100_000_000)
            int recordCharacters,

            @Setting(value = "2147483648", min = 1) long documentBytes,

            @Setting(value = "200000", min = 1, max = 10_000_000)
            int folderFiles,

            @Setting(value = "4294967296", min = 1) long exportBytes,

            @Setting(value = "17179869184", min = 1_024) long runBytes,

            @Setting(value = "720", min = 1, max = 100_000) int runMinutes,

            @Setting(value = "20000", min = 1) int windowRecords,
            @Setting(value = "7", max = 3_650) int reconcileDays,
            @Setting(value = "64", min = 1, max = 1_000) int parallel,
            @Setting(value = "24", max = 8_760) int everyHours,
            @Setting(value = "22", max = 23) int nightFrom,
            @Setting(value = "6", max = 23) int nightTo) {}

    /**
     * Bounds of reading a library's site.
     *
     * @param pages how many pages of one site are read in one run
     * @param depth how many links a page may lie away from the first
     * @param bytes how much is read of one site in one run
     * @param seconds how long one run may take
     */
    public record Site(
            @Setting(value = "2000", min = 1, max = 1_000_000)
            int pages,

            @Setting(value = "6", min = 0, max = 100) int depth,

            @Setting(value = "536870912", min = 1_024) long bytes,

            @Setting(value = "7200", min = 1, max = 604_800) int seconds) {}

    /**
     * The documents that records point to.
     *
     * @param fetch whether they are fetched
     * @param documents how many addresses of one source are asked for in one run
     * @param bytes how much is fetched of one source in one run
     * @param seconds how long one run of one source may take
     * @param attempts how often an address with a trouble of the moment is asked before it is left alone for a while
     * @param recheckDays after how many days an address is asked again, whether it gave a document or not
     */
    public record Link(
            @Setting("allow") Permission fetch,

            @Setting(value = "2000", min = 1, max = 1_000_000)
            int documents,

            @Setting(value = "8589934592", min = 1_024) long bytes,

            @Setting(value = "3600", min = 1, max = 864_000) int seconds,
            @Setting(value = "5", min = 1, max = 100) int attempts,
            @Setting(value = "30", min = 1, max = 3_650) int recheckDays) {}

    /**
     * Tables by which records are mapped.
     *
     * @param folder where the operator's own tables are; empty for {@code crosswalks} in the data folder
     */
    public record Crosswalk(@Setting("") String folder) {}

    /**
     * Bounds of taking text out of documents.
     *
     * @param workers how many child processes work at once
     * @param memoryMegabytes heap of one child
     * @param seconds how long one document may take
     * @param characters how much text of one document is kept
     * @param tesseract the path of Tesseract; empty to look for it on the path of programs
     * @param ocrPages how many pages of one document are read off their pictures; 0 for none
     * @param ocrPageSeconds how long one of them may take to be drawn, and to be read
     * @param ocrSeconds how long all of them may take, after the text that is there was found
     */
    public record Extract(
            @Setting(value = "2", min = 1, max = 64) int workers,
            @Setting(value = "384", min = 64, max = 65_536) int memoryMegabytes,
            @Setting(value = "120", min = 1, max = 3_600) int seconds,

            @Setting(value = "5000000", min = 1_000, max = 500_000_000)
            int characters,

            @Setting("") String tesseract,
            @Setting(value = "500", max = 100_000) int ocrPages,
            @Setting(value = "60", min = 1, max = 3_600) int ocrPageSeconds,
            @Setting(value = "1800", min = 1, max = 86_400) int ocrSeconds) {

        /** With what is usual for reading pictures. */
        public Extract(int workers, int memoryMegabytes, int seconds, int characters) {
            this(workers, memoryMegabytes, seconds, characters, "", 500, 60, 1_800);
        }
    }

    /**
     * The index.
     *
     * @param bufferMegabytes memory for documents not yet written
     * @param batch records that are indexed between two looks at the store
     * @param commitSeconds how long a change may be searchable without being safe on disk
     */
    public record Index(
            @Setting(value = "48", min = 16, max = 1_024) int bufferMegabytes,
            @Setting(value = "500", min = 1, max = 10_000) int batch,
            @Setting(value = "10", min = 1, max = 3_600) int commitSeconds) {}

    /**
     * Bounds of a search.
     *
     * @param queryCharacters the longest query that is read
     * @param pageSize results on a page where none is asked for
     * @param milliseconds how long the index may look for results
     */
    public record Search(
            @Setting(value = "500", min = 1, max = 10_000) int queryCharacters,
            @Setting(value = "10", min = 1, max = 100) int pageSize,

            @Setting(value = "5000", min = 10, max = 600_000)
            int milliseconds) {}
}
