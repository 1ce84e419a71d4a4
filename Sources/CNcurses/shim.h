// Wide characters must be asked for before the header is read; a -D of the target comes too late.
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdio.h>
#include <term.h>

// The attributes are computed macros, which Swift does not import.
static inline attr_t plenary_bold(void) { return A_BOLD; }
static inline attr_t plenary_dim(void) { return A_DIM; }
static inline attr_t plenary_italic(void) { return A_ITALIC; }
static inline attr_t plenary_underline(void) { return A_UNDERLINE; }
static inline attr_t plenary_reverse(void) { return A_REVERSE; }

// The standard windows and the colour counts are global variables, which Swift 6 rejects as not safe to share.
static inline WINDOW *plenary_stdscr(void) { return stdscr; }
static inline WINDOW *plenary_curscr(void) { return curscr; }
static inline int plenary_colors(void) { return COLORS; }
static inline int plenary_color_pairs(void) { return COLOR_PAIRS; }

// setcchar takes the pair as a short unless the pointer at its end says otherwise, and Swift sees that one as void *.
// The characters come as a tuple of Swift's, which has no type for wchar_t's arrays.
static inline int plenary_setcchar(cchar_t *cell, const void *characters, attr_t attributes, int pair) {
  return setcchar(cell, (const wchar_t *)characters, attributes, 0, &pair);
}

// A missing string capability is NULL and one of the wrong type is -1, a cast that Swift cannot compare with.
static inline const char *plenary_string_capability(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}
