-- Libraries, their sources, what the sources sent, and the runs that fetched it: as on SQLite, with PostgreSQL's types.
-- Times are milliseconds since 1970-01-01T00:00:00Z; sets and options are JSON; payloads are zstd frames.
-- Ids are compared byte by byte (collation C), as SQLite does, whatever the database's language.

create table libraries (
    id      text collate "C" primary key,
    kind    text not null,
    region  text not null,
    contact text not null,
    name_kk text not null,
    name_ru text not null,
    name_en text not null,
    removed integer not null default 0
);

create table sources (
    id         text collate "C" primary key,
    library    text collate "C" not null references libraries (id),
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
    source  text collate "C" primary key references sources (id),
    run     bigint not null,
    owner   text   not null,
    renewed bigint not null
);

create table runs (
    number     bigint generated always as identity primary key,
    source     text collate "C" not null references sources (id),
    status     text   not null,
    added      bigint not null default 0,
    changed    bigint not null default 0,
    unchanged  bigint not null default 0,
    deleted    bigint not null default 0,
    rejected   bigint not null default 0,
    reconciled bigint not null default 0,
    problems   bigint not null default 0,
    started    bigint not null,
    ended      bigint
);
create index runs_source on runs (source, number);

-- version numbers changes in the order in which they were committed; see counters.
create table records (
    number     bigint generated always as identity primary key,
    source     text collate "C" not null references sources (id),
    identifier text collate "C" not null,
    version    bigint  not null,
    deleted    integer not null,
    hash       text    not null,
    format     text    not null,
    datestamp  text    not null,
    sets       text    not null,
    place      text    not null,
    payload    bytea   not null,
    original   bytea   not null default '',
    edition    text collate "C" not null,
    work       text collate "C" not null,
    unique (source, identifier)
);
-- They are zstd frames already; PostgreSQL need not try to make them smaller.
alter table records alter column payload set storage external;
alter table records alter column original set storage external;
create unique index records_version on records (version);
create index records_work on records (work);

create table record_documents (
    record   bigint  not null references records (number),
    position integer not null,
    hash     text collate "C" not null,
    name     text    not null,
    bytes    bigint  not null,
    primary key (record, position)
);
create index record_documents_hash on record_documents (hash);

-- run is null for problems met while indexing, which are replaced each time that the record is indexed.
create table problems (
    number     bigint generated always as identity primary key,
    source     text collate "C" not null references sources (id),
    run        bigint,
    identifier text collate "C" not null,
    stage      text   not null,
    severity   text   not null,
    reason     text   not null,
    place      text   not null,
    value      text   not null,
    at         bigint not null
);
create index problems_source on problems (source);
-- A problem may name something longer than a key can be.
create index problems_identifier on problems using hash (identifier);
create index problems_run on problems (run);

create table rejected (
    number     bigint generated always as identity primary key,
    run        bigint not null,
    source     text collate "C" not null references sources (id),
    identifier text collate "C" not null,
    reason     text   not null,
    place      text   not null,
    payload    bytea  not null,
    at         bigint not null
);
alter table rejected alter column payload set storage external;
create index rejected_run on rejected (run);
create index rejected_source on rejected (source);

-- A writer takes the next versions by updating this row, and holds it until it commits: so versions are committed in
-- order; a sequence would hand out numbers that commit late and are skipped by a reader.
create table counters (
    name  text primary key,
    value bigint not null
);
insert into counters (name, value) values ('version', 0);
-- Tells this store from every other: an index that followed another one is built anew.
insert into counters (name, value) values ('store', floor(random() * 9007199254740991)::bigint);

-- When each source is harvested next; the table of the library db-scheduler, as it wants it.
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text collate "C" not null,
    task_data            bytea,
    execution_time       timestamp with time zone,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp with time zone,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
