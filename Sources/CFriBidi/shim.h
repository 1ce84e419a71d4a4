#include <fribidi/fribidi.h>

// The directions of a paragraph: masks of several bits, which are not imported.
static inline FriBidiParType plenary_paragraph_auto(void) { return FRIBIDI_PAR_ON; }
static inline FriBidiParType plenary_paragraph_left(void) { return FRIBIDI_PAR_LTR; }
static inline FriBidiParType plenary_paragraph_right(void) { return FRIBIDI_PAR_RTL; }

// What becomes of letters: forms as they join, one column each, so no ligatures; brackets that face the other way.
static inline FriBidiFlags plenary_shaping(void) { return FRIBIDI_FLAG_SHAPE_ARAB_PRES | FRIBIDI_FLAG_SHAPE_MIRRORING; }

// Whether a letter is one of a script that is written from the right.
static inline int plenary_is_right_to_left(uint32_t scalar) {
  FriBidiCharType type = fribidi_get_bidi_type(scalar);
  return FRIBIDI_IS_STRONG(type) && FRIBIDI_IS_RTL(type);
}
static inline int plenary_is_strong(uint32_t scalar) { return FRIBIDI_IS_STRONG(fribidi_get_bidi_type(scalar)) != 0; }
