using System.Globalization;
using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Figures as text, alike in every culture: <c>1.4 % [0.3, 2.6]</c>.</summary>
public static class FigureText
{
    public const string NotEnough = "not enough data";

    public static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");

    public static string Share(Estimate estimate) => Of(estimate, value => value * 100, "0.0", " %");

    public static string Milliseconds(Estimate estimate) => Of(estimate, value => value, "N0", " ms");

    public static string Ratio(Estimate estimate) => Of(estimate, value => value, "0.00", "");

    /// <summary>With four digits that tell something, at least two after the point.</summary>
    public static string Money(Estimate estimate, string currency) => Of(estimate, value => value, MoneyFormat(estimate), currency.Length == 0 ? "" : $" {currency}");

    public static string MoneyFormat(Estimate estimate)
    {
        var size = Math.Max(Math.Abs(estimate.Value ?? 1), Math.Abs(estimate.Interval?.High ?? 0));
        return "0." + new string('0', size > 0 ? (int)Math.Clamp(3 - Math.Floor(Math.Log10(size)), 2, 9) : 2);
    }

    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset? at) => at is { } time ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "-";

    /// <summary>The smallest effect, in the figure's own unit.</summary>
    public static string Effect(Estimate estimate, double scale, string format, string unit) =>
        estimate.SmallestEffect is { } effect ? $"{Number(effect * scale, format)}{unit}" : "-";

    public static string Number(double value, string format)
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept('0', '.') < 0 ? text[1..] : text;
    }

    private static string Of(Estimate estimate, Func<double, double> scale, string format, string unit) =>
        estimate.Value is not { } value ? $"{NotEnough}{(estimate.Missing is null ? "" : $": {estimate.Missing}")}"
        : estimate.Interval is not { } interval ? $"{Number(scale(value), format)}{unit}"
        : $"{Number(scale(value), format)}{unit} [{Number(scale(interval.Low), format)}, {Number(scale(interval.High), format)}]";
}
