-- 1 where a later run brought the record in order: what was wrong with it stands until then.
alter table problems add column mended integer not null default 0;
update problems set mended = 1
where run is not null and identifier <> ''
  and run < (select max(number) from runs where runs.source = problems.source)
  and exists (select 1 from records r where r.source = problems.source and r.identifier = problems.identifier);
