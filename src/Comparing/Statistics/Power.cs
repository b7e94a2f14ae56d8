using MathNet.Numerics.Distributions;

namespace FlowEngine.Comparing.Statistics;

/// <summary>What a sample of this size can show, by the normal approximation.</summary>
public static class Power
{
    /// <summary>The smallest true effect that a one-sided test at <paramref name="alpha"/> finds with the chance <paramref name="power"/>.</summary>
    public static double SmallestEffect(double standardError, double alpha, double power) =>
        (Normal.InvCDF(0, 1, 1 - alpha) + Normal.InvCDF(0, 1, power)) * standardError;

    /// <summary>How many conversations show <paramref name="effect"/>, given what <paramref name="conversations"/> of them showed.</summary>
    public static int Needed(int conversations, double smallestEffect, double effect) =>
        (int)Math.Min(int.MaxValue, Math.Ceiling(conversations * Math.Pow(smallestEffect / effect, 2)));
}
