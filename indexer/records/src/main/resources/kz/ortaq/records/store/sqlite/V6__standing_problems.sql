-- What still stands of a source's records, found without reading all that ever stood.
create index problems_standing on problems (source, run) where mended = 0 and identifier <> '';
-- What a source rejected of the same record; whole pages have no identifier.
create index rejected_identifier on rejected (identifier) where identifier <> '';
