// glibc's own converter. errno and the pointer that stands for a failure are hidden here.
#include <errno.h>
#include <iconv.h>
#include <stddef.h>

enum kiyaku_iconv_end { kiyaku_iconv_done, kiyaku_iconv_incomplete, kiyaku_iconv_invalid, kiyaku_iconv_full };

static inline void *kiyaku_iconv_open(const char *to, const char *from) {
    iconv_t converter = iconv_open(to, from);
    return converter == (iconv_t)-1 ? NULL : converter;
}

static inline enum kiyaku_iconv_end kiyaku_iconv(void *converter, char **from, size_t *left, char **to, size_t *room) {
    if (iconv(converter, from, left, to, room) != (size_t)-1) return kiyaku_iconv_done;
    if (errno == EILSEQ) return kiyaku_iconv_invalid;
    return errno == E2BIG ? kiyaku_iconv_full : kiyaku_iconv_incomplete;
}

static inline void kiyaku_iconv_close(void *converter) { iconv_close(converter); }
