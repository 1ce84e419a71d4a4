// What Swift's import of glibc leaves out: each line says why it is here.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1  // wcwidth, openat2's flags
#endif
#include <fcntl.h>
#include <getopt.h>
#include <locale.h>
#include <wchar.h>

// wcwidth is hidden from Swift without _GNU_SOURCE.
static inline int plenary_wcwidth(unsigned int scalar) { return wcwidth((wchar_t)scalar); }
