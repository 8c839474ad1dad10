// PCRE2's names depend on the code unit width; Kiyaku reads UTF-8.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
