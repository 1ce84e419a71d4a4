// What Swift's import of glibc leaves out: each line says why it is here.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1  // wcwidth, openat2's flags, memfd_create, posix_openpt
#endif
// fd_set's member has another name under _GNU_SOURCE than in Swift's own import, and one type cannot have both.
#include <features.h>
#undef __USE_XOPEN
#include <sys/select.h>
#define __USE_XOPEN 1
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <langinfo.h>
#include <linux/kd.h>
#include <linux/openat2.h>
#include <locale.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

// wcwidth is hidden from Swift without _GNU_SOURCE.
static inline int plenary_wcwidth(unsigned int scalar) { return wcwidth((wchar_t)scalar); }

// glibc has no function for openat2, and syscall is variadic, which Swift does not import.
// Returns a descriptor, or -1 with errno set (ENOSYS before Linux 5.6).
static inline int plenary_openat2(int folder, const char *path, unsigned long long flags, unsigned long long resolve) {
  struct open_how how = {.flags = flags, .mode = 0, .resolve = resolve};
  return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
}

// POSIX_SPAWN_SETSID is hidden from Swift without _GNU_SOURCE. Starts a program with no signal ignored or blocked, if so
// asked in a session of its own, which no terminal ends or stops; returns 0 or an errno.
static inline int plenary_start(pid_t *child, const char *program, const posix_spawn_file_actions_t *actions,
                                int has_own_session, char *const words[]) {
  posix_spawnattr_t attributes;
  int code = posix_spawnattr_init(&attributes);
  if (code) return code;
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | (has_own_session ? POSIX_SPAWN_SETSID : 0));
  code = posix_spawn(child, program, actions, &attributes, words, environ);
  posix_spawnattr_destroy(&attributes);
  return code;
}

// openat is variadic, which Swift does not import.
static inline int plenary_openat(int folder, const char *path, int flags) { return openat(folder, path, flags); }

// getopt's globals are variables, which Swift 6 refuses as not safe from other threads; options are read by one.
static inline const char *plenary_optarg(void) { return optarg; }
static inline int plenary_optind(void) { return optind; }
static inline int plenary_optopt(void) { return optopt; }
static inline void plenary_getopt_quiet(void) { opterr = 0; }

// glibc asks the kernel for memory in steps of 132 kB, and gives each back; M_TOP_PAD is a macro with a sign. What is
// larger than that it gets from the kernel each time, page by page: every picture of a large screen is.
static inline void plenary_set_heap_step(int bytes) {
  mallopt(M_TOP_PAD, bytes);
  mallopt(M_TRIM_THRESHOLD, 8 * bytes);
  mallopt(M_MMAP_THRESHOLD, 8 * bytes);
}

// ioctl is variadic, which Swift cannot call.
static inline int plenary_window_size(int fd, struct winsize *size) { return ioctl(fd, TIOCGWINSZ, size); }
static inline int plenary_set_window_size(int fd, const struct winsize *size) { return ioctl(fd, TIOCSWINSZ, size); }

// Which characters the font of a virtual terminal has (ioctl_console(2)); the count goes in and comes out. ENOMEM: more.
static inline int plenary_console_characters(int fd, struct unipair *pairs, unsigned short *count) {
  struct unimapdesc map = {.entry_ct = *count, .entries = pairs};
  int result = ioctl(fd, GIO_UNIMAP, &map);
  *count = map.entry_ct;
  return result;
}

// open is variadic as well.
static inline int plenary_open(const char *path, int flags) { return open(path, flags); }

// memmem is hidden from Swift without _GNU_SOURCE.
static inline int plenary_holds(const void *whole, size_t length, const void *part, size_t count) {
  return memmem(whole, length, part, count) != 0;
}

// renameat2 and fallocate are hidden from Swift without _GNU_SOURCE.
// Puts each of two files in the place of the other, at once.
static inline int plenary_exchange(const char *one, const char *other) {
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}
// Sets room on the disk aside behind the end of a file, which does not grow.
static inline int plenary_reserve(int fd, off_t offset, off_t size) {
  return fallocate(fd, FALLOC_FL_KEEP_SIZE, offset, size);
}

// CODESET is an enumerator of an anonymous enum and nl_langinfo's type differs from it in Swift.
static inline const char *plenary_codeset(void) { return nl_langinfo(CODESET); }

// SIG_DFL and SIG_IGN are casts of numbers to function pointers, which Swift cannot compare.
static inline int plenary_signal_is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}
static inline int plenary_signal_set_default(int number) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  return sigaction(number, &action, NULL);
}
static inline int plenary_signal_set_ignored(int number) {
  struct sigaction action = {.sa_handler = SIG_IGN};
  return sigaction(number, &action, NULL);
}
// sa_handler is a member of an anonymous union under a macro, which Swift does not see.
static inline int plenary_signal_set_handler(int number, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  return sigaction(number, &action, NULL);
}

// The wait status is taken apart by macros.
static inline int plenary_exited(int status) { return WIFEXITED(status); }
static inline int plenary_exit_status(int status) { return WEXITSTATUS(status); }
static inline int plenary_terminating_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }
