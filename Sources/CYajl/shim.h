#include <yajl/yajl_parse.h>
#include <yajl/yajl_version.h>

// yajl_config is variadic, which Swift does not import: the options that take a plain switch.
static inline int plenary_yajl_switch(yajl_handle handle, yajl_option option, int on) {
  return yajl_config(handle, option, on);
}
