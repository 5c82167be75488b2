-- What still stands of a source's records, found without reading all that ever stood.
create index problems_standing on problems (source, run) where mended = 0 and identifier <> '';
-- What a source rejected of the same record; by hash, because nothing bounds such an identifier.
create index rejected_identifier on rejected using hash (identifier) where identifier <> '';
