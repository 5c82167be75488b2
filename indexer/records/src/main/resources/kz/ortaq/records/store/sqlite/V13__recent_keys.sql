-- The keys that headings were given lately, one row for each heading that was made or is gone (then it has none), in the
-- order in which that was written; of several rows of a heading the last counts, and what heading_keys says of it does
-- not. Keys are spread over their whole index: put into it batch by batch, nearly each of them writes a page of its own;
-- many at once, in their order, write each page once. keys is 8 bytes for each.
create table recent_keys (
    number  integer primary key,
    heading integer not null,
    keys    blob    not null
);
