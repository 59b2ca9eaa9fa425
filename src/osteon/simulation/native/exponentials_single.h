// exp and log of floats, branch-free; relative error below 2e-7. Not-a-number stays so.
// What is beyond e^43 counts as e^43, so that its square is still a number.

constexpr float WHOLE = 12582912.0f;  // 1.5 * 2^23: adding it rounds to a whole number
constexpr float LOG2_HIGH = 0.693359375f;
constexpr float LOG2_LOW = -2.12194440e-4f;

static inline Lanes exp(Lanes x) {
    x = pick(x > 43.0f, all(43.0f), pick(x < -87.0f, all(-87.0f), x));
    const Lanes shifted = x * 1.44269504f + WHOLE;
    const Lanes n = shifted - WHOLE;
    const Lanes r = x - n * LOG2_HIGH - n * LOG2_LOW;
    const Lanes s = polynomial(
        r, {0.001392617612f, 0.008363173075f, 0.04166655466f, 0.1666657703f, 0.5f});
    return (s * r * r + r + 1.0f) * lanes_of((bits_of(shifted) + 127) << 23);
}

static inline Lanes log(Lanes x) {
    const Bits above = bits_of(x) - 0x3f3504f3;  // from the root of a half
    const Bits power = above >> 23;
    const Lanes f = lanes_of(bits_of(x) - (power << 23)) - 1.0f;
    const Lanes n = lanes_of(power + 0x4b400000) - WHOLE;
    const Lanes s = polynomial(f, {-0.07902743772f, 0.1262231985f, -0.1299818376f, 0.1421449592f,
                                   -0.1664128146f, 0.2000104509f, -0.2500030642f, 0.3333333073f});
    const Lanes z = f * f;
    return log_or_none(x, n * LOG2_HIGH + (f + (n * LOG2_LOW + (z * f * s - 0.5f * z))));
}
