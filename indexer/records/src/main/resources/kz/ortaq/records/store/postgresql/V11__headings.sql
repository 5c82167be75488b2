-- As in SQLite's V11.

create table headings (
    number bigint primary key,
    id     text collate "C" not null unique
);
alter table descriptions add column heading bigint not null default 0;
create index descriptions_heading on descriptions (heading);

drop table description_keys;
drop table description_links;

create table heading_keys (
    key     bigint not null,
    heading bigint not null,
    primary key (key, heading)
);
create index heading_keys_heading on heading_keys (heading);

create table heading_links (
    one   bigint not null,
    other bigint not null,
    primary key (one, other)
);
create index heading_links_other on heading_links (other);

update works_state set fingerprint = '';
