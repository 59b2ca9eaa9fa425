// Lanes: one number of several people each, and what arithmetic on them needs.
//
// Branch-free exp and log after Cody and Waite: reduction by a split log(2), a polynomial, the
// exponent put back through the bits. Relative error below 3e-16. Not-a-number stays not a number.

#include <cmath>
#include <cstdint>
#include <cstring>

constexpr int LANES = 8;
typedef double Lanes __attribute__((vector_size(8 * LANES)));
typedef std::int64_t Bits __attribute__((vector_size(8 * LANES)));

static inline Lanes all(double x) { return Lanes{} + x; }
static inline Lanes pick(Bits which, Lanes yes, Lanes no) { return which ? yes : no; }
static inline Lanes larger(Lanes a, Lanes b) { return pick(a > b, a, b); }
static inline Lanes size_of(Lanes a) { return pick(a < 0.0, -a, a); }

static inline Bits bits_of(Lanes x) {
    Bits b;
    std::memcpy(&b, &x, sizeof b);
    return b;
}

static inline Lanes lanes_of(Bits b) {
    Lanes x;
    std::memcpy(&x, &b, sizeof x);
    return x;
}

constexpr double WHOLE = 6755399441055744.0;  // 1.5 * 2^52: adding it rounds to a whole number
constexpr double LOG2_HIGH = 6.93147180369123816490e-01;
constexpr double LOG2_LOW = 1.90821492927058770002e-10;

static inline Lanes exp(Lanes x) {
    x = pick(x > 709.0, all(709.0), pick(x < -708.0, all(-708.0), x));
    const Lanes shifted = x * 1.44269504088896338700 + WHOLE;
    const Lanes n = shifted - WHOLE;
    const Lanes r = x - n * LOG2_HIGH - n * LOG2_LOW;
    Lanes s = all(1.0 / 6227020800.0);
    s = s * r + 1.0 / 479001600.0;
    s = s * r + 1.0 / 39916800.0;
    s = s * r + 1.0 / 3628800.0;
    s = s * r + 1.0 / 362880.0;
    s = s * r + 1.0 / 40320.0;
    s = s * r + 1.0 / 5040.0;
    s = s * r + 1.0 / 720.0;
    s = s * r + 1.0 / 120.0;
    s = s * r + 1.0 / 24.0;
    s = s * r + 1.0 / 6.0;
    s = s * r + 0.5;
    s = s * r * r + r + 1.0;
    return s * lanes_of((bits_of(shifted) + 1023) << 52);
}

static inline Lanes log(Lanes x) {
    const Bits bits = bits_of(x);
    const Bits mantissa = (bits & 0x000fffffffffffffLL) | 0x3ff0000000000000LL;
    const Bits upper = mantissa > 0x3ff6a09e667f3bccLL;  // above the root of two
    const Lanes m = lanes_of(mantissa) * pick(upper, all(0.5), all(1.0));
    const Bits power = (bits >> 52) - 1023 - upper;
    const Lanes n = lanes_of(power + std::int64_t(0x4338000000000000LL)) - WHOLE;
    const Lanes f = m - 1.0;
    const Lanes s = f / (2.0 + f);
    const Lanes z = s * s;
    Lanes t = all(2.0 / 23.0);
    t = t * z + 2.0 / 21.0;
    t = t * z + 2.0 / 19.0;
    t = t * z + 2.0 / 17.0;
    t = t * z + 2.0 / 15.0;
    t = t * z + 2.0 / 13.0;
    t = t * z + 2.0 / 11.0;
    t = t * z + 2.0 / 9.0;
    t = t * z + 2.0 / 7.0;
    t = t * z + 2.0 / 5.0;
    t = t * z + 2.0 / 3.0;
    t = t * z;
    const Lanes half = 0.5 * f * f;
    const Lanes found = n * LOG2_HIGH - ((half - (s * (half + t) + n * LOG2_LOW)) - f);
    const Lanes none = pick(x == 0.0, all(-HUGE_VAL), all(NAN));
    return pick(x > 0.0, pick(x < HUGE_VAL, found, x), none);
}
