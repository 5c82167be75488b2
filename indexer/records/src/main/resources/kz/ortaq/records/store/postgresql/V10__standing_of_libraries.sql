-- Where a library stands: its place (a code of КАТО), the library it is a branch of, under whom, and what it is known by.

alter table libraries add column place text not null default '';
alter table libraries add column parent text not null default '';
alter table libraries add column subordination text not null default '';
alter table libraries add column bin text not null default '';
alter table libraries add column system text not null default '';
