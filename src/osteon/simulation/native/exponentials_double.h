// exp and log of doubles, branch-free; relative error below 4e-16. Not-a-number stays so.
//
// exp: reduction by a split log(2), a polynomial, the exponent put back through the bits. log: the
// same backwards. The polynomial of exp is the one of its degree that is least off at worst, 4e-18
// between minus and plus log(2) / 2 (Remez's exchange). Where sixteen numbers fit into two registers,
// they are a table of 2^(k/16), or of inverses and their logarithms, and the polynomials are half as
// long and need no division.

constexpr double WHOLE = 6755399441055744.0;  // 1.5 * 2^52: adding it rounds to a whole number
constexpr double LOG2_HIGH = 6.93147180369123816490e-01;
constexpr double LOG2_LOW = 1.90821492927058770002e-10;

static inline Lanes within_exp(Lanes x) {
#if defined(__AVX__) && !defined(VECTOR_BYTES) && !defined(__AVX512F__)
    const Lanes some = (Lanes)_mm256_max_pd((__m256d)all(-708.0), (__m256d)x);
    return (Lanes)_mm256_min_pd((__m256d)all(709.0), (__m256d)some);
#else
    return pick(x > 709.0, all(709.0), pick(x < -708.0, all(-708.0), x));
#endif
}

#if defined(__AVX512F__) && !defined(VECTOR_BYTES)

alignas(64) static const double ROOTS[16] = {
    1.0, 1.0442737824274138, 1.0905077326652577, 1.1387886347566916,
    1.189207115002721, 1.241857812073484, 1.2968395546510096, 1.3542555469368927,
    1.4142135623730951, 1.4768261459394993, 1.5422108254079407, 1.6104903319492543,
    1.681792830507429, 1.7562521603732995, 1.8340080864093424, 1.9152065613971474};
alignas(64) static const double INVERSES[16] = {
    1.40234375, 1.34375, 1.2890625, 1.23828125, 1.19140625, 1.1484375, 1.109375, 1.07421875,
    1.0390625, 1.0, 0.94921875, 0.8984375, 0.84765625, 0.80859375, 0.76953125, 0.734375};
alignas(64) static const double MINUS_LOGS[16] = {
    -0.3381449440087164, -0.2954642128938359, -0.25391520998096345, -0.21372432939771813,
    -0.17513433212784915, -0.13840232285911913, -0.10379679368164356, -0.07159365318700882,
    -0.0383188643021366, 0.0, 0.05211600113901402, 0.1070981355563671,
    0.16528009093910292, 0.2124586512141934, 0.26197371574157396, 0.3087354816496133};

static inline Lanes at(const double *table, Bits place) {
    return (Lanes)_mm512_permutex2var_pd(_mm512_load_pd(table), (__m512i)place,
                                         _mm512_load_pd(table + 8));
}

static inline Lanes exp(Lanes x) {
    x = within_exp(x);
    const Lanes shifted = x * (16.0 * 1.44269504088896338700) + WHOLE;
    const Lanes n = shifted - WHOLE;
    const Lanes r = x - n * (LOG2_HIGH / 16.0) - n * (LOG2_LOW / 16.0);
    const Lanes s = polynomial(r, {0.0013889034348599826, 0.008333449701253456,
                                   0.04166666666496045, 0.1666666666530169, 0.5});
    const Lanes root = at(ROOTS, bits_of(shifted));
    const Bits power = (bits_of(shifted) >> 4) << 52;
    return lanes_of(bits_of(root * (s * r * r + r) + root) + power);
}

static inline Lanes log(Lanes x) {
    const Bits above = bits_of(x) - 0x3fe6555500000000LL;  // one lies in the middle of a piece
    const Bits power = above >> 52;
    const Lanes m = lanes_of(bits_of(x) - (power << 52));
    const Bits place = above >> 48;
    const Lanes n = lanes_of(power + std::int64_t(0x4338000000000000LL)) - WHOLE;
    const Lanes r = m * at(INVERSES, place) - 1.0;
    const Lanes s = polynomial(r, {0.11127821503696715, -0.12518381134192066, 0.14285704694019885,
                                   -0.16666656116026451, 0.2000000000176144, -0.2500000000193754,
                                   0.3333333333333328, -0.49999999999999944});
    const Lanes high = n * LOG2_HIGH + at(MINUS_LOGS, place);
    return log_or_none(x, high + (s * r * r + (n * LOG2_LOW + r)));
}

#else

static inline Lanes exp(Lanes x) {
    x = within_exp(x);
    const Lanes shifted = x * 1.44269504088896338700 + WHOLE;
    const Lanes n = shifted - WHOLE;
    const Lanes r = x - n * LOG2_HIGH - n * LOG2_LOW;
    const Lanes s = polynomial(
        r, {2.5000061602835666e-08, 2.763024837921144e-07, 2.7557586373840165e-06,
            2.480149309890655e-05, 0.00019841269506578688, 0.0013888888943630114,
            0.008333333333494461, 0.041666666666530155, 0.16666666666666413, 0.5000000000000011});
    return (s * r * r + r + 1.0) * lanes_of((bits_of(shifted) + 1023) << 52);
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
    const Lanes t = z * polynomial(z, {0.1479819860511658591, 0.1531383769920937332,
                                       0.1818357216161805012, 0.2222219843214978396,
                                       0.2857142874366239149, 0.3999999999940941908,
                                       0.6666666666666735130});  // fdlibm, e_log.c
    const Lanes half = 0.5 * f * f;
    return log_or_none(x, n * LOG2_HIGH - ((half - (s * (half + t) + n * LOG2_LOW)) - f));
}

#endif
