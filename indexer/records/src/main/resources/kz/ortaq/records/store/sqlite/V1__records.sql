-- Libraries, their sources, what the sources sent, and the runs that fetched it.
-- Times are milliseconds since 1970-01-01T00:00:00Z; sets and options are JSON; payloads are zstd frames.

create table libraries (
    id      text primary key,
    kind    text not null,
    region  text not null,
    contact text not null,
    name_kk text not null,
    name_ru text not null,
    name_en text not null,
    removed integer not null default 0
);

create table sources (
    id         text primary key,
    library    text    not null references libraries (id),
    kind       text    not null,
    address    text    not null,
    options    text    not null,
    state      text    not null,
    checkpoint text    not null,
    confirmed  integer not null default 0
);
create index sources_library on sources (library);

-- One row for each source that is being harvested.
create table leases (
    source  text primary key references sources (id),
    run     integer not null,
    owner   text    not null,
    renewed integer not null
);

create table runs (
    number    integer primary key,
    source    text    not null references sources (id),
    status    text    not null,
    added     integer not null default 0,
    changed   integer not null default 0,
    unchanged integer not null default 0,
    deleted   integer not null default 0,
    rejected  integer not null default 0,
    problems  integer not null default 0,
    started   integer not null,
    ended     integer
);
create index runs_source on runs (source, number);

-- version numbers changes in the order in which they were committed; see counters.
create table records (
    number     integer primary key,
    source     text    not null references sources (id),
    identifier text    not null,
    version    integer not null,
    deleted    integer not null,
    hash       text    not null,
    format     text    not null,
    datestamp  text    not null,
    sets       text    not null,
    place      text    not null,
    payload    blob    not null,
    edition    text    not null,
    work       text    not null,
    unique (source, identifier)
);
create unique index records_version on records (version);
create index records_work on records (work);

create table record_documents (
    record   integer not null references records (number),
    position integer not null,
    hash     text    not null,
    name     text    not null,
    bytes    integer not null,
    primary key (record, position)
);
create index record_documents_hash on record_documents (hash);

-- run is null for problems met while indexing, which are replaced each time that the record is indexed.
create table problems (
    number     integer primary key,
    source     text    not null references sources (id),
    run        integer,
    identifier text    not null,
    stage      text    not null,
    severity   text    not null,
    reason     text    not null,
    place      text    not null,
    value      text    not null,
    at         integer not null
);
create index problems_source on problems (source, identifier, stage);
create index problems_run on problems (run);

create table rejected (
    number     integer primary key,
    run        integer not null,
    source     text    not null references sources (id),
    identifier text    not null,
    reason     text    not null,
    place      text    not null,
    payload    blob    not null,
    at         integer not null
);
create index rejected_run on rejected (run);

-- A writer takes the next versions by updating this row, and holds it until it commits: so versions are committed in
-- order, on PostgreSQL too, where a sequence would hand out numbers that commit late and are skipped by a reader.
create table counters (
    name  text primary key,
    value integer not null
);
insert into counters (name, value) values ('version', 0);
-- Tells this store from every other: an index that followed another one is built anew.
insert into counters (name, value) values ('store', abs(random() / 2));
