-- One row for each source whose documents are being fetched; more is 1 where another was refused meanwhile.
create table document_leases (
    source  text primary key references sources (id),
    owner   text    not null,
    renewed integer not null,
    more    integer not null
);
