// The C library's own gettext. Each line says why it is here.
#include <libintl.h>
#include <locale.h>

// gettext keeps what it has found for as long as this number stays (GNU gettext manual, "Being a gettext grok"); no header
// of glibc declares it.
extern int _nl_msg_cat_cntr;

static inline void plenary_gettext_forget(void) { ++_nl_msg_cat_cntr; }

// LANGUAGE rules where the locale of messages is not C: C.UTF-8 is there on every machine, fr_FR.UTF-8 need not be.
// LC_GLOBAL_LOCALE is a macro with a cast. Zero where there is no C.UTF-8 (glibc before 2.35 without it).
static inline locale_t plenary_gettext_locale(void) { return newlocale(LC_MESSAGES_MASK | LC_CTYPE_MASK, "C.UTF-8", 0); }

// The translation; the key itself, the same pointer, where there is none. The locale of the process stays as it is.
static inline const char *plenary_gettext(
    locale_t locale, const char *domain, const char *one, const char *other, unsigned long count) {
  locale_t before = uselocale(locale);
  const char *found = other ? dcngettext(domain, one, other, count, LC_MESSAGES) : dcgettext(domain, one, LC_MESSAGES);
  uselocale(before);
  return found;
}
