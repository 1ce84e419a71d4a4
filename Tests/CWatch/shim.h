// A program whose system calls on files are first shown to the one that has started it (seccomp_unotify(2), Linux 5.5):
// structures, ioctls and control messages that Swift does not import.
//
// Without _GNU_SOURCE, under which sys/select.h differs from Swift's own import: some calls are made by their numbers.
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/fs.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

// A system call that waits for an answer.
struct plenary_call {
  unsigned long long id;
  int thread;
  int number;
  unsigned long long arguments[6];
};

// Numbers of the calls that are shown; -1 where this machine has no such call.
enum {
  PLENARY_WRITE = SYS_write,
  PLENARY_OPENAT = SYS_openat,
  PLENARY_FSYNC = SYS_fsync,
  PLENARY_FDATASYNC = SYS_fdatasync,
  PLENARY_RENAMEAT2 = SYS_renameat2,
  PLENARY_FTRUNCATE = SYS_ftruncate,
  PLENARY_FALLOCATE = SYS_fallocate,
#ifdef SYS_rename
  PLENARY_RENAME = SYS_rename,
#else
  PLENARY_RENAME = SYS_renameat,
#endif
};

// The address of a socket that is a file.
static inline struct sockaddr_un plenary_socket_address(const char *path) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  strncpy(address.sun_path, path, sizeof address.sun_path - 1);
  return address;
}

static inline int plenary_watch_listen(const char *path) {
  struct sockaddr_un address = plenary_socket_address(path);
  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -1;
  if (bind(fd, (struct sockaddr *)&address, sizeof address) || listen(fd, 1)) {
    close(fd);
    return -1;
  }
  return fd;
}

// Has this process's calls, and those of what it executes, shown to whoever listens at that socket.
// Returns 0, or -1 with errno set.
static inline int plenary_watch_begin(const char *path) {
  struct sockaddr_un address = plenary_socket_address(path);
  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address)) return -1;
  static const unsigned int numbers[] = {
      PLENARY_WRITE,     PLENARY_OPENAT,    PLENARY_FSYNC,     PLENARY_FDATASYNC,
      PLENARY_RENAMEAT2, PLENARY_FTRUNCATE, PLENARY_FALLOCATE, PLENARY_RENAME};
  enum { count = sizeof numbers / sizeof *numbers };
  struct sock_filter filter[count + 3];
  filter[0] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
  for (int index = 0; index < count; index++) {
    filter[1 + index] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, numbers[index], count - index, 0);
  }
  filter[1 + count] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  filter[2 + count] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF);
  struct sock_fprog program = {.len = count + 3, .filter = filter};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return -1;
  // With the second flag (Linux 5.19) a signal does not make a call that is being answered begin anew.
  int listener = (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER | (1UL << 5), &program);
  if (listener < 0 && errno == EINVAL) {
    listener = (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
  }
  if (listener < 0) return -1;
  char byte = 0;
  struct iovec data = {.iov_base = &byte, .iov_len = 1};
  union {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int))];
  } control = {0};
  struct msghdr message = {
      .msg_iov = &data, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control.bytes};
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  memcpy(CMSG_DATA(header), &listener, sizeof listener);
  return sendmsg(fd, &message, 0) == 1 ? 0 : -1;
}

// The descriptor at which calls arrive, from the next process that connects; -1 when none comes.
static inline int plenary_watch_accept(int socket) {
  int fd = (int)syscall(SYS_accept4, socket, NULL, NULL, SOCK_CLOEXEC);
  if (fd < 0) return -1;
  char byte;
  struct iovec data = {.iov_base = &byte, .iov_len = 1};
  union {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int))];
  } control = {0};
  struct msghdr message = {
      .msg_iov = &data, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control.bytes};
  int listener = -1;
  if (recvmsg(fd, &message, MSG_CMSG_CLOEXEC) == 1) {
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (header && header->cmsg_type == SCM_RIGHTS) memcpy(&listener, CMSG_DATA(header), sizeof listener);
  }
  close(fd);
  return listener;
}

// Returns 0, or -1 where the call is no longer waiting.
static inline int plenary_watch_receive(int listener, struct plenary_call *call) {
  struct seccomp_notif waiting = {0};
  if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &waiting)) return -1;
  call->id = waiting.id;
  call->thread = (int)waiting.pid;
  call->number = waiting.data.nr;
  for (int index = 0; index < 6; index++) call->arguments[index] = waiting.data.args[index];
  return 0;
}

// Lets the call be made as it is.
static inline int plenary_watch_let(int listener, unsigned long long id) {
  struct seccomp_notif_resp answer = {.id = id, .flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE};
  return ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
}

// Answers instead of the kernel: with an error number, or with a value where that is 0.
static inline int plenary_watch_answer(int listener, unsigned long long id, int error, long long value) {
  struct seccomp_notif_resp answer = {.id = id, .error = -error, .val = error ? 0 : value};
  return ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
}

// Bytes of another process's memory; how many, or -1.
static inline long plenary_watch_read(int process, unsigned long long address, void *bytes, size_t count) {
  struct iovec here = {.iov_base = bytes, .iov_len = count};
  struct iovec there = {.iov_base = (void *)address, .iov_len = count};
  return syscall(SYS_process_vm_readv, process, &here, 1, &there, 1, 0);
}

// Another process's descriptor as one of ours, or -1.
static inline int plenary_watch_descriptor(int process, int descriptor) {
  int fd = (int)syscall(SYS_pidfd_open, process, 0);
  if (fd < 0) return -1;
  int copy = (int)syscall(SYS_pidfd_getfd, fd, descriptor, 0);
  close(fd);
  return copy;
}

// Holds up every write to a file system until it is thawed (FIFREEZE); the descriptor is of anything on it.
static inline int plenary_freeze(int fd) { return ioctl(fd, FIFREEZE, 0); }
static inline int plenary_thaw(int fd) { return ioctl(fd, FITHAW, 0); }

// open is variadic, which Swift cannot call. Files that it makes are for the user alone.
static inline int plenary_watch_open(const char *path, int flags) { return open(path, flags | O_CLOEXEC, 0600); }

// unshare(2) is hidden without _GNU_SOURCE: what is mounted from here on is seen by this process and its children only.
static inline int plenary_mount_privately(void) {
  const int new_mounts = 0x00020000;
  if (syscall(SYS_unshare, new_mounts)) return -1;
  const unsigned long recursive_and_private = 0x4000 | 1UL << 18;
  return (int)syscall(SYS_mount, "none", "/", NULL, recursive_and_private, NULL);
}
