-- One row for each source whose documents are being fetched; more is 1 where another was refused meanwhile.
create table document_leases (
    source  text primary key references sources (id),
    owner   text    not null,
    renewed integer not null,
    more    integer not null
);

-- Whose name a work has: the record that it is called by. An id of before leads to where that record stands now. The ids
-- that records would give are spread over the whole of an index, so each page of a harvest wrote most of it anew; works
-- are far fewer, and have an index already.
alter table works add column founder integer references records (number);
update works set founder = (select number from records where work = works.id);
drop index records_work;
