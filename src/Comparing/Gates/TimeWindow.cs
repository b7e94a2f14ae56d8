using System.Globalization;

namespace FlowEngine.Comparing.Gates;

/// <summary>From when to when comparisons are looked at.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive; null: to the newest.</param>
public sealed record TimeWindow(DateTimeOffset From, DateTimeOffset? To)
{
    /// <summary>Where no beginning is given.</summary>
    public const int DefaultDays = 30;

    public const int MaxDays = 366;

    /// <summary>More are not held for one summary or gate.</summary>
    public const int MaxConversations = 200_000;

    public static string TooManyConversations { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"The window has more than {MaxConversations:N0} conversations, the most that figures are made of at once. Choose a shorter one with a beginning and an end.");

    /// <summary>The window that is meant: where no beginning is given, the 30 days before its end.</summary>
    /// <returns>The window, or what is wrong with it.</returns>
    public static (TimeWindow? Window, string? Fault) Of(DateTimeOffset? from, DateTimeOffset? to, DateTimeOffset now)
    {
        var end = to ?? now;
        var window = new TimeWindow(from ?? end.AddDays(-DefaultDays), to);
        return Fault(window.From, to) is { } fault ? (null, fault)
            : end - window.From > TimeSpan.FromDays(MaxDays)
                ? (null, string.Create(CultureInfo.InvariantCulture, $"The window is longer than {MaxDays} days."))
            : (window, null);
    }

    /// <summary>What is wrong with the window, or null.</summary>
    public static string? Fault(DateTimeOffset? from, DateTimeOffset? to) => from >= to
        ? string.Create(CultureInfo.InvariantCulture, $"The window ends ({to:O}) before it begins ({from:O}).")
        : null;
}
