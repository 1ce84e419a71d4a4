// libical, only to compare with and to read back what is written.
#include <stddef.h>
#include <libical/ical.h>
