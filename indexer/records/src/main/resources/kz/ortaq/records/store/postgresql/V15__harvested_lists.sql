-- Lists that sources give: source is empty where a librarian made the list here. An entry of a harvested list says what
-- it names its work by (refs is JSON) and which record was found by that; tried is the version of the works at which it
-- was last looked for, -1 before it ever was. An entry for which several works fit, or none, says so in found.
alter table lists add column source text not null default '';
alter table lists add column address text not null default '';
create index lists_source on lists (source) where source <> '';

alter table list_entries add column author text not null default '';
alter table list_entries add column refs text not null default '[]';
alter table list_entries add column record bigint;
alter table list_entries add column tried bigint not null default -1;
alter table list_entries add column found text not null default '';
create index list_entries_record on list_entries (record) where record is not null;
