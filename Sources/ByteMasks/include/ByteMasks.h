#ifndef BYTE_MASKS_H
#define BYTE_MASKS_H

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Which of 64 bytes are of a kind, a bit for each, the first byte's the lowest.
//
// In C, as Swift has no way to say the one instruction that gathers the bits of 16 comparisons;
// without it, they take four times as long.

/// The first bytes alone; all if `count` is 64 or more.
static inline __attribute__((always_inline)) uint64_t byte_masks_first(intptr_t count) {
  return count >= 64 ? ~(uint64_t)0 : ((uint64_t)1 << count) - 1;
}

#if defined(__SSE2__)

static inline __attribute__((always_inline)) uint64_t byte_masks_gather(__m128i const are[4]) {
  return (uint64_t)(uint32_t)_mm_movemask_epi8(are[0]) |
         (uint64_t)(uint32_t)_mm_movemask_epi8(are[1]) << 16 |
         (uint64_t)(uint32_t)_mm_movemask_epi8(are[2]) << 32 |
         (uint64_t)(uint32_t)_mm_movemask_epi8(are[3]) << 48;
}

/// The bytes that are equal to one.
static inline __attribute__((always_inline)) uint64_t byte_masks_equal(
    void const *bytes, uint8_t byte) {
  __m128i are[4];
  for (int part = 0; part < 4; part += 1) {
    __m128i these = _mm_loadu_si128((__m128i const *)bytes + part);
    are[part] = _mm_cmpeq_epi8(these, _mm_set1_epi8((char)byte));
  }
  return byte_masks_gather(are);
}

/// The bytes from `first` to `last`, both with them; at most 128 values.
static inline __attribute__((always_inline)) uint64_t byte_masks_between(
    void const *bytes, uint8_t first, uint8_t last) {
  __m128i are[4];
  for (int part = 0; part < 4; part += 1) {
    __m128i these = _mm_loadu_si128((__m128i const *)bytes + part);
    // Comparisons are of signed numbers: what is between becomes the lowest of all.
    __m128i moved = _mm_add_epi8(these, _mm_set1_epi8((char)(0x80 - first)));
    are[part] = _mm_cmplt_epi8(moved, _mm_set1_epi8((char)(0x81 + (last - first))));
  }
  return byte_masks_gather(are);
}

#else

static inline uint64_t byte_masks_between(void const *bytes, uint8_t first, uint8_t last) {
  uint64_t mask = 0;
  for (int place = 0; place < 64; place += 1) {
    uint8_t byte = ((uint8_t const *)bytes)[place];
    mask |= (uint64_t)((uint8_t)(byte - first) <= (uint8_t)(last - first)) << place;
  }
  return mask;
}

static inline uint64_t byte_masks_equal(void const *bytes, uint8_t byte) {
  return byte_masks_between(bytes, byte, byte);
}

#endif

#endif
