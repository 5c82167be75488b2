-- Whose record stands where: with it one index answers how many hold each edition of a work, who of them is near a
-- reader, and which records tell most, without a look at the thousands of rows that a textbook has.
alter table placed_records add column source text not null default '';
update placed_records set source = (select records.source from records where records.number = placed_records.record);
drop index placed_records_live;
create index placed_records_live on placed_records (description, source, record, score, documents) where live = 1;

-- Rises with every change of libraries and sources, so that whoever remembers them knows when to read them again.
insert into counters (name, value) values ('registry', 0);
