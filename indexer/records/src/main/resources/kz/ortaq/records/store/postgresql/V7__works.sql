-- Which records are of one edition and one work: as on SQLite, with PostgreSQL's types.

-- What records say of the thing they describe, one row for all that say the same; own is the record that has a row for
-- itself, because a librarian decided something about it. A row that no live record has keeps the ids of those that are
-- gone. epoch tells by which program it was made.
create table descriptions (
    number  bigint primary key,
    id      text collate "C" not null unique,
    own     bigint  not null,
    epoch   integer not null,
    traits  bytea   not null,
    edition text collate "C" not null,
    work    text collate "C" not null
);
create index descriptions_work on descriptions (work, edition);

-- Where each record stands. One that is gone stands where it stood, so that its ids lead there. holding is JSON.
create table placed_records (
    record      bigint primary key references records (number),
    description bigint not null references descriptions (number),
    live        integer not null,
    score       integer not null,
    documents   integer not null,
    holding     text    not null
);
create index placed_records_description on placed_records (description, record);
create index placed_records_live on placed_records (description) where live = 1;

-- 64 bits of a hash of what descriptions that may be one have in common.
create table description_keys (
    key         bigint not null,
    description bigint not null,
    primary key (key, description)
);
create index description_keys_description on description_keys (description);

-- Pairs that may be of one work; one < other.
create table description_links (
    one   bigint not null,
    other bigint not null,
    primary key (one, other)
);
create index description_links_other on description_links (other);

-- When a work last changed, by a counter of its own; one that is no more keeps its row, so that every index follows.
create table works (
    id      text collate "C" primary key,
    version bigint not null
);
create unique index works_version on works (version);
insert into counters (name, value) values ('works', 0);

-- Up to which version of the records works are made, and by which program.
create table works_state (
    cursor      bigint not null,
    epoch       integer not null,
    fingerprint text    not null
);
insert into works_state (cursor, epoch, fingerprint) values (0, 0, '');

-- What a librarian decided of two records; one < other.
create table decisions (
    one   bigint not null references records (number),
    other bigint not null references records (number),
    same  integer not null,
    at    bigint not null,
    primary key (one, other)
);
create index decisions_other on decisions (other);
alter table descriptions alter column traits set storage external;
