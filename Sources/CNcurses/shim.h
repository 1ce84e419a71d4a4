// Wide characters must be asked for before the header is read; a -D of the target comes too late.
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <term.h>
