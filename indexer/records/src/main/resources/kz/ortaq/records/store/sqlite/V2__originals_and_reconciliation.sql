-- The bytes that were sent, where payload is a reading of them: a zstd frame; empty where payload is what was sent.
alter table records add column original blob not null default x'';

-- How many of a run's deletions were found by comparing lists.
alter table runs add column reconciled integer not null default 0;
