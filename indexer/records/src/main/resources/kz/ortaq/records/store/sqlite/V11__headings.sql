-- What descriptions of one book have in common, whatever imprint they tell: keys and links are of headings, so that a
-- book that thousands of libraries describe has few of them.
create table headings (
    number integer primary key,
    id     text not null unique
);
alter table descriptions add column heading integer not null default 0;
create index descriptions_heading on descriptions (heading);

drop table description_keys;
drop table description_links;

-- 64 bits of a hash of what headings that may be of one work have in common.
create table heading_keys (
    key     integer not null,
    heading integer not null,
    primary key (key, heading)
) without rowid;
create index heading_keys_heading on heading_keys (heading);

-- Pairs that may be of one work; one < other.
create table heading_links (
    one   integer not null,
    other integer not null,
    primary key (one, other)
) without rowid;
create index heading_links_other on heading_links (other);

-- Everything is placed once more.
update works_state set fingerprint = '';
