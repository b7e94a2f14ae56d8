using System.Globalization;

namespace FlowEngine.Support;

/// <summary>
/// How often randomised, crash and size tests repeat themselves: little in every run of the test command, many times in <c>eng/long.sh</c>.
/// A test that asks here has the trait <see cref="Trait"/> = <see cref="Many"/>, by which that script finds it.
/// </summary>
public static class Rounds
{
    public const string Variable = "FLOWENGINE_TEST_ROUNDS";
    public const string Trait = "Rounds";
    public const string Many = "Many";

    private static readonly int s_factor = Read(Environment.GetEnvironmentVariable(Variable));

    public static bool AreMany => s_factor > 1;

    /// <param name="count">In the test command.</param>
    public static int Times(int count) => count * s_factor;

    private static int Read(string? text) =>
        string.IsNullOrEmpty(text) ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var factor) && factor > 0 ? factor
        : throw new FormatException($"{Variable} is '{text}'; it must be a whole number of at least 1.");
}
