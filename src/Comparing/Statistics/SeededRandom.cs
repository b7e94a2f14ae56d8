using System.Numerics;

namespace FlowEngine.Comparing.Statistics;

/// <summary>
/// xoshiro256** seeded by SplitMix64. Of our own because the same seed must give the same figures on every version of .NET,
/// and because a resample draws millions of times.
/// </summary>
public sealed class SeededRandom
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public SeededRandom(ulong seed)
    {
        _a = Mix(ref seed);
        _b = Mix(ref seed);
        _c = Mix(ref seed);
        _d = Mix(ref seed);
    }

    /// <summary>From 0 to less than <paramref name="limit"/>; the bias is below limit / 2^32.</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    /// <summary>From 0 to less than 1.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    private static ulong Mix(ref ulong seed)
    {
        seed += 0x9E3779B97F4A7C15;
        var mixed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
