-- As in SQLite's V13.

create table recent_keys (
    number  bigint primary key,
    heading bigint not null,
    keys    bytea  not null
);
