-- Works that libraries recommend. work is the id that a work had when it was put on the list.
create table lists (
    id       text primary key,
    library  text not null references libraries (id),
    title    text not null,
    language text not null,
    note     text not null,
    at       integer not null
);
create index lists_library on lists (library);

create table list_entries (
    list     text    not null references lists (id),
    position integer not null,
    work     text    not null,
    title    text    not null,
    note     text    not null,
    primary key (list, position)
);
create index list_entries_work on list_entries (work);
create index works_founder on works (founder);
