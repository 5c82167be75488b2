-- The addresses that a source's records point to, and what came of fetching them: as on SQLite, with PostgreSQL's types.

create table links (
    number        bigint generated always as identity primary key,
    source        text collate "C" not null references sources (id),
    address       text collate "C" not null,
    state         text    not null,
    tries         integer not null default 0,
    next_try      bigint  not null default 0,
    checked       bigint  not null default 0,
    hash          text collate "C" not null default '',
    name          text    not null default '',
    bytes         bigint  not null default 0,
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
    record   bigint  not null references records (number),
    link     bigint  not null references links (number),
    position integer not null,
    alternative integer not null,
    primary key (record, link)
);
create index record_links_link on record_links (link);

create table link_cursors (
    source  text collate "C" primary key references sources (id),
    version bigint not null,
    rules   text   not null
);
create index records_source_version on records (source, version);

alter table record_documents add column linked integer not null default 0;
