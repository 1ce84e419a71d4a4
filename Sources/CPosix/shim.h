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

#include <errno.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <unistd.h>

// glibc has no function for openat2, and syscall is variadic, which Swift does not import.
// Returns a descriptor, or -1 with errno set (ENOSYS before Linux 5.6).
static inline int plenary_openat2(int folder, const char *path, unsigned long long flags, unsigned long long resolve) {
  struct open_how how = {.flags = flags, .mode = 0, .resolve = resolve};
  return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
}

// openat is variadic, which Swift does not import.
static inline int plenary_openat(int folder, const char *path, int flags) { return openat(folder, path, flags); }
