#include <stddef.h>
#include <vterm.h>

// A colour is a union with its type in one of the members' bytes, told apart by function-like macros.
// -1 is the terminal's own colour, -2 one by its red, green and blue.
static inline int plenary_vterm_color(const VTermColor *color) {
  if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color)) return -1;
  return VTERM_COLOR_IS_INDEXED(color) ? color->indexed.idx : -2;
}

// Bit fields, and an array that Swift takes for a tuple.
static inline int plenary_vterm_is_bold(const VTermScreenCell *cell) { return cell->attrs.bold; }
static inline int plenary_vterm_is_italic(const VTermScreenCell *cell) { return cell->attrs.italic; }
static inline int plenary_vterm_is_underlined(const VTermScreenCell *cell) { return cell->attrs.underline != 0; }
static inline int plenary_vterm_is_reversed(const VTermScreenCell *cell) { return cell->attrs.reverse; }
static inline unsigned int plenary_vterm_character(const VTermScreenCell *cell, int index) {
  return index < VTERM_MAX_CHARS_PER_CELL ? cell->chars[index] : 0;
}

// The value of a property is a union.
static inline int plenary_vterm_boolean(const VTermValue *value) { return value->boolean; }
static inline int plenary_vterm_number(const VTermValue *value) { return value->number; }

// stdlib.h hides these from Swift without _XOPEN_SOURCE, and with it defines fd_set differently from Swift's own import.
extern int posix_openpt(int flags);
extern int grantpt(int fd);
extern int unlockpt(int fd);
extern int ptsname_r(int fd, char *buffer, size_t size);
