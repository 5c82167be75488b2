-- The addresses that a source's records point to, and what came of fetching them. Times are milliseconds since
-- 1970-01-01T00:00:00Z. Where a document was had, hash, name and bytes tell it, file, etag and last_modified where it
-- came from; it stands while the address answers with nothing better. reason is empty where nothing is wrong.
create table links (
    number        integer primary key,
    source        text    not null references sources (id),
    address       text    not null,
    state         text    not null,
    tries         integer not null default 0,
    next_try      integer not null default 0,
    checked       integer not null default 0,
    hash          text    not null default '',
    name          text    not null default '',
    bytes         integer not null default 0,
    file          text    not null default '',
    etag          text    not null default '',
    last_modified text    not null default '',
    reason        text    not null default '',
    severity      text    not null default '',
    value         text    not null default '',
    unique (source, address)
);
create index links_due on links (source, next_try, number);
create index links_address on links (address);

-- alternative is 1 where the record names by the address, again, what it named by one before it.
create table record_links (
    record   integer not null references records (number),
    link     integer not null references links (number),
    position integer not null,
    alternative integer not null,
    primary key (record, link)
);
create index record_links_link on record_links (link);

-- Up to which version the records of a source were asked what they point to, and by which rules.
create table link_cursors (
    source  text primary key references sources (id),
    version integer not null,
    rules   text    not null
);
create index records_source_version on records (source, version);

-- 1 where the document did not come with the record: the record points to it.
alter table record_documents add column linked integer not null default 0;
