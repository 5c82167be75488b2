-- By which criteria a record is judged and which of them it lacks, as bits; 0 until it is placed again.
alter table placed_records add column expected integer not null default 0;
alter table placed_records add column lacking integer not null default 0;
