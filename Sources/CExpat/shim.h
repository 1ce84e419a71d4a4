#include <expat.h>

// Where the parser stands: line from 1, column and byte from 0. expat 2.9 counts in 64 bits everywhere, and deprecates what did not.
#if XML_MAJOR_VERSION > 2 || (XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION >= 9)
static inline long long plenary_line(XML_Parser parser) { return (long long)XML_GetCurrentLineNumber64(parser); }
static inline long long plenary_column(XML_Parser parser) { return (long long)XML_GetCurrentColumnNumber64(parser); }
static inline long long plenary_offset(XML_Parser parser) { return (long long)XML_GetCurrentByteIndex64(parser); }
#else
static inline long long plenary_line(XML_Parser parser) { return (long long)XML_GetCurrentLineNumber(parser); }
static inline long long plenary_column(XML_Parser parser) { return (long long)XML_GetCurrentColumnNumber(parser); }
static inline long long plenary_offset(XML_Parser parser) { return (long long)XML_GetCurrentByteIndex(parser); }
#endif
