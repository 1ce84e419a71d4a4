#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift cannot import: SQLite copies the value at once.
static inline int plenary_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int count) {
  return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}

// A nil address binds an empty blob, not NULL.
static inline int plenary_bind_bytes(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, index, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}

// The way to the tokenizers of FTS5 is a pointer value whose type name must outlive the statement, which only a C
// literal surely does (https://www.sqlite.org/fts5.html#extending_fts5). NULL where the library has no FTS5.
static inline fts5_api *plenary_fts5_api(sqlite3 *database) {
  fts5_api *api = 0;
  sqlite3_stmt *statement = 0;
  if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, 0) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", 0);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

// sqlite3_config is variadic, which Swift cannot call. Statistics of memory, which take a lock at every allocation, have
// no reader here; and what SQLite sets aside at once for each database is more than a start needs, but all of it
// would be touched. Without effect once SQLite is in use.
static inline void plenary_configure_sqlite(void) {
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 256, 100);
  sqlite3_config(SQLITE_CONFIG_PAGECACHE, (void *)0, 0, 0);
}
